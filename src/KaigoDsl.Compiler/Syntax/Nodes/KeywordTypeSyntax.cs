namespace KaigoDsl.Compiler.Syntax;

/// <summary>真偽, 文字列, 年度 or 日付.</summary>
public sealed class KeywordTypeSyntax : TypeSyntax
{
    internal KeywordTypeSyntax(SyntaxToken keyword)
        : base(SyntaxKind.KeywordType, [keyword])
    {
        Keyword = keyword;
    }

    /// <summary>Which.</summary>
    public SyntaxToken Keyword { get; }
}
