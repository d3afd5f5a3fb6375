using System.Numerics;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <content>A cut-off with many rows in doubt.</content>
internal sealed unsafe partial class TierSelection
{
    /// <summary>One cut-off among many rows of a small table: split by the key of one of them, again and again.</summary>
    private void Halve(in TierCut cut, int above, ulong* doubt, int count)
    {
        ulong* better = (ulong*)_marks.Start + (Lanes * _blocks), same = better + _blocks;
        while (count > FewRows)
        {
            var (greater, equal) = ApproximateKeys.Split(_keys, RowAt(doubt, count / 2), doubt, _blocks, better, same);
            if (above + greater >= cut.Position)
            {
                new Span<ulong>(better, _blocks).CopyTo(new Span<ulong>(doubt, _blocks));
                count = greater;
                continue;
            }

            for (var block = 0; block < _blocks; block++)
            {
                cut.Hits[block] |= better[block];
            }

            above += greater;
            if (above + equal >= cut.Position)
            {
                SettleMarked(cut, above, same, equal, better);
                return;
            }

            for (var block = 0; block < _blocks; block++)
            {
                cut.Hits[block] |= same[block];
                doubt[block] &= ~(better[block] | same[block]);
            }

            above += equal;
            count -= greater + equal;
        }

        Few(cut, above, doubt, count);
    }

    /// <summary>Marked rows of one key, among which the cut-off is: mostly equal, which is seen without listing them.</summary>
    private void SettleMarked(in TierCut cut, int better, ulong* marks, int count, ulong* scratch)
    {
        var order = new ExactOrder(_source, _lowestFirst);
        var first = RowAt(marks, 0);
        if (!order.AreEqualByKey(ApproximateKeys.Ordered(_keys[first])) && !order.AllEqual(marks, first, _blocks, scratch))
        {
            var rows = _rows.AsSpan(0, count);
            ListAll(marks, rows);
            SettleMany(cut, better, rows);
            return;
        }

        if (cut.CountsEqualsAsBetter(_count, better, count))
        {
            for (var block = 0; block < _blocks; block++)
            {
                cut.Hits[block] |= marks[block];
            }
        }
    }

    private int RowAt(ulong* marks, int index)
    {
        var block = 0;
        for (var here = BitOperations.PopCount(marks[0]); here <= index; here = BitOperations.PopCount(marks[block]))
        {
            index -= here;
            block++;
        }

        var word = marks[block];
        for (; index > 0; index--)
        {
            word &= word - 1;
        }

        return (block * RowBlocks.Rows) + BitOperations.TrailingZeroCount(word);
    }

    private void ListAll(ulong* marks, Span<int> rows)
    {
        var count = 0;
        for (var block = 0; block < _blocks; block++)
        {
            for (var word = marks[block]; word != 0; word &= word - 1)
            {
                rows[count++] = (block * RowBlocks.Rows) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>One cut-off among many rows of one fine key: their keys, eight bits at a time, then exact comparison.</summary>
    private void Many(in TierCut cut, int level, int above)
    {
        var rows = _rows.AsSpan();
        var count = 0;
        for (var block = 0; block < _blocks; block++)
        {
            var marks = Vector512.Equals(Vector512.LoadAligned(_fine + ((long)block * RowBlocks.Rows)), Vector512.Create((byte)level)).ExtractMostSignificantBits() & _valid[block];
            for (; marks != 0; marks &= marks - 1)
            {
                rows[count++] = (block * RowBlocks.Rows) + BitOperations.TrailingZeroCount(marks);
            }
        }

        rows = rows[..count];
        var better = above;
        while (true)
        {
            var (smallest, largest) = (int.MaxValue, int.MinValue);
            foreach (var row in rows)
            {
                var key = ApproximateKeys.Ordered(_keys[row]);
                smallest = Math.Min(smallest, key);
                largest = Math.Max(largest, key);
            }

            if (smallest == largest)
            {
                break;
            }

            var shift = Math.Max(0, 24 - BitOperations.LeadingZeroCount((uint)largest - (uint)smallest));
            Array.Clear(_histogram);
            foreach (var row in rows)
            {
                _histogram[((uint)ApproximateKeys.Ordered(_keys[row]) - (uint)smallest) >> shift]++;
            }

            var bin = _histogram.Length - 1;
            for (; better + _histogram[bin] < cut.Position; bin--)
            {
                better += _histogram[bin];
            }

            count = 0;
            foreach (var row in rows)
            {
                var of = (int)(((uint)ApproximateKeys.Ordered(_keys[row]) - (uint)smallest) >> shift);
                Mark(cut.Hits, row, of > bin);
                rows[count] = row;
                count += of == bin ? 1 : 0;
            }

            rows = rows[..count];
        }

        SettleMany(cut, better, rows);
    }

    /// <summary>Many rows of one key, among which the cut-off is: mostly equal; if not, ordered exactly.</summary>
    private void SettleMany(in TierCut cut, int better, Span<int> rows)
    {
        var order = new ExactOrder(_source, _lowestFirst);
        if (!order.AreEqualByKey(ApproximateKeys.Ordered(_keys[rows[0]])) && !order.AllEqual(rows))
        {
            order.Sort(rows);
            var cutOff = rows[cut.Position - better - 1];
            var (start, end) = (0, 0);
            for (var i = 0; i < rows.Length; i++)
            {
                var compared = order.Compare(rows[i], cutOff);
                start += compared < 0 ? 1 : 0;
                end += compared <= 0 ? 1 : 0;
                Mark(cut.Hits, rows[i], compared < 0);
            }

            better += start;
            rows = rows[start..end];
        }

        if (cut.CountsEqualsAsBetter(_count, better, rows.Length))
        {
            foreach (var row in rows)
            {
                Mark(cut.Hits, row, true);
            }
        }
    }

    private static void Mark(ulong* bits, int row, bool marked) => bits[row / RowBlocks.Rows] |= (marked ? 1UL : 0UL) << row;
}
