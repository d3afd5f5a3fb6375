namespace KaigoDsl.Compiler.Syntax;

/// <summary>− x, 否 x.</summary>
public sealed class UnaryExpressionSyntax : ExpressionSyntax
{
    internal UnaryExpressionSyntax(SyntaxToken @operator, ExpressionSyntax operand)
        : base(SyntaxKind.UnaryExpression, new ChildListBuilder().Add(@operator).Add(operand).ToChildren())
    {
        Operator = @operator;
        Operand = operand;
    }

    /// <summary>− or 否.</summary>
    public SyntaxToken Operator { get; }

    /// <summary>x.</summary>
    public ExpressionSyntax Operand { get; }
}
