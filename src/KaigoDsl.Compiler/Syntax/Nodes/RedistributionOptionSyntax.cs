using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>An option of 再配分.</summary>
public abstract class RedistributionOptionSyntax : SyntaxNode
{
    private protected RedistributionOptionSyntax(SyntaxKind kind, ImmutableArray<SyntaxElement> children)
        : base(kind, children)
    {
    }
}
