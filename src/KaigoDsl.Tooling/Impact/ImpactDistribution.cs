using System.Collections.Immutable;

namespace KaigoDsl.Tooling.Impact;

/// <summary>How differences are distributed: those without a difference for themselves, on either side ranges of one width.</summary>
internal static class ImpactDistribution
{
    /// <summary>At most this many ranges on either side.</summary>
    private const int MostBins = 20;

    public static ImmutableArray<DifferenceBin> Of(ImmutableArray<EntityImpact> entities)
    {
        var differences = entities.Select(static entity => entity.Difference).OfType<int>().ToArray();
        if (differences.Length == 0)
        {
            return [];
        }

        var width = Width(differences.Max(Math.Abs));
        var counts = differences.GroupBy(difference => BinOf(difference, width)).ToDictionary(static group => group.Key, static group => group.Count());
        var bins = ImmutableArray.CreateBuilder<DifferenceBin>();
        for (var bin = Math.Min(0, counts.Keys.Min()); bin <= Math.Max(0, counts.Keys.Max()); bin++)
        {
            var (from, to) = bin == 0 ? (0, 0) : bin > 0 ? (((bin - 1) * width) + 1, bin * width) : (bin * width, ((bin + 1) * width) - 1);
            bins.Add(new DifferenceBin(from, to, counts.GetValueOrDefault(bin)));
        }

        return bins.ToImmutable();
    }

    /// <summary>1, 2, 5, 10, 20, 50…</summary>
    private static int Width(int most)
    {
        var (width, step) = (1, 0);
        while (((long)width * MostBins) < most)
        {
            width = step % 3 == 1 ? width / 2 * 5 : width * 2;
            step++;
        }

        return width;
    }

    private static int BinOf(int difference, int width) => Math.Sign(difference) * ((Math.Abs(difference) + width - 1) / width);
}
