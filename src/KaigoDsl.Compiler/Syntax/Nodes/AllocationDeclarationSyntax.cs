using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>配分: how a budget is divided.</summary>
public sealed class AllocationDeclarationSyntax : DeclarationSyntax
{
    internal AllocationDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax year,
        LabelSyntax entity,
        LabelSyntax label,
        ImmutableArray<HeaderPartSyntax> parts,
        BodySyntax body)
        : base(SyntaxKind.AllocationDeclaration, new ChildListBuilder().Add(keyword).Add(year).Add(entity).Add(label).AddRange(parts).Add(body).ToChildren())
    {
        Keyword = keyword;
        Year = year;
        Entity = entity;
        Label = label;
        Parts = parts;
        Body = body;
    }

    /// <summary>配分.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>令和7年度, FY2025, …</summary>
    public LabelSyntax Year { get; }

    /// <summary>Among whom.</summary>
    public LabelSyntax Entity { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, budget, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>Its members.</summary>
    public BodySyntax Body { get; }
}
