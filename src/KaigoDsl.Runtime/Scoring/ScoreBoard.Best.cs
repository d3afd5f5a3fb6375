using System.Numerics;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <content>高い方: which series is booked, and what is cleared.</content>
public sealed unsafe partial class ScoreBoard
{
    private void RecordBest(int slot, BestRule rule)
    {
        var bound = 0;
        ref var operation = ref Record(RowOperationKind.Best);
        operation.Target = _arena.Take((long)_blocks * RowBlocks.Rows);
        operation.Cap = rule.Cap;
        operation.FirstSource = _sourceCount;
        operation.SourceCount = rule.Series.Length;
        operation.FirstClearing = _clearingCount;
        operation.Best = AddBest(rule);

        // Equal series of no points have nothing below them either, unless a cap has made the nothing.
        operation.DecidesZero = _decidesZero;
        foreach (var series in rule.Series)
        {
            AddSource(_slots[series.Slot]);
            bound = Math.Max(bound, _bounds[series.Slot]);
        }

        for (var i = 0; rule.Books && i < rule.Series.Length; i++)
        {
            Clear(rule.Series[i].Slot, i);
            foreach (var below in rule.Series[i].Below)
            {
                Clear(below, i);
            }
        }

        operation.ClearingCount = _clearingCount - operation.FirstClearing;
        Set(slot, PointsForm.Bytes, 0, operation.Target, Math.Min(bound, rule.Cap));
    }

    // What was counted stays: others may have read it. What is booked is a new column.
    private void Clear(int slot, int series)
    {
        var source = _slots[slot];
        if (source.Form == PointsForm.None)
        {
            return;
        }

        var target = _arena.Take((long)_blocks * (source.Form switch { PointsForm.Bits => sizeof(ulong), PointsForm.Bytes => RowBlocks.Rows, _ => 2 * RowBlocks.Rows }));
        AddClearing(new Clearing { Source = source, Target = target, Series = series });
        Set(slot, source.Form, source.Weight, target, _bounds[slot]);
    }

    private void RunBest(in RowOperation operation, int from, int to)
    {
        var rule = _bests[operation.Best];
        var sources = Sources(operation);
        var clearings = _clearings.AsSpan(operation.FirstClearing, operation.ClearingCount);
        var cap = Vector512.Create((byte)Math.Min(rule.Cap, byte.MaxValue));
        Span<ulong> chosen = stackalloc ulong[sources.Length];
        for (var block = from; block < to; block++)
        {
            var best = PointsKernels.Bytes(sources[0], block);
            chosen.Clear();
            chosen[0] = ulong.MaxValue;
            for (var i = 1; i < sources.Length; i++)
            {
                var points = PointsKernels.Bytes(sources[i], block);
                var better = Vector512.GreaterThan(points, best).ExtractMostSignificantBits();
                if (rule.AreRanked)
                {
                    var equal = Vector512.Equals(points, best).ExtractMostSignificantBits() & _allRows[block];
                    equal &= operation.DecidesZero ? ulong.MaxValue : Vector512.GreaterThan(points, Vector512<byte>.Zero).ExtractMostSignificantBits();
                    for (; equal != 0; equal &= equal - 1)
                    {
                        var bit = BitOperations.TrailingZeroCount(equal);
                        better |= (StandsBefore(rule, i, Holder(chosen, bit), (block * RowBlocks.Rows) + bit) ? 1UL : 0UL) << bit;
                    }
                }

                foreach (ref var other in chosen)
                {
                    other &= ~better;
                }

                chosen[i] = better;
                best = Vector512.Max(best, points);
            }

            Vector512.Min(best, cap).StoreAligned(operation.Target + ((long)block * RowBlocks.Rows));
            foreach (ref readonly var clearing in clearings)
            {
                Clear(clearing, chosen[clearing.Series], block);
            }
        }
    }

