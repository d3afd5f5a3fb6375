using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>条件: whoever meets it gets a share.</summary>
public sealed class EqualConditionSyntax : MemberSyntax
{
    internal EqualConditionSyntax(SyntaxToken keyword, LabelSyntax label, ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.EqualCondition, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
    }

    /// <summary>条件.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, condition, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
