namespace KaigoDsl.Compiler.Syntax;

/// <summary>A number with or without a unit.</summary>
public sealed class NumberExpressionSyntax : ExpressionSyntax
{
    internal NumberExpressionSyntax(SyntaxToken number)
        : base(SyntaxKind.NumberExpression, [number])
    {
        Number = number;
    }

    /// <summary>The number.</summary>
    public SyntaxToken Number { get; }
}
