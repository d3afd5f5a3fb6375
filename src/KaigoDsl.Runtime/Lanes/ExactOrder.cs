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

    /// <summary>
    /// Whether rows whose keys have these bits are equal without looking: integers always; quotients of numbers below 2^24 where the key is
    /// 0 or a power of two, such as 1 and ½. Another quotient lies further away from 2^k than 2^k · 2^-24, and so has another key: half the
    /// distance to the next key is that much above, and half of that below.
    /// </summary>
    public bool AreEqualByKey(int ordered)
    {
        const int Mantissa = 0x007F_FFFF;
        return ordered == 0
            || (source.IsSmall && source.Shape == MeasureShape.Value)
            || (source.IsSmall && source.Shape == MeasureShape.Ratio && (ApproximateKeys.Ordered(ordered) & Mantissa) == 0);
    }

    /// <summary>Puts rows in order, best first; nothing is allocated.</summary>
    public void Sort(Span<int> rows)
    {
        // A heap whose top is the worst row.
        for (var root = (rows.Length / 2) - 1; root >= 0; root--)
        {
            Sink(rows, root);
        }

        for (var last = rows.Length - 1; last > 0; last--)
        {
            (rows[0], rows[last]) = (rows[last], rows[0]);
            Sink(rows[..last], 0);
        }
    }

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

    /// <summary>Whether all marked rows have one value.</summary>
    /// <param name="marks">The rows, a bit each; at least one.</param>
    /// <param name="blocks">Blocks of 64 rows.</param>
    /// <param name="scratch">As much memory as the marks, overwritten.</param>
    public unsafe bool AllEqual(ulong* marks, int blocks, ulong* scratch)
    {
        var first = new ReadOnlySpan<ulong>(marks, blocks).IndexOfAnyExcept(0UL);
        var (a, b) = source.Exact((first * RowBlocks.Rows) + System.Numerics.BitOperations.TrailingZeroCount(marks[first]));
        if (source.Shape == MeasureShape.Difference)
        {
            for (var block = 0; block < blocks; block++)
            {
                for (var word = marks[block]; word != 0; word &= word - 1)
                {
                    var (c, d) = source.Exact((block * RowBlocks.Rows) + System.Numerics.BitOperations.TrailingZeroCount(word));
                    if ((Int128)a * d != (Int128)c * b)
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        // Operands are 32-bit here: products fit in 64.
        var equality = new Comparison { Left = source.A, Right = source.Shape == MeasureShape.Value ? null : source.B, LeftFactor = b, RightFactor = a, IsEquality = true };
        for (var from = first; from < blocks; from++)
        {
            var to = from;
            while (to < blocks && marks[to] != 0)
            {
                to++;
            }

            equality.Write(marks, scratch, from, to);
            if (!new ReadOnlySpan<ulong>(marks + from, to - from).SequenceEqual(new ReadOnlySpan<ulong>(scratch + from, to - from)))
            {
                return false;
            }

            from = to;
        }

        return true;
    }

    private void Sink(Span<int> heap, int at)
    {
        while ((2 * at) + 1 is var child && child < heap.Length)
        {
            if (child + 1 < heap.Length && Compare(heap[child + 1], heap[child]) > 0)
            {
                child++;
            }

            if (Compare(heap[at], heap[child]) >= 0)
            {
                return;
            }

            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }
}
