namespace KaigoDsl.Runtime;

/// <content>Figures about points, straight from the form they are held in.</content>
public sealed unsafe partial class ScoreBoard
{
    /// <summary>How far apart points may lie to be counted one by one.</summary>
    private const int LargestHistogram = 4096;

    /// <summary>Exact figures about the points of a slot.</summary>
    public ScoreFigures Figures(int slot)
    {
        Flush();
        var source = _slots[slot];
        var figures = (source.Form, Count) switch
        {
            (_, 0) => default,
            (PointsForm.Bytes, _) => FigureKernels.OfBytes(source.Values, _blocks, Count),
            (PointsForm.Shorts, _) => FigureKernels.OfShorts((ushort*)source.Values, _blocks, Count),
            _ => FiguresOfIntegers(Points(slot)),
        };
        GC.KeepAlive(this);
        return figures;
    }

    /// <summary>The sum of the known points of each group.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="groups">The groups of the rows scored.</param>
    /// <param name="sums">Written: one sum for each group.</param>
    /// <param name="counts">Written: how many rows of each group have known points.</param>
    /// <exception cref="ArgumentException">The groups are not those of the rows scored, or there is not one place for each.</exception>
    public void SumBy(int slot, TextGroups groups, Span<long> sums, Span<int> counts)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != Count || sums.Length != groups.Labels.Count || counts.Length != sums.Length)
        {
            throw new ArgumentException($"There are {Count} rows and {groups.Labels.Count} groups of {groups.Count}, but {sums.Length} and {counts.Length} places.", nameof(groups));
        }

        Flush();
        sums.Clear();
        var source = _slots[slot];
        if (source.Form is PointsForm.Bytes or PointsForm.Shorts)
        {
            var runs = groups.Runs;
            for (var run = 0; run + 1 < runs.Length && runs[run] < Count; run++)
            {
                sums[groups.Codes[runs[run]]] += source.Form == PointsForm.Bytes
                    ? FigureKernels.SumBytes(source.Values, runs[run], runs[run + 1])
                    : FigureKernels.SumShorts((ushort*)source.Values, runs[run], runs[run + 1]);
            }

            groups.SizesTo(counts);
            GC.KeepAlive(this);
            return;
        }

        counts.Clear();
        var points = Points(slot);
        for (var row = 0; row < points.Length; row++)
        {
            if (points[row] != ScoreColumn.Unknown)
            {
                sums[groups.Codes[row]] += points[row];
                counts[groups.Codes[row]]++;
            }
        }
    }

    private static ScoreFigures FiguresOfIntegers(ReadOnlySpan<int> points)
    {
        var (count, sum, minimum, maximum) = (0, 0L, int.MaxValue, int.MinValue);
        foreach (var value in points)
        {
            if (value != ScoreColumn.Unknown)
            {
                (count, sum, minimum, maximum) = (count + 1, sum + value, Math.Min(minimum, value), Math.Max(maximum, value));
            }
        }

        if (count == 0)
        {
            return default;
        }

        if ((long)maximum - minimum >= LargestHistogram)
        {
            int[] known = [.. points];
            Array.Sort(known); // Unknown is the least int: the known ones come last.
            var first = known.Length - count;
            return new ScoreFigures(count, sum, known[first + ((count - 1) / 2)], known[first + (count / 2)], maximum);
        }

        Span<int> histogram = stackalloc int[maximum - minimum + 1];
        histogram.Clear();
        foreach (var value in points)
        {
            if (value != ScoreColumn.Unknown)
            {
                histogram[value - minimum]++;
            }
        }

        return new ScoreFigures(count, sum, minimum + At(histogram, (count - 1) / 2), minimum + At(histogram, count / 2), maximum);
    }

    private static int At(ReadOnlySpan<int> histogram, int index)
    {
        var bin = 0;
        for (var below = histogram[0]; below <= index; below += histogram[bin])
        {
            bin++;
        }

        return bin;
    }
}
