using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KaigoDsl.Runtime;

/// <summary>
/// Who is in a tier, by selection: fine keys narrow the cut-off down to the few rows that share one, their keys to those that share one
/// of these, exact comparison decides among them. Nothing is sorted. The memory is kept from ranking to ranking.
/// </summary>
internal sealed unsafe class TierSelection
{
    private const int Lanes = 4;
    private const int FewRows = 64;

    /// <summary>Up to here a pass over all keys costs less than a list of the doubtful rows.</summary>
    private const int FewBlocks = 256;

    private readonly PinnedMemory _small = new(4096);
    private readonly int[] _histogram = new int[256];
    private PinnedMemory _keys = new(0);
    private PinnedMemory _fine = new(0);
    private int[] _rows = [];
    private MeasureSource _source;
    private bool _lowestFirst;
    private ulong* _valid;
    private int _blocks;
    private int _count;

    /// <summary>The bits of the keys of the last ranking by row.</summary>
    public int* Keys => (int*)_keys.Start;

    /// <summary>Finds the tiers of one ranking.</summary>
    /// <param name="source">What is compared.</param>
    /// <param name="lowestFirst">Whether smaller values are better.</param>
    /// <param name="valid">The rows ranked.</param>
    /// <param name="blocks">Blocks of 64 rows.</param>
    /// <param name="count">How many rows are ranked.</param>
    /// <param name="cuts">The tiers; every hit column is written.</param>
    public void Run(in MeasureSource source, bool lowestFirst, ulong* valid, int blocks, int count, Span<TierCut> cuts)
    {
        Prepare(blocks);
        (_source, _lowestFirst, _blocks, _count) = (source, lowestFirst, blocks, count);
        _valid = valid;
        ApproximateKeys.Write(source, lowestFirst, valid, blocks, Keys, _fine.Start);
        Span<TierCut> open = stackalloc TierCut[Lanes];
        var filled = 0;
        foreach (var cut in cuts)
        {
            if (cut.Position == 0)
            {
                new Span<ulong>(cut.Hits, blocks).Clear();
                continue;
            }

            open[filled++] = cut;
            if (filled == Lanes)
            {
                Four(open);
                filled = 0;
            }
        }

        if (filled > 0)
        {
            for (var lane = filled; lane < Lanes; lane++)
            {
                open[lane] = open[filled - 1]; // Found twice over, the same each time.
            }

            Four(open);
        }
    }

    private void Prepare(int blocks)
    {
        var rows = (long)blocks * RowBlocks.Rows;
        if (_keys.Length < rows * sizeof(int))
        {
            _keys = new PinnedMemory(rows * sizeof(int));
            _fine = new PinnedMemory(rows + (5L * blocks * sizeof(ulong)));
            _rows = new int[rows + RowBlocks.Rows];
        }
    }

    private void Four(Span<TierCut> cuts)
    {
        var fine = _fine.Start;
        var blocks = _blocks;
        Span<int> levels = stackalloc int[Lanes];
        Span<int> above = stackalloc int[Lanes];
        FindLevels(cuts, levels, above);

        // Beyond doubt: a better fine key. In doubt: the same one.
        var (v0, v1, v2, v3) = (Vector512.Create((byte)levels[0]), Vector512.Create((byte)levels[1]), Vector512.Create((byte)levels[2]), Vector512.Create((byte)levels[3]));
        ulong* h0 = cuts[0].Hits, h1 = cuts[1].Hits, h2 = cuts[2].Hits, h3 = cuts[3].Hits;
        var doubt = (ulong*)(fine + ((long)blocks * RowBlocks.Rows));
        int n0 = 0, n1 = 0, n2 = 0, n3 = 0;
        for (var block = 0; block < blocks; block++)
        {
            var keys = Vector512.LoadAligned(fine + ((long)block * RowBlocks.Rows));
            h0[block] = Vector512.GreaterThan(keys, v0).ExtractMostSignificantBits();
            h1[block] = Vector512.GreaterThan(keys, v1).ExtractMostSignificantBits();
            h2[block] = Vector512.GreaterThan(keys, v2).ExtractMostSignificantBits();
            h3[block] = Vector512.GreaterThan(keys, v3).ExtractMostSignificantBits();
            var valid = _valid[block];
            var e0 = Vector512.Equals(keys, v0).ExtractMostSignificantBits() & valid;
            var e1 = Vector512.Equals(keys, v1).ExtractMostSignificantBits() & valid;
            var e2 = Vector512.Equals(keys, v2).ExtractMostSignificantBits() & valid;
            var e3 = Vector512.Equals(keys, v3).ExtractMostSignificantBits() & valid;
            doubt[block] = e0 | e1 | e2 | e3;
            n0 += BitOperations.PopCount(e0);
            n1 += BitOperations.PopCount(e1);
            n2 += BitOperations.PopCount(e2);
            n3 += BitOperations.PopCount(e3);
        }

        if (n0 + n1 + n2 + n3 <= FewRows)
        {
            // Two cut-offs of one level are counted twice above, but are the same rows.
            Few(cuts, levels, above, doubt, Count(doubt));
        }
        else
        {
            Span<int> doubtful = [n0, n1, n2, n3];
            Split(cuts, levels, above, doubtful, doubt);
        }

        for (var lane = 0; lane < Lanes; lane++)
        {
            // A lane that stands for another is done once: turning the hits over twice would undo it.
            if (cuts[lane].Side == TierSide.Bottom && (lane == 0 || cuts[lane].Hits != cuts[lane - 1].Hits))
            {
                for (var block = 0; block < blocks; block++)
                {
                    cuts[lane].Hits[block] = _valid[block] & ~cuts[lane].Hits[block];
                }
            }
        }
    }

