namespace KaigoDsl.Compiler.Syntax;

/// <summary>An expression in brackets.</summary>
public sealed class ParenthesizedExpressionSyntax : ExpressionSyntax
{
    internal ParenthesizedExpressionSyntax(SyntaxToken openParen, ExpressionSyntax expression, SyntaxToken closeParen)
        : base(SyntaxKind.ParenthesizedExpression, new ChildListBuilder().Add(openParen).Add(expression).Add(closeParen).ToChildren())
    {
        OpenParen = openParen;
        Expression = expression;
        CloseParen = closeParen;
    }

    /// <summary>(</summary>
    public SyntaxToken OpenParen { get; }

    /// <summary>Inside.</summary>
    public ExpressionSyntax Expression { get; }

    /// <summary>)</summary>
    public SyntaxToken CloseParen { get; }
}
