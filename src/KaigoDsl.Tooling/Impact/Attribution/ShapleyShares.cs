using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>
/// Divides the difference of one addend among its factors. Up to six: the Shapley value, which is the mean over all orders in which the changes
/// could have been made. More: the mean of what a change does when it is made first and when it is made last; what is then left is interaction.
/// </summary>
internal static class ShapleyShares
{
    /// <summary>Parts are whole numbers of points ÷ this: 6!.</summary>
    public const int Denominator = 720;

    private const int ExactAtMost = 6;

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

        var shares = factors.Count <= ExactAtMost ? Exact(node, before.Length) : FirstAndLast(node, before, after);
        for (var row = 0; row < before.Length; row++)
        {
            if (before[row] == ScoreColumn.Unknown || after[row] == ScoreColumn.Unknown)
            {
                continue;
            }

            var rest = ((long)after[row] - before[row]) * Denominator;
            if (shares.All(share => share[row] != long.MinValue))
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

    private static long[][] Exact(HybridNode node, int count)
    {
        var factors = node.Factors;
        var values = Enumerable.Range(0, 1 << factors.Count)
            .Select(mask => node.Points(new FactorSet(factors.Where((_, i) => (mask & (1 << i)) != 0))))
            .ToArray();
        var weights = Enumerable.Range(0, factors.Count)
            .Select(size => (long)Denominator / Factorial(factors.Count) * Factorial(size) * Factorial(factors.Count - size - 1))
            .ToArray();
        var shares = New(factors.Count, count);
        for (var i = 0; i < shares.Length; i++)
        {
            for (var mask = 0; mask < values.Length; mask++)
            {
                if ((mask & (1 << i)) == 0)
                {
                    Accumulate(shares[i], values[mask], values[mask | (1 << i)], weights[int.PopCount(mask)]);
                }
            }
        }

        return shares;
    }

    private static long[][] FirstAndLast(HybridNode node, int[] before, int[] after)
    {
        var factors = node.Factors;
        var shares = New(factors.Count, before.Length);
        for (var i = 0; i < shares.Length; i++)
        {
            var factor = factors[i];
            Accumulate(shares[i], before, node.Points(new FactorSet([factor])), Denominator / 2);
            Accumulate(shares[i], node.Points(new FactorSet(factors.Where(other => other != factor))), after, Denominator / 2);
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

    private static long[][] New(int factors, int count) => [.. Enumerable.Range(0, factors).Select(_ => new long[count])];

    private static int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
