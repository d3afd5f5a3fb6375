using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>旧, 統合 or 分割 with earlier paths.</summary>
public sealed class LineagePartSyntax : HeaderPartSyntax
{
    internal LineagePartSyntax(SyntaxToken keyword, ImmutableArray<SyntaxElement> paths)
        : base(SyntaxKind.LineagePart, new ChildListBuilder().Add(keyword).AddRange(paths).ToChildren())
    {
        Keyword = keyword;
        Paths = paths;
    }

    /// <summary>Which.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Paths and the commas between them.</summary>
    public ImmutableArray<SyntaxElement> Paths { get; }
}
