namespace KaigoDsl.Runtime;

/// <summary>Sorts row numbers by exact value. How it sorts is free, since equal values get equal standing.</summary>
internal static class RankSorter
{
    /// <summary>Sorts <paramref name="rows"/> so that the best value comes first; no value may be missing.</summary>
    public static void SortBestFirst(Span<int> rows, ReadOnlySpan<Rational> values, RankDirection direction)
    {
        if (!TrySortByNumerators(rows, values))
        {
            var sorted = new Rational[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                sorted[i] = values[rows[i]];
            }

            sorted.AsSpan().Sort(rows);
        }

        if (direction == RankDirection.HighestFirst)
        {
            rows.Reverse();
        }
    }

    /// <summary>Values over one denominator compare as their numerators: the usual case of counts and points, much faster.</summary>
    private static bool TrySortByNumerators(Span<int> rows, ReadOnlySpan<Rational> values)
    {
        var keys = new long[rows.Length];
        long common = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!values[rows[i]].TryGetInt64(out keys[i], out var denominator) || (common != 0 && denominator != common))
            {
                return false;
            }

            common = denominator;
        }

        keys.AsSpan().Sort(rows);
        return true;
    }
}
