using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>割合表: shares that make up a whole.</summary>
public sealed class ShareTableDeclarationSyntax : DeclarationSyntax
{
    internal ShareTableDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.ShareTableDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>割合表.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, 出典 and 仮定.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>Its shares.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
