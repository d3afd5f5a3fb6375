using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>順位 with a name, inside a rule or an allocation.</summary>
public sealed class StandingDeclarationSyntax : MemberSyntax
{
    internal StandingDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        ExpressionSyntax value,
        ImmutableArray<RankingOptionSyntax> options)
        : base(SyntaxKind.StandingDeclaration, new ChildListBuilder().Add(keyword).Add(label).Add(value).AddRange(options).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Value = value;
        Options = options;
    }

    /// <summary>順位.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>The measure.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>Direction and 母集団.</summary>
    public ImmutableArray<RankingOptionSyntax> Options { get; }
}
