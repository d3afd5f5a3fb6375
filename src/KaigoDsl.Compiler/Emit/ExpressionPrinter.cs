using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints expressions over the locals of one scoring method, for the row <c>i</c>.</summary>
internal sealed class ExpressionPrinter(ScoringLayout layout, LocalNames locals, LiteralPool literals) : ExpressionCode(literals)
{
    private const string ScoreBoard = "global::KaigoDsl.Runtime.ScoreBoard";

    /// <inheritdoc/>
    protected override string Read(ExpressionPlan expression) => expression switch
    {
        ConstantExpression constant => locals.Constant(constant.Constant),
        ColumnExpression column => locals.Column(column.Column) + "[i]",
        ItemExpression item => locals.Truth(item.Item) + "[i]",
        ScoreExpression score => layout.MayBeUnknown(score.Slot)
            ? $"{ScoreBoard}.Quantity({locals.Slot(score.Slot)}[i])"
            : $"{Rational}.FromInt64({locals.Slot(score.Slot)}[i])",
        AggregateExpression aggregate => locals.Aggregate(layout.Aggregates.IndexOf(aggregate)) + "[i]",
        _ => throw NoCode(expression),
    };
}
