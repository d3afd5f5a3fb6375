namespace KaigoDsl.Compiler.Symbols;

/// <summary>Which allocations must come before which: those that spill into another before it.</summary>
internal static class SpillOver
{
    /// <summary>The allocations an allocation or one of its 枠 spills into.</summary>
    public static IEnumerable<AllocationSymbol> Targets(AllocationSymbol allocation) =>
        allocation.Pools.Select(p => p.Rules.Residue).Append(allocation.Rules.Residue).Select(r => r?.Allocation).OfType<AllocationSymbol>();

    /// <summary>
    /// The allocations, each after those that spill into it and otherwise in the given order; <paramref name="circle"/> is a circle when there is one,
    /// its first allocation once more at the end.
    /// </summary>
    public static IReadOnlyList<AllocationSymbol> Order(IReadOnlyList<AllocationSymbol> allocations, out IReadOnlyList<AllocationSymbol> circle)
    {
        var sources = allocations.ToDictionary(a => a, _ => new List<AllocationSymbol>());
        foreach (var allocation in allocations)
        {
            foreach (var target in Targets(allocation))
            {
                sources[target].Add(allocation);
            }
        }

        var ordered = new List<AllocationSymbol>();
        var done = new HashSet<AllocationSymbol>();
        while (ordered.Count < allocations.Count)
        {
            var next = allocations.FirstOrDefault(a => !done.Contains(a) && sources[a].TrueForAll(done.Contains));
            if (next is null)
            {
                circle = FindCircle(allocations.First(a => !done.Contains(a)), sources, done);
                return ordered;
            }

            ordered.Add(next);
            done.Add(next);
        }

        circle = [];
        return ordered;
    }

    // Every allocation left has a source that is left, so walking back must come round.
    private static List<AllocationSymbol> FindCircle(
        AllocationSymbol start, Dictionary<AllocationSymbol, List<AllocationSymbol>> sources, HashSet<AllocationSymbol> done)
    {
        var walk = new List<AllocationSymbol>();
        var at = start;
        while (!walk.Contains(at))
        {
            walk.Add(at);
            at = sources[at].First(s => !done.Contains(s));
        }

        var circle = walk.SkipWhile(a => !ReferenceEquals(a, at)).Reverse().ToList();
        circle.Insert(0, at);
        return circle;
    }
}
