using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// 順位. Rows of the population whose value exists are ordered best first, compared exactly; N is their number. A tier of share q is
/// meant for k = q·N, made whole; the cut-off is the value at rank k, and everyone at or better than it is in. The result does
/// not depend on the order of the rows.
/// </summary>
public static class Ranking
{
    /// <summary>Ranks the rows and fills the tiers.</summary>
    /// <param name="values">The measure by row.</param>
    /// <param name="population">By row, whether it belongs to the population; empty for all.</param>
    /// <param name="options">Direction, ties and rounding.</param>
    /// <param name="tiers">The tiers wanted.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a share is missing or outside 0 to 1.</exception>
    public static RankingResult Evaluate(
        ReadOnlySpan<Rational> values,
        ReadOnlySpan<bool> population,
        RankingOptions options,
        ReadOnlySpan<TierOptions> tiers)
    {
        if (population.Length != 0 && population.Length != values.Length)
        {
            throw new ArgumentException("There must be one mark per row, or none.", nameof(population));
        }

        var order = new int[values.Length];
        var n = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (!values[row].IsMissing && (population.Length == 0 || population[row]))
            {
                order[n++] = row;
            }
        }

        RankSorter.SortBestFirst(order.AsSpan(0, n), values, options.Direction);

        // Standing from the best end; LastOf is the rank of the last of a row's equals, so that N − LastOf are strictly worse.
        var standing = new int[values.Length];
        var lastOf = new int[values.Length];
        for (var start = 0; start < n;)
        {
            var end = start + 1;
            while (end < n && values[order[end]].Equals(values[order[start]]))
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                standing[order[i]] = start + 1;
                lastOf[order[i]] = end;
            }

            start = end;
        }

        var results = ImmutableArray.CreateBuilder<TierResult>(tiers.Length);
        foreach (var tier in tiers)
        {
            var k = Count(tier.Share, n, options.Rounding);
            var hits = new bool[values.Length];
            for (var i = 0; i < n && k > 0; i++)
            {
                var row = order[i];
                hits[row] = (tier.Side, options.Ties) switch
                {
                    (TierSide.Top, TieRule.Include) => standing[row] <= k,
                    (TierSide.Top, _) => lastOf[row] <= k,
                    (_, TieRule.Include) => n - lastOf[row] < k,
                    _ => n - standing[row] < k,
                };
            }

            var cutOff = k == 0 ? Rational.Missing : values[order[tier.Side == TierSide.Top ? k - 1 : n - k]];
            results.Add(new TierResult(k, cutOff, hits));
        }

        return new RankingResult(n, standing, results.MoveToImmutable());
    }

    /// <summary>k = <paramref name="share"/> × <paramref name="n"/>, exactly, made whole.</summary>
    /// <exception cref="ArgumentException">The share is missing or outside 0 to 1.</exception>
    public static int Count(Rational share, int n, CountRounding rounding)
    {
        if (share.IsMissing || share.Sign < 0 || share.CompareTo(Rational.One) > 0)
        {
            throw new ArgumentException($"A share is between 0 and 1, not `{share}`.", nameof(share));
        }

        var exact = share * n;
        var k = rounding switch
        {
            CountRounding.Down => exact.Floor(),
            CountRounding.Up => exact.Ceiling(),
            CountRounding.Nearest => (exact + Rational.Create(1, 2)).Floor(),
            _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
        };
        return (int)k;
    }

    /// <summary>
    /// Compares two standings as 高い方 breaks ties: the smaller rank ÷ N is better (negative result); a side without a rank
    /// (standing 0) is behind one that has it; two without are equal.
    /// </summary>
    public static int CompareStanding(int leftStanding, int leftN, int rightStanding, int rightN)
    {
        if (leftStanding == 0 || rightStanding == 0)
        {
            return (leftStanding == 0 ? 1 : 0) - (rightStanding == 0 ? 1 : 0);
        }

        return ((long)leftStanding * rightN).CompareTo((long)rightStanding * leftN);
    }
}