    /// <summary>The fine key of each cut-off, and how many rows have a better one: 256 levels halved eight times, four cut-offs at once.</summary>
    private void FindLevels(Span<TierCut> cuts, Span<int> levels, Span<int> above)
    {
        var (k0, k1, k2, k3) = (cuts[0].Position, cuts[1].Position, cuts[2].Position, cuts[3].Position);
        int l0 = 0, l1 = 0, l2 = 0, l3 = 0, u0 = 255, u1 = 255, u2 = 255, u3 = 255, a0 = 0, a1 = 0, a2 = 0, a3 = 0;
        for (var pass = 0; pass < 8; pass++)
        {
            int m0 = (l0 + u0) >> 1, m1 = (l1 + u1) >> 1, m2 = (l2 + u2) >> 1, m3 = (l3 + u3) >> 1;
            var (v0, v1, v2, v3) = (Vector512.Create((byte)m0), Vector512.Create((byte)m1), Vector512.Create((byte)m2), Vector512.Create((byte)m3));
            int c0 = 0, c1 = 0, c2 = 0, c3 = 0;
            var end = _fine.Start + ((long)_blocks * RowBlocks.Rows);
            for (var at = _fine.Start; at < end; at += RowBlocks.Rows)
            {
                var keys = Vector512.LoadAligned(at);
                c0 += BitOperations.PopCount(Vector512.GreaterThan(keys, v0).ExtractMostSignificantBits());
                c1 += BitOperations.PopCount(Vector512.GreaterThan(keys, v1).ExtractMostSignificantBits());
                c2 += BitOperations.PopCount(Vector512.GreaterThan(keys, v2).ExtractMostSignificantBits());
                c3 += BitOperations.PopCount(Vector512.GreaterThan(keys, v3).ExtractMostSignificantBits());
            }

            Halve(c0 - k0, m0, c0, ref l0, ref u0, ref a0);
            Halve(c1 - k1, m1, c1, ref l1, ref u1, ref a1);
            Halve(c2 - k2, m2, c2, ref l2, ref u2, ref a2);
            Halve(c3 - k3, m3, c3, ref l3, ref u3, ref a3);
        }

        (levels[0], levels[1], levels[2], levels[3]) = (u0, u1, u2, u3);
        (above[0], above[1], above[2], above[3]) = (a0, a1, a2, a3);
    }

    // Without a branch, which no predictor could guess.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halve(int excess, int middle, int counted, ref int lower, ref int upper, ref int above)
    {
        var fewer = excess >> 31;
        upper = (middle & fewer) | (upper & ~fewer);
        above = (counted & fewer) | (above & ~fewer);
        lower = (lower & fewer) | ((middle + 1) & ~fewer);
    }

    private int Count(ulong* marks)
    {
        var count = 0;
        for (var block = 0; block < _blocks; block++)
        {
            count += BitOperations.PopCount(marks[block]);
        }

        return count;
    }

