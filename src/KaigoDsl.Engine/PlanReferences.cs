using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>What the expressions of a plan refer to.</summary>
internal static class PlanReferences
{
    /// <summary>Indexes of the frameworks a plan aggregates over, ascending.</summary>
    public static IEnumerable<int> AggregatedFrameworks(FrameworkPlan plan) =>
        AggregatedFrameworks(plan.Nodes.SelectMany(node => ExpressionsOf(plan, node)));

    /// <summary>Indexes of the frameworks that expressions aggregate over, ascending; aggregates inside aggregates too.</summary>
    public static IEnumerable<int> AggregatedFrameworks(IEnumerable<ExpressionPlan> expressions) =>
        expressions.SelectMany(SelfAndBelow)
            .OfType<AggregateExpression>()
            .SelectMany(static aggregate => AggregatedFrameworks([aggregate.Value]).Prepend(aggregate.Framework))
            .Distinct()
            .Order();

    /// <summary>The expressions that decide a node's points: its item's condition, and the measure and population of its ranking.</summary>
    public static IEnumerable<ExpressionPlan> ExpressionsOf(FrameworkPlan plan, NodePlan node)
    {
        var item = node.Item < 0 ? null : plan.Items[node.Item];
        if (item?.Expression is { } condition)
        {
            yield return condition;
        }

        var ranking = node.Ranking >= 0 ? node.Ranking : item?.Ranking ?? -1;
        if (ranking >= 0)
        {
            yield return plan.Rankings[ranking].Value;
            if (plan.Rankings[ranking].Population is { } population)
            {
                yield return population;
            }
        }
    }

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
