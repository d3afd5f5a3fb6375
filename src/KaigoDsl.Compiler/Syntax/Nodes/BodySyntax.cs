using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>The braces of a node and what is between them.</summary>
public sealed class BodySyntax : SyntaxNode
{
    internal BodySyntax(SyntaxToken openBrace, ImmutableArray<MemberSyntax> members, SyntaxToken closeBrace)
        : base(SyntaxKind.Body, new ChildListBuilder().Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>The members; skipped text is among them.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