    private static void Clear(in Clearing clearing, ulong chosen, int block)
    {
        var source = clearing.Source;
        var target = clearing.Target;
        var at = (long)block * RowBlocks.Rows;
        switch (source.Form)
        {
            case PointsForm.Bits:
                ((ulong*)target)[block] = ((ulong*)source.Values)[block] & chosen;
                break;
            case PointsForm.Bytes:
                (Vector512.LoadAligned(source.Values + at) & PointsKernels.Spread(chosen)).StoreAligned(target + at);
                break;
            default:
                var (lower, upper) = Vector512.Widen(PointsKernels.Spread(chosen).AsSByte());
                (Vector512.LoadAligned((ushort*)source.Values + at) & lower.AsUInt16()).StoreAligned((ushort*)target + at);
                (Vector512.LoadAligned((ushort*)source.Values + at + 32) & upper.AsUInt16()).StoreAligned((ushort*)target + at + 32);
                break;
        }
    }

    private static int Holder(ReadOnlySpan<ulong> chosen, int bit)
    {
        var holder = 0;
        while ((chosen[holder] >> bit & 1) == 0)
        {
            holder++;
        }

        return holder;
    }

    private bool StandsBefore(BestRule rule, int challenger, int holder, int row)
    {
        var (left, right) = (rule.Series[challenger].Ranking, rule.Series[holder].Ranking);
        var (best, worst, n) = Bounds(left, row);
        var (otherBest, otherWorst, otherN) = Bounds(right, row);
        if (Ranking.CompareStanding(worst, n, otherBest, otherN) < 0)
        {
            return true;
        }

        if (Ranking.CompareStanding(best, n, otherWorst, otherN) >= 0)
        {
            return false;
        }

        // Bounds that differ are those of ranked rows.
        return Ranking.CompareStanding(_rankings[left].Standing(row, Count), n, _rankings[right].Standing(row, Count), otherN) < 0;
    }

    private (int Best, int Worst, int N) Bounds(int ranking, int row)
    {
        if (ranking < 0)
        {
            return default;
        }

        var (best, worst) = _rankings[ranking].StandingBounds(row);
        return (best, worst, _rankings[ranking].N);
    }

    private void BestOfIntegers(int slot, BestRule rule)
    {
        Flush();
        foreach (var series in rule.Series)
        {
            Points(series.Slot);
            foreach (var below in series.Below)
            {
                Points(below);
            }
        }

        for (var i = 0; rule.Books && i < rule.Series.Length; i++)
        {
            SetIntegers(rule.Series[i].Slot);
            foreach (var below in rule.Series[i].Below)
            {
                SetIntegers(below);
            }
        }

        var target = SetIntegers(slot);
        for (var row = 0; row < Count; row++)
        {
            var best = Choose(rule, row);
            target[row] = best < 0 ? ScoreColumn.Unknown : Math.Min(Integers(rule.Series[best].Slot)[row], rule.Cap);
            for (var i = 0; rule.Books && best >= 0 && i < rule.Series.Length; i++)
            {
                if (i != best)
                {
                    Integers(rule.Series[i].Slot)[row] = 0;
                    foreach (var below in rule.Series[i].Below)
                    {
                        Integers(below)[row] = 0;
                    }
                }
            }
        }
    }

    /// <summary>The series to be booked; -1 when a score is unknown, so that nobody can say which is better.</summary>
    private int Choose(BestRule rule, int row)
    {
        var best = -1;
        for (var i = 0; i < rule.Series.Length; i++)
        {
            var points = Integers(rule.Series[i].Slot)[row];
            if (points == ScoreColumn.Unknown)
            {
                return -1;
            }

            if (best < 0 || points > Integers(rule.Series[best].Slot)[row]
                || (points == Integers(rule.Series[best].Slot)[row] && rule.AreRanked && StandsBefore(rule, i, best, row)))
            {
                best = i;
            }
        }

        return best;
    }
}
