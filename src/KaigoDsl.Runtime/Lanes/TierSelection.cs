using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>
/// Who is in a tier, by selection: fine keys narrow the cut-off down to the few rows that share one, their keys to those that share one
/// of these, exact comparison decides among them. Nothing is sorted. The memory is kept from ranking to ranking.
/// </summary>
internal sealed unsafe partial class TierSelection
{
    /// <summary>Fine keys there are; 0 is that of rows not ranked.</summary>
    public const int Levels = 256;

    /// <summary>Counters a level while rows are counted.</summary>
    public const int Counters = 4;

    private const int Lanes = 4;
    private const int FewRows = 64;

    private readonly PinnedMemory _small = new(4096);
    private PinnedMemory _ownKeys = new(0);
    private PinnedMemory _ownFine = new(0);
    private PinnedMemory _marks = new(0);
    private int[] _rows = [];
    private MeasureSource _source;
    private bool _lowestFirst;
    private ulong* _valid;
    private int* _keys;
    private byte* _fine;
    private int* _above;
    private int _blocks;
    private int _count;

    /// <summary>Finds the tiers of one ranking: which rows are ranked is known, every hit column is written.</summary>
    /// <param name="ranking">The ranking; how many are ranked and, if standings are asked for, its keys are written too.</param>
    /// <param name="ahead">What is fetched on the way.</param>
    /// <param name="rule">Its tiers.</param>
    /// <param name="blocks">Blocks of 64 rows.</param>
    public void Run(RankState ranking, ColumnsAhead ahead, RankingRule rule, int blocks)
    {
        (_source, _lowestFirst, _blocks) = (ranking.Source, ranking.LowestFirst, blocks);
        _valid = ranking.Valid;
        _count = Count(_valid);
        ranking.N = _count;
        Prepare(ranking);
        ApproximateKeys.Write(_source, ahead, _lowestFirst, _valid, blocks, _keys, _fine);
        _above = null;
        if (ranking.Keys != null)
        {
            ranking.BoundStandings(blocks);
            _above = ranking.Above;
        }

        var rooms = ranking.Rooms(rule, _count);
        Span<TierCut> open = stackalloc TierCut[Lanes];
        var filled = 0;
        for (var tier = 0; tier < rooms.Length; tier++)
        {
            var (room, side) = (rooms[tier], rule.Tiers[tier].Side);
            var hits = (ulong*)ranking.Hits[tier];
            if (room == 0)
            {
                new Span<ulong>(hits, blocks).Clear();
                continue;
            }

            open[filled++] = new TierCut
            {
                Position = side == TierSide.Top ? room : _count - room + 1,
                Room = room,
                Side = side,
                Ties = rule.Options.Ties,
                Hits = hits,
            };
            if (filled == Lanes)
            {
                Four(open, ahead);
                ahead = default;
                filled = 0;
            }
        }

        if (filled > 0)
        {
            for (var lane = filled; lane < Lanes; lane++)
            {
                open[lane] = open[filled - 1]; // Found twice over, the same each time.
            }

            Four(open, ahead);
        }
    }

    /// <summary>By fine key, how many rows have a better one.</summary>
    /// <param name="fine">The fine keys.</param>
    /// <param name="blocks">Blocks of 64 rows.</param>
    /// <param name="above">Written: a number a level; behind them, room for <see cref="Counters"/> times as many.</param>
    public static void CountAbove(byte* fine, int blocks, int* above)
    {
        // Several counters a level: equal keys in a row need not wait for each other.
        var counts = above + Levels;
        new Span<int>(counts, Counters * Levels).Clear();
        for (var end = fine + ((long)blocks * RowBlocks.Rows); fine < end; fine += sizeof(ulong))
        {
            var keys = *(ulong*)fine;
            counts[(byte)keys]++;
            counts[Levels + (byte)(keys >> 8)]++;
            counts[(2 * Levels) + (byte)(keys >> 16)]++;
            counts[(3 * Levels) + (byte)(keys >> 24)]++;
            counts[(byte)(keys >> 32)]++;
            counts[Levels + (byte)(keys >> 40)]++;
            counts[(2 * Levels) + (byte)(keys >> 48)]++;
            counts[(3 * Levels) + (int)(keys >> 56)]++;
        }

        for (var level = 0; level < Levels; level += Vector512<int>.Count)
        {
            var sum = Vector512.Load(counts + level) + Vector512.Load(counts + Levels + level) + Vector512.Load(counts + (2 * Levels) + level)
                + Vector512.Load(counts + (3 * Levels) + level);
            sum.Store(counts + level);
        }

        var better = 0;
        for (var level = Levels - 1; level >= 0; level--)
        {
            above[level] = better;
            better += counts[level];
        }
    }

