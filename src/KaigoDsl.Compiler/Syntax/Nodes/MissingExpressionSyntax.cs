namespace KaigoDsl.Compiler.Syntax;

/// <summary>The place where an expression was expected.</summary>
public sealed class MissingExpressionSyntax : ExpressionSyntax
{
    internal MissingExpressionSyntax(SyntaxToken token)
        : base(SyntaxKind.MissingExpression, [token])
    {
        Token = token;
    }

    /// <summary>A missing token.</summary>
    public SyntaxToken Token { get; }
}
