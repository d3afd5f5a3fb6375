namespace KaigoDsl.Compiler.Lowering;

/// <summary>The measures of a ranking that have a kernel.</summary>
public enum MeasureKind
{
    /// <summary>A column.</summary>
    Column,

    /// <summary>A ÷ B.</summary>
    Ratio,

    /// <summary>A ÷ B − C ÷ D.</summary>
    Difference,

    /// <summary>The score slot A.</summary>
    Score,
}

/// <summary>
/// A measure brought to a shape that orders rows in the same way: constants that are added and positive factors do not matter to a
/// ranking, and a negative factor turns it over.
/// </summary>
/// <param name="Kind">The shape.</param>
/// <param name="IsNegated">Whether the smaller values of the shape are the larger ones of the measure.</param>
/// <param name="A">A column index, or the slot.</param>
/// <param name="B">A column index, or -1.</param>
/// <param name="C">A column index, or -1.</param>
/// <param name="D">A column index, or -1.</param>
public sealed record MeasureShape(MeasureKind Kind, bool IsNegated, int A, int B, int C, int D)
{
    /// <summary>The shape of what a ranking compares, or <see langword="null"/> when it has none.</summary>
    public static MeasureShape? OfRanking(ExpressionPlan value)
    {
        var negated = false;
        while (Outer(value) is var (inner, turns))
        {
            value = inner;
            negated ^= turns;
        }

        if (value is ScoreExpression score)
        {
            return new MeasureShape(MeasureKind.Score, negated, score.Slot, -1, -1, -1);
        }

        if (OfValue(value) is { } simple)
        {
            return simple with { IsNegated = negated };
        }

        // Quotients added and subtracted, with constants among them.
        var quotients = new List<(bool IsNegative, BinaryExpression Quotient)>();
        return Flatten(value, false, quotients) && quotients.Count == 2 && quotients[0].IsNegative != quotients[1].IsNegative
            && Quotient(quotients[0].Quotient) is var (first, second) && Quotient(quotients[1].Quotient) is var (third, fourth)
            ? quotients[1].IsNegative
                ? new MeasureShape(MeasureKind.Difference, negated, first, second, third, fourth)
                : new MeasureShape(MeasureKind.Difference, negated, third, fourth, first, second)
            : null;
    }

    /// <summary>The shape of a column or of a quotient of two, value for value; <see langword="null"/> for anything else.</summary>
    public static MeasureShape? OfValue(ExpressionPlan value) => value switch
    {
        ColumnExpression { Type: ExpressionType.Quantity } column => new MeasureShape(MeasureKind.Column, false, column.Column, -1, -1, -1),
        BinaryExpression binary when Quotient(binary) is var (a, b) => new MeasureShape(MeasureKind.Ratio, false, a, b, -1, -1),
        _ => null,
    };

    private static (int A, int B)? Quotient(BinaryExpression binary) =>
        binary is
        {
            Operator: BinaryOperator.Divide,
            Left: ColumnExpression { Type: ExpressionType.Quantity } left,
            Right: ColumnExpression { Type: ExpressionType.Quantity } right,
        }
            ? (left.Column, right.Column)
            : null;

    /// <summary>Takes off an outermost operation that a ranking does not notice, or only by turning over.</summary>
    private static (ExpressionPlan Inner, bool Turns)? Outer(ExpressionPlan value) => value switch
    {
        UnaryExpression { Operator: UnaryOperator.Negate } negation => (negation.Operand, true),
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Right: NumberExpression } sum => (sum.Left, false),
        BinaryExpression { Operator: BinaryOperator.Add, Left: NumberExpression } sum => (sum.Right, false),
        BinaryExpression { Operator: BinaryOperator.Subtract, Left: NumberExpression } difference => (difference.Right, true),
        BinaryExpression { Operator: BinaryOperator.Multiply or BinaryOperator.Divide, Right: NumberExpression { Value.Numerator.IsZero: false } factor } product =>
            (product.Left, factor.Value.Numerator.Sign < 0),
        BinaryExpression { Operator: BinaryOperator.Multiply, Left: NumberExpression { Value.Numerator.IsZero: false } factor } product =>
            (product.Right, factor.Value.Numerator.Sign < 0),

        // (a × k) ÷ b is (a ÷ b) × k.
        BinaryExpression { Operator: BinaryOperator.Divide, Left: BinaryExpression { Operator: BinaryOperator.Multiply, Right: NumberExpression { Value.Numerator.IsZero: false } factor } product } quotient =>
            (quotient with { Left = product.Left }, factor.Value.Numerator.Sign < 0),
        _ => null,
    };

    private static bool Flatten(ExpressionPlan value, bool isNegative, List<(bool IsNegative, BinaryExpression Quotient)> quotients)
    {
        switch (value)
        {
            case NumberExpression:
                return true;
            case UnaryExpression { Operator: UnaryOperator.Negate } negation:
                return Flatten(negation.Operand, !isNegative, quotients);
            case BinaryExpression { Operator: BinaryOperator.Add } sum:
                return Flatten(sum.Left, isNegative, quotients) && Flatten(sum.Right, isNegative, quotients);
            case BinaryExpression { Operator: BinaryOperator.Subtract } difference:
                return Flatten(difference.Left, isNegative, quotients) && Flatten(difference.Right, !isNegative, quotients);
            case BinaryExpression { Operator: BinaryOperator.Divide } quotient:
                quotients.Add((isNegative, quotient));
                return true;
            default:
                return false;
        }
    }
}
