using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A declaration at top level.</summary>
public abstract class DeclarationSyntax : SyntaxNode
{
    private protected DeclarationSyntax(SyntaxKind kind, ImmutableArray<SyntaxElement> children)
        : base(kind, children)
    {
    }
}
