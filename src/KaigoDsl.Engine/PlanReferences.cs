using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>What the expressions of a plan refer to.</summary>
internal static class PlanReferences
{
    /// <summary>Indexes of the frameworks a plan aggregates over, ascending.</summary>
    public static IEnumerable<int> AggregatedFrameworks(FrameworkPlan plan) =>
        plan.Rankings.SelectMany(static ranking => ranking.Population is null ? [ranking.Value] : new[] { ranking.Value, ranking.Population })
            .Concat(plan.Items.Select(static item => item.Expression).OfType<ExpressionPlan>())
            .SelectMany(SelfAndBelow)
            .OfType<AggregateExpression>()
            .Select(static aggregate => aggregate.Framework)
            .Distinct()
            .Order();

    /// <summary>
    /// An expression and its operands, outside in. The value of an aggregate is left out: it speaks about another entity's columns.
    /// </summary>
    public static IEnumerable<ExpressionPlan> SelfAndBelow(ExpressionPlan expression)
    {
        IEnumerable<ExpressionPlan> below = expression switch
        {
            UnaryExpression unary => [unary.Operand],
            BinaryExpression binary => [binary.Left, binary.Right],
            ConditionalExpression conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
            CallExpression call => call.Arguments,
            _ => [],
        };
        return below.SelectMany(SelfAndBelow).Prepend(expression);
    }
}
