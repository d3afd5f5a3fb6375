using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A part of a header; parts may come in any order.</summary>
public abstract class HeaderPartSyntax : SyntaxNode
{
    private protected HeaderPartSyntax(SyntaxKind kind, ImmutableArray<SyntaxElement> children)
        : base(kind, children)
    {
    }
}
