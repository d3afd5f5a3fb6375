using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>A ranking as declared: from which end, what happens at the cut-off, and its tiers.</summary>
public sealed class RankingRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="options">Direction, ties and rounding.</param>
    /// <param name="hasStandings">Whether somebody asks for standings (高い方 of equal points).</param>
    /// <param name="tiers">The tiers, in the order they are asked for.</param>
    public RankingRule(RankingOptions options, bool hasStandings, params TierOptions[] tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        Options = options;
        HasStandings = hasStandings;
        Tiers = [.. tiers];
    }

    /// <summary>Direction, ties and rounding.</summary>
    public RankingOptions Options { get; }

    /// <summary>Whether standings are wanted.</summary>
    public bool HasStandings { get; }

    /// <summary>The tiers.</summary>
    public ImmutableArray<TierOptions> Tiers { get; }
}
