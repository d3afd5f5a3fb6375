using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints expressions of rules and allocations over the locals of one method, for the row <c>i</c>.</summary>
/// <param name="layout">The rules.</param>
/// <param name="locals">The locals of the method.</param>
/// <param name="literals">The numbers of the class.</param>
internal sealed class RuleExpressionPrinter(RulesLayout layout, RuleLocals locals, LiteralPool literals) : ExpressionCode(literals)
{
    /// <inheritdoc/>
    protected override string Read(ExpressionPlan expression) => expression switch
    {
        ConstantExpression constant => locals.Constant(constant.Constant),
        ColumnExpression column => locals.Column(column.Column) + "[i]",
        ScoreExpression score => $"global::KaigoDsl.Runtime.ScoreBoard.Quantity({locals.Score(score.Slot)}[i])",
        ItemExpression item => locals.Item(item.Item) + "[i]",
        FormulaExpression formula => locals.Formula(formula.Formula) + "[i]",
        DecisionExpression decision => locals.Decision(decision.Decision) + ".IsMet(i)",
        DecisionLabelExpression decision => locals.Decision(decision.Decision) + ".Label(i)",
        StandingExpression { FromWorst: true } standing => locals.Standing(standing.Standing) + ".FromWorst(i)",
        StandingExpression standing => locals.Standing(standing.Standing) + "[i]",
        RankedCountExpression standing => locals.Standing(standing.Standing) + ".RankedCount",
        StepLookupExpression lookup => $"{layout.RulesType}.{layout.Step(lookup.Table)}({Print(lookup.Argument)})",
        AggregateExpression aggregate => locals.Aggregate(aggregate) + "[i]",
        _ => throw NoCode(expression),
    };
}
