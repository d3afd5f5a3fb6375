using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>A ranking carried out over the rows of one table.</summary>
public sealed class RankingResult
{
    private readonly int[] _standing;

    internal RankingResult(int n, int[] standing, ImmutableArray<TierResult> tiers)
    {
        N = n;
        _standing = standing;
        Tiers = tiers;
    }

    /// <summary>How many are ranked: in the population, with a value.</summary>
    public int N { get; }

    /// <summary>By row: 1 + the number strictly better; 0 when not ranked.</summary>
    public ReadOnlySpan<int> Standing => _standing;

    /// <summary>One result per tier asked for, in that order.</summary>
    public ImmutableArray<TierResult> Tiers { get; }
}
