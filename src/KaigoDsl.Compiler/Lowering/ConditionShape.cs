namespace KaigoDsl.Compiler.Lowering;

/// <summary>A condition made of parts that have a kernel.</summary>
public abstract record ConditionShape
{
    /// <summary>The shape of a truth expression, or <see langword="null"/> when some part of it has none.</summary>
    public static ConditionShape? Of(ExpressionPlan condition) => condition switch
    {
        ColumnExpression { Type: ExpressionType.Truth } column => new TruthColumnShape(column.Column),
        ItemExpression item => new ItemShape(item.Item),
        UnaryExpression { Operator: UnaryOperator.Not } negation => Of(negation.Operand) is { } operand ? new NotShape(operand) : null,
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } binary =>
            Of(binary.Left) is { } left && Of(binary.Right) is { } right ? new BothShape(binary.Operator, left, right) : null,
        BinaryExpression { Left.Type: ExpressionType.Quantity } comparison => Comparison(comparison),
        _ => null,
    };

    private static ConditionShape? Comparison(BinaryExpression comparison)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        if (left is NumberExpression or ConstantExpression)
        {
            return MeasureShape.OfValue(right) is { } turned ? new NumberComparisonShape(turned, Mirrored(comparison.Operator), left) : null;
        }

        if (right is NumberExpression or ConstantExpression)
        {
            return MeasureShape.OfValue(left) is { } measure ? new NumberComparisonShape(measure, comparison.Operator, right) : null;
        }

        return left is ColumnExpression a && right is ColumnExpression b ? new ColumnComparisonShape(a.Column, comparison.Operator, b.Column) : null;
    }

    private static BinaryOperator Mirrored(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => comparison,
    };
}

/// <summary>A 真偽 column.</summary>
public sealed record TruthColumnShape(int Column) : ConditionShape;

/// <summary>Whether an item is met.</summary>
public sealed record ItemShape(int Item) : ConditionShape;

/// <summary>否.</summary>
public sealed record NotShape(ConditionShape Operand) : ConditionShape;

/// <summary>かつ or または.</summary>
public sealed record BothShape(BinaryOperator Operator, ConditionShape Left, ConditionShape Right) : ConditionShape;

/// <summary>A column or a quotient of two against a number or a constant.</summary>
public sealed record NumberComparisonShape(MeasureShape Measure, BinaryOperator Operator, ExpressionPlan Number) : ConditionShape;

/// <summary>Two columns.</summary>
public sealed record ColumnComparisonShape(int Left, BinaryOperator Operator, int Right) : ConditionShape;
