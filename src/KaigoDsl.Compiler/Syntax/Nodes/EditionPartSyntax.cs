namespace KaigoDsl.Compiler.Syntax;

/// <summary>版 「…」.</summary>
public sealed class EditionPartSyntax : HeaderPartSyntax
{
    internal EditionPartSyntax(SyntaxToken keyword, SyntaxToken text)
        : base(SyntaxKind.EditionPart, new ChildListBuilder().Add(keyword).Add(text).ToChildren())
    {
        Keyword = keyword;
        Text = text;
    }

    /// <summary>版.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>A string.</summary>
    public SyntaxToken Text { get; }
}
