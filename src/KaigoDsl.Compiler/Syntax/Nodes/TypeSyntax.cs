using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A type.</summary>
public abstract class TypeSyntax : SyntaxNode
{
    private protected TypeSyntax(SyntaxKind kind, ImmutableArray<SyntaxElement> children)
        : base(kind, children)
    {
    }
}
