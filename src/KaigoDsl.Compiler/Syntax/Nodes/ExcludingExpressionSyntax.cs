namespace KaigoDsl.Compiler.Syntax;

/// <summary>得点 除く この指標.</summary>
public sealed class ExcludingExpressionSyntax : ExpressionSyntax
{
    internal ExcludingExpressionSyntax(ExpressionSyntax operand, SyntaxToken keyword, SyntaxToken excluded)
        : base(SyntaxKind.ExcludingExpression, new ChildListBuilder().Add(operand).Add(keyword).Add(excluded).ToChildren())
    {
        Operand = operand;
        Keyword = keyword;
        Excluded = excluded;
    }

    /// <summary>The score.</summary>
    public ExpressionSyntax Operand { get; }

    /// <summary>除く.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>この指標.</summary>
    public SyntaxToken Excluded { get; }
}
