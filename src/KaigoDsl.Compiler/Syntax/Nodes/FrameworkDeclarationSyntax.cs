using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>評価体系: an evaluation framework.</summary>
public sealed class FrameworkDeclarationSyntax : DeclarationSyntax
{
    internal FrameworkDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax year,
        LabelSyntax entity,
        ImmutableArray<HeaderPartSyntax> parts,
        BodySyntax body)
        : base(SyntaxKind.FrameworkDeclaration, new ChildListBuilder().Add(keyword).Add(year).Add(entity).AddRange(parts).Add(body).ToChildren())
    {
        Keyword = keyword;
        Year = year;
        Entity = entity;
        Parts = parts;
        Body = body;
    }

    /// <summary>評価体系.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>令和7年度, FY2025, …</summary>
    public LabelSyntax Year { get; }

    /// <summary>Who is evaluated.</summary>
    public LabelSyntax Entity { get; }

    /// <summary>Title, points, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>Its members.</summary>
    public BodySyntax Body { get; }
}
