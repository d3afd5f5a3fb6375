using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// Finds the inputs that a table of published results need not have: what only conditions and rankings of items read is said as well by
/// the reported results of all these items, unless another framework aggregates it.
/// </summary>
internal static class InputSubstitutes
{
    /// <summary>The frameworks of a group with <see cref="ColumnPlan.Substitutes"/> and <see cref="ColumnPlan.IsAggregated"/> filled in.</summary>
    public static ImmutableArray<FrameworkPlan> Fill(ImmutableArray<FrameworkPlan> frameworks, IReadOnlyList<int> numbers)
    {
        var aggregated = new HashSet<(int Framework, int Column)>();
        foreach (var aggregate in frameworks.SelectMany(f => f.Aggregates()))
        {
            aggregated.UnionWith(aggregate.Value.SelfAndParts().OfType<ColumnExpression>().Select(c => (aggregate.Framework, c.Column)));
        }

        return [.. frameworks.Select((plan, index) => Fill(plan, column => aggregated.Contains((numbers[index], column))))];
    }

    private static FrameworkPlan Fill(FrameworkPlan plan, Func<int, bool> isAggregated)
    {
        var readers = new Dictionary<int, SortedSet<int>>();
        foreach (var (expression, items) in Expressions(plan))
        {
            foreach (var column in expression.SelfAndParts().OfType<ColumnExpression>())
            {
                if (!readers.TryGetValue(column.Column, out var answers))
                {
                    readers.Add(column.Column, answers = []);
                }

                answers.UnionWith(items.Select(item => plan.Items[item].AnswerColumn));
            }
        }

        return plan with
        {
            Columns = plan.Columns
                .Select(c => c.Kind == ColumnKind.Input && readers.TryGetValue(c.Index, out var answers)
                    ? c with { Substitutes = answers.ToImmutableArray(), IsAggregated = isAggregated(c.Index) }
                    : c)
                .ToImmutableArray(),
        };
    }

    /// <summary>Everything a framework computes, with the items it decides.</summary>
    private static IEnumerable<(ExpressionPlan Expression, IEnumerable<int> Items)> Expressions(FrameworkPlan plan)
    {
        foreach (var item in plan.Items)
        {
            if (item.Expression is { } condition)
            {
                yield return (condition, [item.Index]);
            }
        }

        foreach (var ranking in plan.Rankings)
        {
            var items = ranking.Tiers.Select(t => t.Item).ToArray();
            yield return (ranking.Value, items);
            if (ranking.Population is { } population)
            {
                yield return (population, items);
            }
        }
    }
}
