using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A member of a body.</summary>
public abstract class MemberSyntax : SyntaxNode
{
    private protected MemberSyntax(SyntaxKind kind, ImmutableArray<SyntaxElement> children)
        : base(kind, children)
    {
    }
}
