using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>What the expressions of a plan refer to.</summary>
internal static class PlanReferences
{
    /// <summary>Indexes of the frameworks that expressions aggregate over, ascending.</summary>
    public static IEnumerable<int> AggregatedFrameworks(IEnumerable<ExpressionPlan> expressions) =>
        expressions.SelectMany(static expression => expression.SelfAndParts())
            .OfType<AggregateExpression>()
            .Select(static aggregate => aggregate.Framework)
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

    /// <summary>仮定 of a node, of the shared group it stands for, and of the columns and constants that its expressions read.</summary>
    public static IEnumerable<string> AssumptionsOf(FrameworkPlan plan, NodePlan node)
    {
        var shared = node.Reference < 0 ? [] : plan.Nodes[node.Reference].Assumptions;
        return node.Assumptions.Concat(shared).Concat(ExpressionsOf(plan, node)
            .SelectMany(static expression => expression.SelfAndParts())
            .SelectMany(expression => expression switch
            {
                ColumnExpression column => plan.Columns[column.Column].Assumptions,
                ConstantExpression constant => plan.Constants[constant.Constant].Assumptions,
                _ => [],
            }));
    }
}
