using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>区分: one class of 規模, with its lower boundary, its upper one, or none (the last).</summary>
public sealed class SizeClassSyntax : MemberSyntax
{
    internal SizeClassSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        ExpressionSyntax? lower,
        SyntaxToken? andAbove,
        ExpressionSyntax? upper,
        SyntaxToken? below,
        ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.SizeClass, new ChildListBuilder().Add(keyword).Add(label).AddOptional(lower).AddOptional(andAbove).AddOptional(upper).AddOptional(below).AddRange(parts).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Lower = lower;
        AndAbove = andAbove;
        Upper = upper;
        Below = below;
        Parts = parts;
    }

    /// <summary>区分.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>The boundary before 以上.</summary>
    public ExpressionSyntax? Lower { get; }

    /// <summary>以上.</summary>
    public SyntaxToken? AndAbove { get; }

    /// <summary>The boundary before 未満.</summary>
    public ExpressionSyntax? Upper { get; }

    /// <summary>未満.</summary>
    public SyntaxToken? Below { get; }

    /// <summary>Title, budget, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
