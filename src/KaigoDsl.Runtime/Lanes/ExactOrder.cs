namespace KaigoDsl.Runtime;

/// <summary>Orders rows by their exact values, best first.</summary>
internal readonly struct ExactOrder(MeasureSource source, bool lowestFirst) : IComparer<int>
{
    /// <inheritdoc/>
    public int Compare(int left, int right)
    {
        var (a, b) = source.Exact(left);
        var (c, d) = source.Exact(right);
        var order = ((Int128)a * d).CompareTo((Int128)c * b);
        return lowestFirst ? order : -order;
    }

    /// <summary>Whether rows whose keys have these bits are equal without looking.</summary>
    public bool AreEqualByKey(int ordered) => ordered == 0 || (source.Shape == MeasureShape.Value && source.IsSmall);

    /// <summary>Whether all rows have the value of the first.</summary>
    public bool AllEqual(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            return true;
        }

        var (a, b) = source.Exact(rows[0]);
        if (source.Shape == MeasureShape.Difference)
        {
            foreach (var row in rows)
            {
                var (c, d) = source.Exact(row);
                if ((Int128)a * d != (Int128)c * b)
                {
                    return false;
                }
            }

            return true;
        }

        // Operands are 32-bit here.
        foreach (var row in rows)
        {
            var (c, d) = source.Exact(row);
            if (a * d != c * b)
            {
                return false;
            }
        }

        return true;
    }
}