    /// <summary>One cut-off at a time: some share their fine key with many rows.</summary>
    private void Split(Span<TierCut> cuts, Span<int> levels, Span<int> above, Span<int> doubtful, ulong* doubt)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (lane > 0 && cuts[lane].Hits == cuts[lane - 1].Hits)
            {
                continue;
            }

            if (doubtful[lane] > FewRows && _blocks > FewBlocks)
            {
                Many(cuts[lane], levels[lane], above[lane]);
                continue;
            }

            var level = Vector512.Create((byte)levels[lane]);
            for (var block = 0; block < _blocks; block++)
            {
                doubt[block] = Vector512.Equals(Vector512.LoadAligned(_fine.Start + ((long)block * RowBlocks.Rows)), level).ExtractMostSignificantBits() & _valid[block];
            }

            if (doubtful[lane] > FewRows)
            {
                Halve(cuts[lane], above[lane], doubt, doubtful[lane]);
            }
            else
            {
                Few(cuts.Slice(lane, 1), levels.Slice(lane, 1), above.Slice(lane, 1), doubt, doubtful[lane]);
            }
        }
    }

    /// <summary>One cut-off among many rows of a small table: split by the key of one of them, again and again.</summary>
    private void Halve(in TierCut cut, int above, ulong* doubt, int count)
    {
        ulong* better = doubt + _blocks, same = better + _blocks;
        while (count > FewRows)
        {
            var (greater, equal) = ApproximateKeys.Split(Keys, RowAt(doubt, count / 2), doubt, _blocks, better, same);
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
                var rows = _rows.AsSpan(0, equal);
                ListAll(same, rows);
                SettleMany(cut, above, rows);
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

        // Nothing is known about levels any more: all of them are in doubt.
        var rest = cut;
        Span<int> level = [byte.MaxValue];
        Span<int> sure = [above];
        Few(new Span<TierCut>(ref rest), level, sure, doubt, count);
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

    /// <summary>The cut-offs when at most 64 rows are in doubt: their keys fit in four vectors.</summary>
    private void Few(Span<TierCut> cuts, Span<int> levels, Span<int> above, ulong* doubt, int count)
    {
        var rows = (int*)_small.Start;
        var keys = rows + 96;
        var ranks = keys + 80;
        var levelsOf = (byte*)(ranks + 80);
        List(doubt, rows);
        for (var i = 0; i < count; i++)
        {
            keys[i] = ApproximateKeys.Ordered(Keys[rows[i]]);
            levelsOf[i] = _fine.Start[rows[i]];
        }

        Vector512.Create(int.MinValue).Store(keys + count);
        Vector512.Create(int.MaxValue).Store(ranks + count);
        Vector512<byte>.Zero.Store(levelsOf + count);

        // How many of them are better than each.
        for (var i = 0; i < count; i++)
        {
            var key = Vector512.Create(keys[i]);
            var better = 0;
            for (var lane = 0; lane < count; lane += 16)
            {
                better += BitOperations.PopCount((uint)Vector512.GreaterThan(Vector512.Load(keys + lane), key).ExtractMostSignificantBits());
            }

            ranks[i] = better;
        }

        for (var c = 0; c < cuts.Length; c++)
        {
            ref var cut = ref cuts[c];
            var sure = above[c] - BitOperations.PopCount(Vector512.GreaterThan(Vector512.Load(levelsOf), Vector512.Create((byte)levels[c])).ExtractMostSignificantBits());
            var place = cut.Position - sure;

            // The cut-off's key is that of the largest rank below the place.
            var rank = Vector512.Create(-1);
            for (var lane = 0; lane < count; lane += 16)
            {
                var of = Vector512.Load(ranks + lane);
                rank = Vector512.Max(rank, Vector512.ConditionalSelect(Vector512.LessThan(of, Vector512.Create(place)), of, Vector512.Create(-1)));
            }

            var cutRank = Largest(rank);
            var better = 0UL;
            var equal = 0UL;
            for (var lane = 0; lane < count; lane += 16)
            {
                var of = Vector512.Load(ranks + lane);
                better |= Vector512.LessThan(of, Vector512.Create(cutRank)).ExtractMostSignificantBits() << lane;
                equal |= Vector512.Equals(of, Vector512.Create(cutRank)).ExtractMostSignificantBits() << lane;
            }

            if ((equal & (equal - 1)) != 0)
            {
                Settle(rows, keys, ref better, ref equal, place - BitOperations.PopCount(better));
            }

            var chosen = cut.CountsEqualsAsBetter(_count, sure + BitOperations.PopCount(better), BitOperations.PopCount(equal)) ? better | equal : better;
            Spread(chosen, doubt, cut.Hits);
        }
    }

    /// <summary>The rows marked, in order; the two places behind the last are overwritten.</summary>
    private void List(ulong* marks, int* rows)
    {
        var found = 0;
        for (var block = 0; block < _blocks; block++)
        {
            var word = marks[block];
            var first = block * RowBlocks.Rows;
            var next = found + BitOperations.PopCount(word);

            // Most words mark none, one or two: written without asking how many.
            rows[found] = first + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            rows[found + 1] = first + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            for (found += 2; word != 0; word &= word - 1)
            {
                rows[found++] = first + BitOperations.TrailingZeroCount(word);
            }

            found = next;
        }
    }

    /// <summary>Puts the bits of the doubtful rows where these are.</summary>
    private void Spread(ulong chosen, ulong* doubt, ulong* hits)
    {
        var taken = 0;
        for (var block = 0; block < _blocks; block++)
        {
            var marks = doubt[block];
            if (Bmi2.X64.IsSupported)
            {
                hits[block] |= Bmi2.X64.ParallelBitDeposit(chosen >> taken, marks);
                taken += BitOperations.PopCount(marks);
                continue;
            }

            for (; marks != 0; marks &= marks - 1)
            {
                hits[block] |= (chosen >> taken++ & 1) << BitOperations.TrailingZeroCount(marks);
            }
        }
    }

    private static int Largest(Vector512<int> values)
    {
        var half = Vector256.Max(values.GetLower(), values.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        quarter = Vector128.Max(quarter, Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(quarter[0], quarter[1]);
    }

    /// <summary>Rows of one key: mostly equal; if not, ordered exactly.</summary>
    private void Settle(int* rows, int* keys, ref ulong better, ref ulong equal, int place)
    {
        var order = new ExactOrder(_source, _lowestFirst);
        if (order.AreEqualByKey(keys[BitOperations.TrailingZeroCount(equal)]))
        {
            return;
        }

        Span<int> ties = stackalloc int[FewRows];
        var count = 0;
        for (var marks = equal; marks != 0; marks &= marks - 1)
        {
            ties[count++] = rows[BitOperations.TrailingZeroCount(marks)];
        }

        ties = ties[..count];
        if (order.AllEqual(ties))
        {
            return;
        }

        ties.Sort(order);
        var cutOff = ties[place - 1];
        var open = equal;
        equal = 0;
        for (; open != 0; open &= open - 1)
        {
            var bit = open & (0 - open);
            var compared = order.Compare(rows[BitOperations.TrailingZeroCount(open)], cutOff);
            better |= compared < 0 ? bit : 0;
            equal |= compared == 0 ? bit : 0;
        }
    }

    /// <summary>One cut-off among many rows of one fine key: their keys, eight bits at a time, then exact comparison.</summary>
    private void Many(in TierCut cut, int level, int above)
    {
        var rows = _rows.AsSpan();
        var count = 0;
        for (var block = 0; block < _blocks; block++)
        {
            var marks = Vector512.Equals(Vector512.LoadAligned(_fine.Start + ((long)block * RowBlocks.Rows)), Vector512.Create((byte)level)).ExtractMostSignificantBits() & _valid[block];
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
                var key = ApproximateKeys.Ordered(Keys[row]);
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
                _histogram[((uint)ApproximateKeys.Ordered(Keys[row]) - (uint)smallest) >> shift]++;
            }

            var bin = _histogram.Length - 1;
            for (; better + _histogram[bin] < cut.Position; bin--)
            {
                better += _histogram[bin];
            }

            count = 0;
            foreach (var row in rows)
            {
                var of = (int)(((uint)ApproximateKeys.Ordered(Keys[row]) - (uint)smallest) >> shift);
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
        if (!order.AreEqualByKey(ApproximateKeys.Ordered(Keys[rows[0]])) && !order.AllEqual(rows))
        {
            rows.Sort(order);
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
