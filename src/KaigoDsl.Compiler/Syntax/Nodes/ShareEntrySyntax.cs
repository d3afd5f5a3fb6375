using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>One share of a 割合表: <c>国 38.5%</c>.</summary>
public sealed class ShareEntrySyntax : MemberSyntax
{
    internal ShareEntrySyntax(LabelSyntax label, ExpressionSyntax value, ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.ShareEntry, new ChildListBuilder().Add(label).Add(value).AddRange(parts).ToChildren())
    {
        Label = label;
        Value = value;
        Parts = parts;
    }

    /// <summary>Who bears it.</summary>
    public LabelSyntax Label { get; }

    /// <summary>The part of the whole.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>Title and notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
