using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KaigoDsl.Runtime;

/// <content>A cut-off with many rows in doubt: their keys are put side by side, so that every further look at them reads nothing else.</content>
internal sealed unsafe partial class TierSelection
{
    /// <summary>After so many divisions of unlucky keys they are sorted.</summary>
    private const int MostDivisions = 64;

    private PinnedMemory _compact = new(0);

    /// <summary>A cut-off among many rows.</summary>
    /// <param name="cut">The cut-off.</param>
    /// <param name="above">Rows beyond doubt better than it.</param>
    /// <param name="doubt">The rows in doubt.</param>
    /// <param name="count">How many.</param>
    private void Many(in TierCut cut, int above, ulong* doubt, int count)
    {
        var keys = (int*)_compact.Start;
        var work = keys + (_compact.Length / (2 * sizeof(int)));
        List(doubt, keys, work);
        var place = cut.Position - above;
        var key = Select(work, count, place);

        // As bits in the order of the rows in doubt; the memory of the work is free again.
        var better = (ulong*)work;
        var equal = better + (count / RowBlocks.Rows) + 1;
        var (countBetter, countEqual) = Compare(keys, count, key, better, equal);
        above += countBetter;
        var order = new ExactOrder(_source, _lowestFirst);
        if (countEqual == 1 || order.AreEqualByKey(key))
        {
            if (cut.CountsEqualsAsBetter(_count, above, countEqual))
            {
                for (var word = 0; word <= count / RowBlocks.Rows; word++)
                {
                    better[word] |= equal[word];
                }
            }

            Spread(better, doubt, cut.Hits);
            return;
        }

        var marks = (ulong*)_marks.Start + (Lanes * _blocks);
        new Span<ulong>(marks, _blocks).Clear();
        Spread(better, doubt, cut.Hits);
        Spread(equal, doubt, marks);
        SettleMarked(cut, order, above, marks, countEqual);
    }

    /// <summary>Puts the keys of marked rows side by side, twice.</summary>
    private void List(ulong* marks, int* keys, int* copy)
    {
        var count = 0;
        for (var block = 0; block < _blocks; block++)
        {
            var word = marks[block];
            var source = _keys + ((long)block * RowBlocks.Rows);
            if (Avx512F.IsSupported)
            {
                for (; word != 0; word >>= 16, source += 16)
                {
                    var chosen = Vector512.Equals(Vector512.Create((int)word) & ApproximateKeys.LaneBits, ApproximateKeys.LaneBits);
                    var packed = ApproximateKeys.Ordered(Avx512F.Compress(Vector512<int>.Zero, chosen, Vector512.LoadAligned(source)));
                    packed.Store(keys + count);
                    packed.Store(copy + count);
                    count += BitOperations.PopCount((uint)word & 0xFFFF);
                }

                continue;
            }

            for (; word != 0; word &= word - 1)
            {
                keys[count] = copy[count] = ApproximateKeys.Ordered(source[BitOperations.TrailingZeroCount(word)]);
                count++;
            }
        }
    }

    /// <summary>The key at a place from the best, from 1; what is looked through is rearranged.</summary>
    private static int Select(int* keys, int count, int place)
    {
        for (var division = 0; division < MostDivisions; division++)
        {
            var pivot = Middle(keys[0], keys[count / 2], keys[count - 1]);
            Vector512.Create(int.MinValue).Store(keys + count);
            var level = Vector512.Create(pivot);
            var (greater, equal) = (0, 0);
            for (var at = 0; at < count; at += 16)
            {
                var some = Vector512.Load(keys + at);
                greater += BitOperations.PopCount(Vector512.GreaterThan(some, level).ExtractMostSignificantBits());
                equal += BitOperations.PopCount(Vector512.Equals(some, level).ExtractMostSignificantBits());
            }

            if (greater < place && place <= greater + equal)
            {
                return pivot;
            }

            var isGreater = place <= greater;
            Keep(keys, count, level, isGreater);
            (count, place) = isGreater ? (greater, place) : (count - greater - equal, place - greater - equal);
        }

        var rest = new Span<int>(keys, count);
        rest.Sort();
        return rest[count - place];
    }

