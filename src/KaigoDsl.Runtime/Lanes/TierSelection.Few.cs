using System.Numerics;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <content>Cut-offs with at most 64 rows in doubt.</content>
internal sealed unsafe partial class TierSelection
{
    private static readonly Vector512<int> s_laneNumbers = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    /// <summary>A cut-off when at most 64 rows are in doubt: their keys fit in four vectors.</summary>
    /// <param name="cut">The cut-off.</param>
    /// <param name="above">Rows beyond doubt better than it.</param>
    /// <param name="doubt">The rows in doubt.</param>
    /// <param name="count">How many.</param>
    /// <param name="ahead">What is fetched on the way.</param>
    /// <param name="turn">Which of four cut-offs.</param>
    private void Few(in TierCut cut, int above, ulong* doubt, int count, in ColumnsAhead ahead, int turn)
    {
        var rows = (int*)_small.Start;
        var keys = rows + FewRows + 32;
        var ranks = keys + FewRows + 16;
        List(doubt, rows, ahead.BesideLists(turn, _blocks, _fine, out var step), step);
        for (var i = 0; i < count; i++)
        {
            keys[i] = _keys[rows[i]];
        }

        for (var lane = 0; lane < count; lane += 16)
        {
            ApproximateKeys.Ordered(Vector512.Load(keys + lane)).Store(keys + lane);
        }

        Vector512.Create(int.MinValue).Store(keys + count);

        // How many of them are better than each; the cut-off's key is that of the largest rank below the place.
        var place = Vector512.Create(cut.Position - above);
        var cutRanks = Vector512.Create(-1);
        for (var lane = 0; lane < count; lane += 16)
        {
            var own = Vector512.Load(keys + lane);
            var rank = Vector512<int>.Zero;
            for (var i = 0; i < count; i++)
            {
                rank -= Vector512.GreaterThan(Vector512.Create(keys[i]), own);
            }

            rank = Vector512.ConditionalSelect(Vector512.LessThan(s_laneNumbers, Vector512.Create(count - lane)), rank, Vector512.Create(int.MaxValue));
            rank.Store(ranks + lane);
            cutRanks = Vector512.Max(cutRanks, Vector512.ConditionalSelect(Vector512.LessThan(rank, place), rank, Vector512.Create(-1)));
        }

        var cutRank = Vector512.Create(Largest(cutRanks));
        var better = 0UL;
        var equal = 0UL;
        for (var lane = 0; lane < count; lane += 16)
        {
            var rank = Vector512.Load(ranks + lane);
            better |= Vector512.LessThan(rank, cutRank).ExtractMostSignificantBits() << lane;
            equal |= Vector512.Equals(rank, cutRank).ExtractMostSignificantBits() << lane;
        }

        if ((equal & (equal - 1)) != 0)
        {
            Settle(rows, keys, ref better, ref equal, cut.Position - above - BitOperations.PopCount(better));
        }

        var chosen = cut.CountsEqualsAsBetter(_count, above + BitOperations.PopCount(better), BitOperations.PopCount(equal)) ? better | equal : better;
        for (var hits = cut.Hits; chosen != 0; chosen &= chosen - 1)
        {
            var row = (uint)rows[BitOperations.TrailingZeroCount(chosen)];
            hits[row / RowBlocks.Rows] |= 1UL << (int)row;
        }
    }

    /// <summary>The rows marked, in order; the two places behind the last are overwritten.</summary>
    private void List(ulong* marks, int* rows, byte* fetched, int step)
    {
        var found = 0;
        for (var block = 0; block < _blocks; block++, fetched += step)
        {
            ColumnsAhead.Fetch(fetched);
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

        order.Sort(ties);
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
}
