using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine.Tests;

/// <summary>Short spellings of expression plans.</summary>
internal static class Expressions
{
    public static NumberExpression Number(string value) => new(PlanBuilder.Exact(value));

    public static ExpressionPlan Binary(ExpressionPlan left, string sign, ExpressionPlan right) => sign switch
    {
        "+" => new BinaryExpression(BinaryOperator.Add, left, right, ExpressionType.Quantity),
        "-" => new BinaryExpression(BinaryOperator.Subtract, left, right, ExpressionType.Quantity),
        "×" => new BinaryExpression(BinaryOperator.Multiply, left, right, ExpressionType.Quantity),
        "÷" => new BinaryExpression(BinaryOperator.Divide, left, right, ExpressionType.Quantity),
        "=" => new BinaryExpression(BinaryOperator.Equal, left, right, ExpressionType.Truth),
        "≠" => new BinaryExpression(BinaryOperator.NotEqual, left, right, ExpressionType.Truth),
        "<" => new BinaryExpression(BinaryOperator.Less, left, right, ExpressionType.Truth),
        "≤" => new BinaryExpression(BinaryOperator.LessOrEqual, left, right, ExpressionType.Truth),
        ">" => new BinaryExpression(BinaryOperator.Greater, left, right, ExpressionType.Truth),
        "≥" => new BinaryExpression(BinaryOperator.GreaterOrEqual, left, right, ExpressionType.Truth),
        "かつ" => new BinaryExpression(BinaryOperator.And, left, right, ExpressionType.Truth),
        "または" => new BinaryExpression(BinaryOperator.Or, left, right, ExpressionType.Truth),
        _ => throw new ArgumentOutOfRangeException(nameof(sign)),
    };

    public static ExpressionPlan Not(ExpressionPlan operand) => new UnaryExpression(UnaryOperator.Not, operand);

    public static ExpressionPlan If(ExpressionPlan condition, ExpressionPlan whenTrue, ExpressionPlan whenFalse) =>
        new ConditionalExpression(condition, whenTrue, whenFalse);

    public static ExpressionPlan Call(IntrinsicFunction function, params ExpressionPlan[] arguments) =>
        new CallExpression(function, arguments.ToImmutableArray());
}
