using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>対象: who is evaluated and what is known about each.</summary>
public sealed class EntityDeclarationSyntax : DeclarationSyntax
{
    internal EntityDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.EntityDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>対象.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>鍵, 名称 and attributes.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
