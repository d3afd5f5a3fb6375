namespace KaigoDsl.Compiler.Syntax;

/// <summary>仮定 or 出典 with its text.</summary>
public sealed class NotePartSyntax : HeaderPartSyntax
{
    internal NotePartSyntax(SyntaxToken keyword, SyntaxToken text)
        : base(SyntaxKind.NotePart, new ChildListBuilder().Add(keyword).Add(text).ToChildren())
    {
        Keyword = keyword;
        Text = text;
    }

    /// <summary>Which.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>A string.</summary>
    public SyntaxToken Text { get; }
}
