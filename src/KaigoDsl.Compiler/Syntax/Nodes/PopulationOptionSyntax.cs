namespace KaigoDsl.Compiler.Syntax;

/// <summary>母集団: who is ranked.</summary>
public sealed class PopulationOptionSyntax : RankingOptionSyntax
{
    internal PopulationOptionSyntax(SyntaxToken? comma, SyntaxToken keyword, ExpressionSyntax condition)
        : base(SyntaxKind.PopulationOption, new ChildListBuilder().AddOptional(comma).Add(keyword).Add(condition).ToChildren())
    {
        Comma = comma;
        Keyword = keyword;
        Condition = condition;
    }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>母集団.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>True for those ranked.</summary>
    public ExpressionSyntax Condition { get; }
}
