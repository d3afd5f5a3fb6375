using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// Evaluates the arithmetic of a measure for one row of a draft, again and again while an input is varied. The engine works on
/// whole finished tables; what is found here is checked with it in the end.
/// </summary>
internal static class RowExpression
{
    /// <summary>Whether the expression is plain arithmetic over columns and constants.</summary>
    public static bool IsSupported(ExpressionPlan expression) => expression switch
    {
        NumberExpression or ConstantExpression => true,
        ColumnExpression column => column.Type == ExpressionType.Quantity,
        UnaryExpression unary => unary.Operator == UnaryOperator.Negate && IsSupported(unary.Operand),
        BinaryExpression binary => binary.Operator <= BinaryOperator.Divide && IsSupported(binary.Left) && IsSupported(binary.Right),
        CallExpression call => call.Arguments.All(IsSupported),
        _ => false,
    };

    /// <summary>The columns read, in the order of their first appearance.</summary>
    public static IEnumerable<int> Columns(ExpressionPlan expression) => expression switch
    {
        ColumnExpression column => [column.Column],
        UnaryExpression unary => Columns(unary.Operand),
        BinaryExpression binary => Columns(binary.Left).Concat(Columns(binary.Right)).Distinct(),
        CallExpression call => call.Arguments.SelectMany(Columns).Distinct(),
        _ => [],
    };

    /// <summary>The value for a row of a draft; missing where a cell it needs is.</summary>
    public static Rational Evaluate(ExpressionPlan expression, NationDraft draft, int row)
    {
        switch (expression)
        {
            case NumberExpression number:
                return Rational.Create(number.Value.Numerator, number.Value.Denominator);
            case ConstantExpression constant:
                var value = draft.Plan.Constants[constant.Constant].Value;
                return Rational.Create(value.Numerator, value.Denominator);
            case ColumnExpression column:
                return draft.Quantities(column.Column)[row];
            case UnaryExpression unary:
                return -Evaluate(unary.Operand, draft, row);
            case BinaryExpression binary:
                var left = Evaluate(binary.Left, draft, row);
                var right = Evaluate(binary.Right, draft, row);
                return binary.Operator switch
                {
                    BinaryOperator.Add => left + right,
                    BinaryOperator.Subtract => left - right,
                    BinaryOperator.Multiply => left * right,
                    _ => left / right,
                };
            case CallExpression call:
                return call.Arguments
                    .Select(argument => Evaluate(argument, draft, row))
                    .Aggregate(Intrinsics.FunctionOf(call.Function));
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not arithmetic.");
        }
    }
}
