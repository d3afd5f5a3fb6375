using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>An option of a 順位.</summary>
public abstract class RankingOptionSyntax : SyntaxNode
{
    private protected RankingOptionSyntax(SyntaxKind kind, ImmutableArray<SyntaxElement> children)
        : base(kind, children)
    {
    }
}
