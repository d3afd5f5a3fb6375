using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>与える: the cells of one entity.</summary>
public sealed class GivenClauseSyntax : MemberSyntax
{
    internal GivenClauseSyntax(
        SyntaxToken keyword,
        PathSyntax framework,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.GivenClause, new ChildListBuilder().Add(keyword).Add(framework).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Framework = framework;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>与える.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary><c>令和7年度.市町村</c>.</summary>
    public PathSyntax Framework { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>The cells.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
