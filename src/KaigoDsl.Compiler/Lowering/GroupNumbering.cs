using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// Numbers what several groups of files declare as if they were lowered together: frameworks in the order they are declared, each after what
/// it aggregates; rules in the order of their frameworks; allocations as <see cref="SpillOver"/> orders them.
/// </summary>
internal static class GroupNumbering
{
    public static ImmutableArray<GroupNumbers> Of(IReadOnlyList<LoweringInput> groups)
    {
        var frameworks = NumberFrameworks(groups);
        var rules = NumberRules(groups, frameworks);
        var allocations = NumberAllocations(groups);
        return
        [
            .. groups.Select(g => new GroupNumbers(
                g.Layouts.Layouts.Select(l => frameworks[l.Framework]).ToImmutableArray(),
                g.Rules.Select(r => rules[r]).ToImmutableArray(),
                SpillOver.Order(g.Bound.Table.Allocations, out _).Select(a => allocations[a]).ToImmutableArray())),
        ];
    }

    private static Dictionary<FrameworkSymbol, int> NumberFrameworks(IReadOnlyList<LoweringInput> groups)
    {
        var numbers = new Dictionary<FrameworkSymbol, int>();
        var pending = groups.ToDictionary(g => g, g => new Queue<FrameworkLayout>(g.Layouts.Layouts));
        foreach (var (framework, group) in groups
                     .SelectMany(g => g.Bound.Table.Frameworks.Select(f => (Framework: f, Group: g)))
                     .OrderBy(f => DeclaredPlace.Of(f.Framework.Location)))
        {
            // What stands before it in its group and has no number yet is what it aggregates.
            while (!numbers.ContainsKey(framework))
            {
                numbers.Add(pending[group].Dequeue().Framework, numbers.Count);
            }
        }

        return numbers;
    }

    private static Dictionary<RulesSymbol, int> NumberRules(IReadOnlyList<LoweringInput> groups, Dictionary<FrameworkSymbol, int> frameworks)
    {
        var numbers = new Dictionary<RulesSymbol, int>();
        foreach (var rules in groups.SelectMany(g => g.Rules)
                     .OrderBy(r => r.Framework is { } framework ? frameworks[framework] : int.MaxValue)
                     .ThenBy(r => r.Origin.IsAllocation)
                     .ThenBy(r => DeclaredPlace.Of(r.Origin.Location)))
        {
            numbers.Add(rules, numbers.Count);
        }

        return numbers;
    }

    private static Dictionary<AllocationSymbol, int> NumberAllocations(IReadOnlyList<LoweringInput> groups)
    {
        var declared = groups.SelectMany(g => g.Bound.Table.Allocations).OrderBy(a => DeclaredPlace.Of(a.Location)).ToArray();
        var numbers = new Dictionary<AllocationSymbol, int>();
        foreach (var allocation in SpillOver.Order(declared, out _))
        {
            numbers.Add(allocation, numbers.Count);
        }

        return numbers;
    }
}
