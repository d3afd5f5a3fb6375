using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Which items' truth others ask for than the framework they belong to: aggregates over its members, rules and allocations on its table.</summary>
internal static class AskedItems
{
    /// <summary>By framework of the program, the items asked for, ascending.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(ProgramPlan program)
    {
        var asked = program.Frameworks.Select(_ => new SortedSet<int>()).ToImmutableArray();
        foreach (var aggregate in program.Frameworks.SelectMany(framework => framework.Aggregates()))
        {
            Add(aggregate.Framework, aggregate.Value.SelfAndParts());
        }

        for (var i = 0; i < program.Rules.Count; i++)
        {
            foreach (var expression in OnRules(program, i))
            {
                var parts = expression.SelfAndParts().ToImmutableArray();
                Add(program.Rules[i].Framework, parts);
                foreach (var aggregate in parts.OfType<AggregateExpression>())
                {
                    Add(aggregate.Framework, aggregate.Value.SelfAndParts());
                }
            }
        }

        return asked.Select(items => items.ToImmutableArray()).ToImmutableArray();

        void Add(int framework, IEnumerable<ExpressionPlan> parts)
        {
            foreach (var item in parts.OfType<ItemExpression>())
            {
                asked[framework].Add(item.Item);
            }
        }
    }

    /// <summary>The expressions of rules and of the allocations that stand on them.</summary>
    public static IEnumerable<ExpressionPlan> OnRules(ProgramPlan program, int rules) => program.Rules[rules].Expressions()
        .Concat(program.Allocations.Where(allocation => allocation.Rules == rules).SelectMany(allocation => allocation.Expressions()));
}
