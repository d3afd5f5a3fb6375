namespace KaigoDsl.Compiler.Syntax;

/// <summary>最大 N点: at most so much.</summary>
public sealed class CapPartSyntax : HeaderPartSyntax
{
    internal CapPartSyntax(SyntaxToken keyword, SyntaxToken number)
        : base(SyntaxKind.CapPart, new ChildListBuilder().Add(keyword).Add(number).ToChildren())
    {
        Keyword = keyword;
        Number = number;
    }

    /// <summary>最大.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The number with its unit.</summary>
    public SyntaxToken Number { get; }
}
