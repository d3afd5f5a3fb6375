namespace KaigoDsl.Compiler.Syntax;

/// <summary>配分しない, with the reason.</summary>
public sealed class WithheldPartSyntax : HeaderPartSyntax
{
    internal WithheldPartSyntax(SyntaxToken keyword, SyntaxToken? reason)
        : base(SyntaxKind.WithheldPart, new ChildListBuilder().Add(keyword).AddOptional(reason).ToChildren())
    {
        Keyword = keyword;
        Reason = reason;
    }

    /// <summary>配分しない.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Why, when said.</summary>
    public SyntaxToken? Reason { get; }
}
