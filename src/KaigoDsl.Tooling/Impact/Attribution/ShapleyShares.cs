using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Divides the difference of one addend among its factors, as <see cref="ShapleyGame"/> says.</summary>
internal static class ShapleyShares
{
    /// <summary>Parts are whole numbers of points ÷ this.</summary>
    public const int Denominator = ShapleyGame.Denominator;

    /// <summary>Adds an addend's parts, in points × <see cref="Denominator"/>.</summary>
    /// <param name="node">The addend.</param>
    /// <param name="times">How often it counts.</param>
    /// <param name="partsOf">By factor: the parts by entity, added to.</param>
    /// <param name="interaction">The factor that takes what no single one is answerable for.</param>
    public static void Add(HybridNode node, int times, Func<int, long[]> partsOf, int interaction)
    {
        var factors = node.Factors;
        if (factors.Count == 0)
        {
            return;
        }

        var (before, after) = (node.Points(new FactorSet([])), node.Points(new FactorSet(factors)));
        if (factors.Count == 1)
        {
            AddDifference(partsOf(factors[0]), before, after, (long)times * Denominator);
            return;
        }

        var shares = Shares(node, before.Length);
        for (var row = 0; row < before.Length; row++)
        {
            if (before[row] == ScoreColumn.Unknown || after[row] == ScoreColumn.Unknown)
            {
                continue;
            }

            var rest = ((long)after[row] - before[row]) * Denominator;
            if (AreKnown(shares, row))
            {
                for (var i = 0; i < factors.Count; i++)
                {
                    partsOf(factors[i])[row] += times * shares[i][row];
                    rest -= shares[i][row];
                }
            }

            if (rest != 0)
            {
                partsOf(interaction)[row] += times * rest;
            }
        }
    }

    private static bool AreKnown(long[][] shares, int row)
    {
        foreach (var share in shares)
        {
            if (share[row] == long.MinValue)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a difference known to be of one factor.</summary>
    public static void AddDifference(long[] parts, int[] before, int[] after, long times)
    {
        for (var row = 0; row < parts.Length; row++)
        {
            if (before[row] != ScoreColumn.Unknown && after[row] != ScoreColumn.Unknown)
            {
                parts[row] += times * ((long)after[row] - before[row]);
            }
        }
    }

    private static long[][] Shares(HybridNode node, int count)
    {
        var game = new ShapleyGame(node.Factors);
        var values = game.Worlds.Select(node.Points).ToArray();
        var shares = Enumerable.Range(0, game.Factors.Count).Select(_ => new long[count]).ToArray();
        foreach (var term in game.Terms)
        {
            Accumulate(shares[term.Factor], values[term.Without], values[term.With], term.Weight);
        }

        return shares;
    }

    /// <summary>Unknown in any world between leaves the share unknown: <see cref="long.MinValue"/>.</summary>
    private static void Accumulate(long[] share, int[] without, int[] with, long weight)
    {
        for (var row = 0; row < share.Length; row++)
        {
            share[row] = share[row] == long.MinValue || without[row] == ScoreColumn.Unknown || with[row] == ScoreColumn.Unknown
                ? long.MinValue
                : share[row] + (weight * ((long)with[row] - without[row]));
        }
    }
}
