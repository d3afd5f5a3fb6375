using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>集計: the sum of nodes that stand elsewhere, e.g. all 体制 groups; it counts towards nothing.</summary>
public sealed class TotalDeclarationSyntax : MemberSyntax
{
    internal TotalDeclarationSyntax(
        SyntaxToken keyword, LabelSyntax label, ImmutableArray<HeaderPartSyntax> parts, SyntaxToken equalsToken, ImmutableArray<SyntaxElement> terms)
        : base(SyntaxKind.TotalDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).Add(equalsToken).AddRange(terms).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
        EqualsToken = equalsToken;
        Terms = terms;
    }

    /// <summary>集計.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its label.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, points, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>=.</summary>
    public SyntaxToken EqualsToken { get; }

    /// <summary>The paths summed and the plus signs between them.</summary>
    public ImmutableArray<SyntaxElement> Terms { get; }
}
