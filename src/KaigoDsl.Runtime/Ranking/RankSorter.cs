namespace KaigoDsl.Runtime;

/// <summary>
/// Sorts row numbers by exact value. Where it can, it sorts 64-bit keys, which is several times faster than comparing fractions; how it
/// sorts is otherwise free, since equal values get equal standing.
/// </summary>
internal static class RankSorter
{
    private const int FractionBits = 32;

    /// <summary>Sorts <paramref name="rows"/> so that the best value comes first; no value may be missing.</summary>
    public static void SortBestFirst(Span<int> rows, ReadOnlySpan<Rational> values, RankDirection direction)
    {
        var keys = new long[rows.Length];
        if (TryTakeNumerators(rows, values, keys))
        {
            keys.AsSpan().Sort(rows);
        }
        else if (TryTakeFloors(rows, values, keys))
        {
            keys.AsSpan().Sort(rows);
            SortEqualKeys(rows, values, keys);
        }
        else
        {
            SortExactly(rows, values);
        }

        if (direction == RankDirection.HighestFirst)
        {
            rows.Reverse();
        }
    }

    /// <summary>Values over one denominator compare as their numerators: counts, points, yen.</summary>
    private static bool TryTakeNumerators(ReadOnlySpan<int> rows, ReadOnlySpan<Rational> values, Span<long> keys)
    {
        long common = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!values[rows[i]].TryGetInt64(out keys[i], out var denominator) || (common != 0 && denominator != common))
            {
                return false;
            }

            common = denominator;
        }

        return true;
    }

    /// <summary>⌊value × 2³²⌋ never orders two values wrongly; it only fails to tell apart those that are very close.</summary>
    private static bool TryTakeFloors(ReadOnlySpan<int> rows, ReadOnlySpan<Rational> values, Span<long> keys)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (!values[rows[i]].TryGetInt64(out var numerator, out var denominator) || denominator > int.MaxValue)
            {
                return false;
            }

            var (whole, rest) = Math.DivRem(numerator, denominator);
            if (rest < 0)
            {
                whole--;
                rest += denominator;
            }

            if (whole is < int.MinValue or > int.MaxValue)
            {
                return false;
            }

            keys[i] = (whole << FractionBits) + ((rest << FractionBits) / denominator);
        }

        return true;
    }

    /// <summary>Puts rows that share a key into exact order; ties, the usual reason for sharing one, need nothing.</summary>
    private static void SortEqualKeys(Span<int> rows, ReadOnlySpan<Rational> values, ReadOnlySpan<long> keys)
    {
        for (var start = 0; start < rows.Length;)
        {
            var (end, differ) = (start + 1, false);
            for (; end < rows.Length && keys[end] == keys[start]; end++)
            {
                differ |= !values[rows[end]].Equals(values[rows[start]]);
            }

            if (differ)
            {
                SortExactly(rows[start..end], values);
            }

            start = end;
        }
    }

    private static void SortExactly(Span<int> rows, ReadOnlySpan<Rational> values)
    {
        var sorted = new Rational[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            sorted[i] = values[rows[i]];
        }

        sorted.AsSpan().Sort(rows);
    }
}
