using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>公表値: published figures to be compared with computed ones.</summary>
public sealed class PublishedDeclarationSyntax : DeclarationSyntax
{
    internal PublishedDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax year,
        LabelSyntax entity,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.PublishedDeclaration, new ChildListBuilder().Add(keyword).Add(year).Add(entity).AddRange(parts).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Year = year;
        Entity = entity;
        Parts = parts;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>公表値.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Of which framework.</summary>
    public LabelSyntax Year { get; }

    /// <summary>Of which entity.</summary>
    public LabelSyntax Entity { get; }

    /// <summary>版, 出典.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>The figures.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
