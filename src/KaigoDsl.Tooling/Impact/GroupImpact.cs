using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact;

/// <summary>Winners and losers of one group of entities.</summary>
/// <param name="Label">The prefecture, the size class; <see langword="null"/> where the cell that says it is blank.</param>
/// <param name="Entities">Indexes into <see cref="ImpactResult.Entities"/> of those whose difference is known.</param>
/// <param name="Gains">How many gain points.</param>
/// <param name="Losses">How many lose points.</param>
/// <param name="Total">Their differences together, in 点.</param>
public sealed record GroupImpact(string? Label, ImmutableArray<int> Entities, int Gains, int Losses, long Total)
{
    /// <summary>How many get more from the allocations.</summary>
    public int YenGains { get; init; }

    /// <summary>How many get less from the allocations.</summary>
    public int YenLosses { get; init; }

    /// <summary>The differences of their payments together, in 円; missing where no allocation is compared.</summary>
    public Rational YenTotal { get; init; } = Rational.Missing;

    /// <summary>How many neither gain nor lose.</summary>
    public int Unchanged => Entities.Length - Gains - Losses;

    /// <summary>The mean difference; missing for a group of nobody.</summary>
    public Rational Mean => Entities.IsEmpty ? Rational.Missing : Rational.FromInt64(Total) / Entities.Length;
}
