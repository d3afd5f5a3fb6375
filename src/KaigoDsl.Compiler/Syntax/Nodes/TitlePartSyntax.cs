namespace KaigoDsl.Compiler.Syntax;

/// <summary>「題名」.</summary>
public sealed class TitlePartSyntax : HeaderPartSyntax
{
    internal TitlePartSyntax(SyntaxToken text)
        : base(SyntaxKind.TitlePart, [text])
    {
        Text = text;
    }

    /// <summary>A string.</summary>
    public SyntaxToken Text { get; }
}
