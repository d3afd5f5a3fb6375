namespace KaigoDsl.Compiler.Syntax;

/// <summary>管内.市町村.… の平均.</summary>
public sealed class AggregateExpressionSyntax : ExpressionSyntax
{
    internal AggregateExpressionSyntax(ExpressionSyntax operand, SyntaxToken function)
        : base(SyntaxKind.AggregateExpression, new ChildListBuilder().Add(operand).Add(function).ToChildren())
    {
        Operand = operand;
        Function = function;
    }

    /// <summary>A name that begins with 管内.</summary>
    public ExpressionSyntax Operand { get; }

    /// <summary>の平均, の合計, …</summary>
    public SyntaxToken Function { get; }
}
