using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>A distribution (度数分布) of scores over bins of one width that a person can read: 1, 2 or 5 times a power of ten.</summary>
/// <param name="Width">Points from the beginning of one bin to that of the next.</param>
/// <param name="Bins">The bins from the lowest, empty ones included; they begin at multiples of the width.</param>
/// <param name="UnknownCount">Scores that are not known and so in no bin.</param>
public sealed record Histogram(int Width, ImmutableArray<HistogramBin> Bins, int UnknownCount)
{
    /// <summary>How many bins there are at most when the width is chosen: 800 points in steps of 20, 100 points in steps of 5.</summary>
    public const int MostBins = 41;

    /// <summary>Counts scores.</summary>
    /// <param name="scores">The scores in 点; unknown ones are counted apart.</param>
    /// <param name="fullMark">The highest score possible, so that distributions of one node compare; <see langword="null"/> for the highest there is.</param>
    public static Histogram OfScores(ReadOnlySpan<int> scores, int? fullMark)
    {
        var (least, most, unknown) = (0, fullMark ?? 0, 0);
        foreach (var score in scores)
        {
            if (score == ScoreColumn.Unknown)
            {
                unknown++;
            }
            else
            {
                (least, most) = (Math.Min(least, score), Math.Max(most, score));
            }
        }

        var width = WidthFor(least, most);
        var first = Floor(least, width);
        var counts = new int[Floor(most, width) - first + 1];
        foreach (var score in scores)
        {
            if (score != ScoreColumn.Unknown)
            {
                counts[Floor(score, width) - first]++;
            }
        }

        var bins = new HistogramBin[counts.Length];
        var atLeast = 0;
        for (var i = counts.Length - 1; i >= 0; i--)
        {
            atLeast += counts[i];
            var from = (first + i) * width;

            // The full mark has its own bin when it is a multiple of the width, and nothing above it can be had.
            bins[i] = new HistogramBin(from, i == counts.Length - 1 ? most : from + width - 1, counts[i], atLeast);
        }

        return new Histogram(width, [.. bins], unknown);
    }

    private static int WidthFor(int least, int most)
    {
        for (var power = 1; ; power = checked(power * 10))
        {
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var width = checked(digit * power);
                if (Floor(most, width) - Floor(least, width) < MostBins)
                {
                    return width;
                }
            }
        }
    }

    private static int Floor(int value, int width) => value >= 0 ? value / width : -((width - 1 - value) / width);
}
