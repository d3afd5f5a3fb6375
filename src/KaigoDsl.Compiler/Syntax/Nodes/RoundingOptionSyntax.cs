namespace KaigoDsl.Compiler.Syntax;

/// <summary>端数: how q·N becomes whole.</summary>
public sealed class RoundingOptionSyntax : RankingOptionSyntax
{
    internal RoundingOptionSyntax(SyntaxToken? comma, SyntaxToken keyword, SyntaxToken rule)
        : base(SyntaxKind.RoundingOption, new ChildListBuilder().AddOptional(comma).Add(keyword).Add(rule).ToChildren())
    {
        Comma = comma;
        Keyword = keyword;
        Rule = rule;
    }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>端数.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>切り捨て, 切り上げ or 四捨五入.</summary>
    public SyntaxToken Rule { get; }
}
