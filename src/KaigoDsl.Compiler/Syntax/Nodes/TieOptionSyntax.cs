namespace KaigoDsl.Compiler.Syntax;

/// <summary>同点 含める or 含めない.</summary>
public sealed class TieOptionSyntax : RankingOptionSyntax
{
    internal TieOptionSyntax(SyntaxToken? comma, SyntaxToken keyword, SyntaxToken rule)
        : base(SyntaxKind.TieOption, new ChildListBuilder().AddOptional(comma).Add(keyword).Add(rule).ToChildren())
    {
        Comma = comma;
        Keyword = keyword;
        Rule = rule;
    }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>同点.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>含める or 含めない.</summary>
    public SyntaxToken Rule { get; }
}
