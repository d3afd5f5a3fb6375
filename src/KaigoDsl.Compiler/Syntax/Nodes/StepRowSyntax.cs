using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>One row of a 段階: <c>120万円未満 1.2 「第6段階」</c>, <c>以上 2.4</c>.</summary>
public sealed class StepRowSyntax : MemberSyntax
{
    internal StepRowSyntax(
        ExpressionSyntax? boundary,
        SyntaxToken relation,
        ExpressionSyntax value,
        ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.StepRow, new ChildListBuilder().AddOptional(boundary).Add(relation).Add(value).AddRange(parts).ToChildren())
    {
        Boundary = boundary;
        Relation = relation;
        Value = value;
        Parts = parts;
    }

    /// <summary>Where it ends; none in the last row.</summary>
    public ExpressionSyntax? Boundary { get; }

    /// <summary>未満, 以下, or 以上 in the last row.</summary>
    public SyntaxToken Relation { get; }

    /// <summary>Its value.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>Title and notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