    /// <summary>Moves the keys on one side of a level to the front.</summary>
    private static void Keep(int* keys, int count, Vector512<int> level, bool isGreater)
    {
        var kept = 0;
        if (!Avx512F.IsSupported)
        {
            for (var at = 0; at < count; at++)
            {
                var key = keys[at];
                keys[kept] = key;
                kept += (isGreater ? key > level[0] : key < level[0]) ? 1 : 0;
            }

            return;
        }

        // What is written never reaches what is still to be read.
        for (var at = 0; at < count; at += 16)
        {
            var some = Vector512.Load(keys + at);
            var chosen = isGreater ? Vector512.GreaterThan(some, level) : Vector512.LessThan(some, level);
            Avx512F.Compress(Vector512<int>.Zero, chosen, some).Store(keys + kept);
            kept += BitOperations.PopCount(chosen.ExtractMostSignificantBits());
        }
    }

    private static int Middle(int a, int b, int c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    /// <summary>Which keys are better than one, and which are that one; a bit each.</summary>
    private static (int Better, int Equal) Compare(int* keys, int count, int key, ulong* better, ulong* equal)
    {
        var level = Vector512.Create(key);
        var (countBetter, countEqual) = (0, 0);
        for (var word = 0; word <= count / RowBlocks.Rows; word++)
        {
            var (greater, same) = (0UL, 0UL);
            for (var lane = 0; lane < RowBlocks.Rows; lane += 16)
            {
                var some = Vector512.Load(keys + ((long)word * RowBlocks.Rows) + lane);
                greater |= Vector512.GreaterThan(some, level).ExtractMostSignificantBits() << lane;
                same |= Vector512.Equals(some, level).ExtractMostSignificantBits() << lane;
            }

            // What stands behind the last key is left from before.
            var there = RowBlocks.Mask(count, word);
            (better[word], equal[word]) = (greater & there, same & there);
            countBetter += BitOperations.PopCount(better[word]);
            countEqual += BitOperations.PopCount(equal[word]);
        }

        return (countBetter, countEqual);
    }

    /// <summary>Adds bits in the order of the marked rows where these are.</summary>
    private void Spread(ulong* bits, ulong* marks, ulong* target)
    {
        var at = 0;
        for (var block = 0; block < _blocks; block++)
        {
            var word = marks[block];
            if (word == 0)
            {
                continue;
            }

            var (first, shift) = (at / RowBlocks.Rows, at % RowBlocks.Rows);
            var next = bits[first] >> shift | (shift == 0 ? 0 : bits[first + 1] << (RowBlocks.Rows - shift));
            at += BitOperations.PopCount(word);
            if (Bmi2.X64.IsSupported)
            {
                target[block] |= Bmi2.X64.ParallelBitDeposit(next, word);
                continue;
            }

            for (; word != 0; word &= word - 1, next >>= 1)
            {
                target[block] |= (next & 1) << BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>Marked rows of one key, among which the cut-off is: mostly equal, which is seen without listing them.</summary>
    private void SettleMarked(in TierCut cut, ExactOrder order, int better, ulong* marks, int count)
    {
        if (!order.AllEqual(marks, _blocks, marks + _blocks))
        {
            if (_rows.Length < count)
            {
                _rows = new int[count];
            }

            var rows = _rows.AsSpan(0, count);
            ListAll(marks, rows);
            Order(cut, order, better, rows);
            return;
        }

        for (var block = 0; block < _blocks && cut.CountsEqualsAsBetter(_count, better, count); block++)
        {
            cut.Hits[block] |= marks[block];
        }
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

    /// <summary>Rows of one key that are not all equal, among which the cut-off is: ordered exactly.</summary>
    private void Order(in TierCut cut, ExactOrder order, int better, Span<int> rows)
    {
        order.Sort(rows);
        var cutOff = rows[cut.Position - better - 1];
        var (start, end) = (0, 0);
        foreach (var row in rows)
        {
            var compared = order.Compare(row, cutOff);
            start += compared < 0 ? 1 : 0;
            end += compared <= 0 ? 1 : 0;
        }

        foreach (var row in rows[..(cut.CountsEqualsAsBetter(_count, better + start, end - start) ? end : start)])
        {
            cut.Hits[row / RowBlocks.Rows] |= 1UL << row;
        }
    }
}
