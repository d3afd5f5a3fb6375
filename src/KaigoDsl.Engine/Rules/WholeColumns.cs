using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Evaluates the expressions of rules and allocations a whole column at a time, as generated code does; what has no operation on columns (texts, step tables,
/// roundings) goes row by row.
/// </summary>
internal sealed class WholeColumns(RulesEvaluation rules, RowExpressions rows)
{
    private readonly RowRoom _room = new(rules.Table.Count);

    public QuantityRows Quantities(ExpressionPlan expression) => expression switch
    {
        NumberExpression number => _room.Constant(number.Value.ToRational()),
        ConstantExpression constant => _room.Constant(rules.Constant(constant.Constant)),
        ColumnExpression column => _room.Of(rules.Table.Quantities(column.Column)),
        ScoreExpression score when rules.Scores is { } scores => _room.Points(scores.Score(score.Slot).Values),
        UnaryExpression { Operator: UnaryOperator.Negate } negation => -Quantities(negation.Operand),
        BinaryExpression { Operator: BinaryOperator.Add } sum => Quantities(sum.Left) + Quantities(sum.Right),
        BinaryExpression { Operator: BinaryOperator.Subtract } difference => Quantities(difference.Left) - Quantities(difference.Right),
        BinaryExpression { Operator: BinaryOperator.Multiply } product => Quantities(product.Left) * Quantities(product.Right),
        BinaryExpression { Operator: BinaryOperator.Divide, Right: NumberExpression divisor } quotient => Quantities(quotient.Left) / divisor.Value.ToRational(),
        BinaryExpression { Operator: BinaryOperator.Divide } quotient => Quantities(quotient.Left) / Quantities(quotient.Right),
        ConditionalExpression choice => Truths(choice.Condition).Choose(Quantities(choice.WhenTrue), Quantities(choice.WhenFalse)),
        CallExpression { Function: IntrinsicFunction.Minimum } call => call.Arguments.Select(Quantities).Aggregate(QuantityRows.Min),
        CallExpression { Function: IntrinsicFunction.Maximum } call => call.Arguments.Select(Quantities).Aggregate(QuantityRows.Max),
        FormulaExpression formula => rules.QuantityRowsOfFormula(formula.Formula),
        StandingExpression { FromWorst: true } standing => rules.Standing(standing.Standing).PlacesFromWorst,
        StandingExpression standing => rules.Standing(standing.Standing).Places,
        RankedCountExpression count => _room.Constant(rules.Standing(count.Standing).RankedCount),
        _ => QuantitiesByRow(expression),
    };

    public TruthRows Truths(ExpressionPlan expression) => expression switch
    {
        ColumnExpression column => _room.Of(rules.Table.Truths(column.Column)),
        UnaryExpression { Operator: UnaryOperator.Not } negation => !Truths(negation.Operand),
        BinaryExpression { Operator: BinaryOperator.And } both => Truths(both.Left) & Truths(both.Right),
        BinaryExpression { Operator: BinaryOperator.Or } either => Truths(either.Left) | Truths(either.Right),
        BinaryExpression { Left.Type: ExpressionType.Quantity } comparison => Compare(comparison),
        ConditionalExpression choice => Truths(choice.Condition).Choose(Truths(choice.WhenTrue), Truths(choice.WhenFalse)),
        FormulaExpression formula => rules.TruthRowsOfFormula(formula.Formula),
        _ => TruthsByRow(expression),
    };

    public StandingRows Rank(StandingPlan standing, TruthRows? population, Runtime.RankDirection direction) =>
        _room.Rank(Quantities(standing.Value), population, direction);

    public int[] Decide(ReadOnlySpan<(bool IsMet, TruthRows? Condition)> clauses) => _room.Decide(clauses);

    private TruthRows Compare(BinaryExpression comparison)
    {
        var (left, right) = (Quantities(comparison.Left), Quantities(comparison.Right));
        return comparison.Operator switch
        {
            BinaryOperator.Equal => QuantityRows.Equal(left, right),
            BinaryOperator.NotEqual => !QuantityRows.Equal(left, right),
            BinaryOperator.Less => left < right,
            BinaryOperator.LessOrEqual => left <= right,
            BinaryOperator.Greater => left > right,
            _ => left >= right,
        };
    }

    private QuantityRows QuantitiesByRow(ExpressionPlan expression)
    {
        var values = new Rational[_room.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = rows.Quantity(expression, row);
        }

        return _room.Of(values);
    }

    private TruthRows TruthsByRow(ExpressionPlan expression)
    {
        var values = new Truth[_room.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = rows.Truth(expression, row);
        }

        return _room.Of(values);
    }
}
