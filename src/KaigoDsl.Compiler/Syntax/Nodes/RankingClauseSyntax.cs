using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>順位: the measure the tiers below it are cut from.</summary>
public sealed class RankingClauseSyntax : MemberSyntax
{
    internal RankingClauseSyntax(SyntaxToken keyword, ExpressionSyntax value, ImmutableArray<RankingOptionSyntax> options)
        : base(SyntaxKind.RankingClause, new ChildListBuilder().Add(keyword).Add(value).AddRange(options).ToChildren())
    {
        Keyword = keyword;
        Value = value;
        Options = options;
    }

    /// <summary>順位.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The measure.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>Each with the comma before it.</summary>
    public ImmutableArray<RankingOptionSyntax> Options { get; }
}
