using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Labels joined by dots.</summary>
public sealed class PathSyntax : SyntaxNode
{
    internal PathSyntax(ImmutableArray<SyntaxElement> elements)
        : base(SyntaxKind.Path, new ChildListBuilder().AddRange(elements).ToChildren())
    {
        Elements = elements;
    }

    /// <summary>Labels and dots.</summary>
    public ImmutableArray<SyntaxElement> Elements { get; }
}
