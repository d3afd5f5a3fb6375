using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>試験: given cells and what must follow.</summary>
public sealed class TestDeclarationSyntax : DeclarationSyntax
{
    internal TestDeclarationSyntax(
        SyntaxToken keyword,
        SyntaxToken title,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.TestDeclaration, new ChildListBuilder().Add(keyword).Add(title).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Title = title;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>試験.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>A string.</summary>
    public SyntaxToken Title { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>与える and 期待.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