    /// <summary>How many rows of the same fine key are strictly better than a row.</summary>
    public static int CountBetter(in MeasureSource source, bool lowestFirst, int* keys, byte* fine, int blocks, int row)
    {
        var order = new ExactOrder(source, lowestFirst);
        var (level, key) = (Vector512.Create(fine[row]), ApproximateKeys.Ordered(keys[row]));
        var isEqualByKey = order.AreEqualByKey(key);
        var better = 0;
        for (var block = 0; block < blocks; block++)
        {
            for (var marks = Vector512.Equals(Vector512.LoadAligned(fine + ((long)block * RowBlocks.Rows)), level).ExtractMostSignificantBits(); marks != 0; marks &= marks - 1)
            {
                var other = (block * RowBlocks.Rows) + BitOperations.TrailingZeroCount(marks);
                var otherKey = ApproximateKeys.Ordered(keys[other]);
                better += otherKey > key || (otherKey == key && !isEqualByKey && order.Compare(other, row) < 0) ? 1 : 0;
            }
        }

        return better;
    }

    private void Prepare(RankState ranking)
    {
        var rows = (long)_blocks * RowBlocks.Rows;
        if (_marks.Length < 6L * _blocks * sizeof(ulong))
        {
            _marks = new PinnedMemory(6L * _blocks * sizeof(ulong));
            _compact = new PinnedMemory(2 * (rows + RowBlocks.Rows) * sizeof(int));
        }

        if (ranking.Keys != null)
        {
            _keys = ranking.Keys;
            _fine = ranking.Fine;
            return;
        }

        if (_ownKeys.Length < rows * sizeof(int))
        {
            (_ownKeys, _ownFine) = (new PinnedMemory(rows * sizeof(int)), new PinnedMemory(rows));
        }

        _keys = (int*)_ownKeys.Start;
        _fine = _ownFine.Start;
    }

    private void Four(Span<TierCut> cuts, in ColumnsAhead ahead)
    {
        var fine = _fine;
        var blocks = _blocks;
        Span<int> levels = stackalloc int[Lanes];
        Span<int> above = stackalloc int[Lanes];
        if (_above == null)
        {
            FindLevels(cuts, ahead, levels, above);
        }
        else
        {
            LookUpLevels(cuts, levels, above);
        }

        // Beyond doubt: a better fine key. In doubt: the same one.
        var (v0, v1, v2, v3) = (Vector512.Create((byte)levels[0]), Vector512.Create((byte)levels[1]), Vector512.Create((byte)levels[2]), Vector512.Create((byte)levels[3]));
        ulong* h0 = cuts[0].Hits, h1 = cuts[1].Hits, h2 = cuts[2].Hits, h3 = cuts[3].Hits;
        ulong* d0 = (ulong*)_marks.Start, d1 = d0 + blocks, d2 = d1 + blocks, d3 = d2 + blocks;
        int n0 = 0, n1 = 0, n2 = 0, n3 = 0;
        var fetched = ahead;
        for (var block = 0; block < blocks; block++)
        {
            fetched.BesideHits(block);
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
            d0[block] = e0;
            d1[block] = e1;
            d2[block] = e2;
            d3[block] = e3;
            n0 += BitOperations.PopCount(e0);
            n1 += BitOperations.PopCount(e1);
            n2 += BitOperations.PopCount(e2);
            n3 += BitOperations.PopCount(e3);
        }

        Settle(cuts[0], above[0], d0, n0, ahead, 0);
        for (var lane = 1; lane < Lanes; lane++)
        {
            // A lane that stands for another is done once: turning the hits over twice would undo it.
            if (cuts[lane].Hits != cuts[lane - 1].Hits)
            {
                var (doubt, count) = lane switch { 1 => ((nint)d1, n1), 2 => ((nint)d2, n2), _ => ((nint)d3, n3) };
                Settle(cuts[lane], above[lane], (ulong*)doubt, count, ahead, lane);
            }
        }
    }

