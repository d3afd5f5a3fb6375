using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>種別: a closed list of labels.</summary>
public sealed class EnumerationDeclarationSyntax : DeclarationSyntax
{
    internal EnumerationDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.EnumerationDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>種別.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>Its members.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
