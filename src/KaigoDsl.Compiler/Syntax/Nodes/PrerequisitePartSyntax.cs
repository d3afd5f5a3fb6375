using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>前提: other items that must be met.</summary>
public sealed class PrerequisitePartSyntax : HeaderPartSyntax
{
    internal PrerequisitePartSyntax(SyntaxToken keyword, ImmutableArray<SyntaxElement> items)
        : base(SyntaxKind.PrerequisitePart, new ChildListBuilder().Add(keyword).AddRange(items).ToChildren())
    {
        Keyword = keyword;
        Items = items;
    }

    /// <summary>前提.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Labels and the commas between them.</summary>
    public ImmutableArray<SyntaxElement> Items { get; }
}
