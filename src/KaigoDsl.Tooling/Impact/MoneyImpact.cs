using System.Collections.Immutable;

namespace KaigoDsl.Tooling.Impact;

/// <summary>What the allocations (配分) of two frameworks pay before and after, in 円.</summary>
public sealed record MoneyImpact
{
    /// <summary>The allocations by label: those of the new framework in its order, then those that are gone.</summary>
    public required ImmutableArray<AllocationImpact> Allocations { get; init; }

    /// <summary>By entity of <see cref="ImpactResult.Entities"/>: what it gets and got from all allocations that can be compared together.</summary>
    public required ImmutableArray<EntityYen> Entities { get; init; }

    /// <summary>Indexes of the entities whose difference is known.</summary>
    public IEnumerable<int> Compared => Enumerable.Range(0, Entities.Length).Where(i => Entities[i].IsCompared);

    /// <summary>How many entities get more than before.</summary>
    public int Gains => Entities.Count(static entity => entity.IsCompared && entity.Difference.Sign > 0);

    /// <summary>How many entities get less than before.</summary>
    public int Losses => Entities.Count(static entity => entity.IsCompared && entity.Difference.Sign < 0);
}