    /// <summary>Finishes one cut-off: who among the rows in doubt is in the tier.</summary>
    private void Settle(in TierCut cut, int above, ulong* doubt, int count, in ColumnsAhead ahead, int lane)
    {
        if (count <= FewRows)
        {
            Few(cut, above, doubt, count, ahead, lane);
        }
        else
        {
            Many(cut, above, doubt, count);
        }

        if (cut.Side == TierSide.Bottom)
        {
            for (var block = 0; block < _blocks; block++)
            {
                cut.Hits[block] = _valid[block] & ~cut.Hits[block];
            }
        }
    }

    /// <summary>The same where it has been counted for every level how many rows have a better one.</summary>
    private void LookUpLevels(Span<TierCut> cuts, Span<int> levels, Span<int> above)
    {
        for (var lane = 0; lane < cuts.Length; lane++)
        {
            // The lowest level that so many do not exceed.
            var (lower, upper) = (0, Levels - 1);
            while (lower < upper)
            {
                var middle = (lower + upper) >> 1;
                (lower, upper) = _above[middle] < cuts[lane].Position ? (lower, middle) : (middle + 1, upper);
            }

            (levels[lane], above[lane]) = (upper, _above[upper]);
        }
    }

    /// <summary>The fine key of each cut-off, and how many rows have a better one: 256 levels halved eight times, four cut-offs at once.</summary>
    private void FindLevels(Span<TierCut> cuts, in ColumnsAhead ahead, Span<int> levels, Span<int> above)
    {
        var (k0, k1, k2, k3) = (cuts[0].Position, cuts[1].Position, cuts[2].Position, cuts[3].Position);
        int l0 = 0, l1 = 0, l2 = 0, l3 = 0, u0 = 255, u1 = 255, u2 = 255, u3 = 255, a0 = 0, a1 = 0, a2 = 0, a3 = 0;
        var end = _fine + ((long)_blocks * RowBlocks.Rows);

        // The first level asked for is the same for all.
        const int Middle = 127;
        var (middle, half) = (Vector512.Create((byte)Middle), 0);
        for (var at = _fine; at < end; at += RowBlocks.Rows)
        {
            half += BitOperations.PopCount(Vector512.GreaterThan(Vector512.LoadAligned(at), middle).ExtractMostSignificantBits());
        }

        Halve(half - k0, Middle, half, ref l0, ref u0, ref a0);
        Halve(half - k1, Middle, half, ref l1, ref u1, ref a1);
        Halve(half - k2, Middle, half, ref l2, ref u2, ref a2);
        Halve(half - k3, Middle, half, ref l3, ref u3, ref a3);
        for (var pass = 0; pass < 7; pass++)
        {
            int m0 = (l0 + u0) >> 1, m1 = (l1 + u1) >> 1, m2 = (l2 + u2) >> 1, m3 = (l3 + u3) >> 1;
            var (v0, v1, v2, v3) = (Vector512.Create((byte)m0), Vector512.Create((byte)m1), Vector512.Create((byte)m2), Vector512.Create((byte)m3));
            int c0 = 0, c1 = 0, c2 = 0, c3 = 0;
            var fetched = ahead.BesideLevels(pass, _blocks, _fine, out var step);
            for (var at = _fine; at < end; at += RowBlocks.Rows, fetched += step)
            {
                ColumnsAhead.Fetch(fetched);
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
}
