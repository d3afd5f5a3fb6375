namespace KaigoDsl.Compiler.Syntax;

/// <summary>Two operands and an operator between them.</summary>
public sealed class BinaryExpressionSyntax : ExpressionSyntax
{
    internal BinaryExpressionSyntax(ExpressionSyntax left, SyntaxToken @operator, ExpressionSyntax right)
        : base(SyntaxKind.BinaryExpression, new ChildListBuilder().Add(left).Add(@operator).Add(right).ToChildren())
    {
        Left = left;
        Operator = @operator;
        Right = right;
    }

    /// <summary>Left side.</summary>
    public ExpressionSyntax Left { get; }

    /// <summary>The operator.</summary>
    public SyntaxToken Operator { get; }

    /// <summary>Right side.</summary>
    public ExpressionSyntax Right { get; }
}
