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
        operation.Chosen = (ulong*)_arena.Take((long)_blocks * rule.Series.Length * sizeof(ulong));

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
        var cap = Vector512.Create((byte)Math.Min(rule.Cap, byte.MaxValue));
        var ofTwo = rule.Series.Length > 1 ? Duel(rule, 1, 0) : default;
        for (var block = from; block < to; block++)
        {
            var best = PointsKernels.Bytes(sources[0], block);
            operation.Chosen[block] = ulong.MaxValue;
            for (var i = 1; i < sources.Length; i++)
            {
                var points = PointsKernels.Bytes(sources[i], block);
                var better = Vector512.GreaterThan(points, best).ExtractMostSignificantBits();
                if (rule.AreRanked)
                {
                    var equal = Vector512.Equals(points, best).ExtractMostSignificantBits() & _allRows[block];
                    equal &= operation.DecidesZero ? ulong.MaxValue : Vector512.GreaterThan(points, Vector512<byte>.Zero).ExtractMostSignificantBits();
                    better |= equal == 0 ? 0 : StandsBefore(rule, ofTwo, i, operation.Chosen, block, equal);
                }

                for (var other = 0; other < i; other++)
                {
                    operation.Chosen[(other * _blocks) + block] &= ~better;
                }

                operation.Chosen[(i * _blocks) + block] = better;
                best = Vector512.Max(best, points);
            }

            Vector512.Min(best, cap).StoreAligned(operation.Target + ((long)block * RowBlocks.Rows));
        }

        foreach (ref readonly var clearing in _clearings.AsSpan(operation.FirstClearing, operation.ClearingCount))
        {
            PointsKernels.Keep(clearing.Source, clearing.Target, operation.Chosen + ((long)clearing.Series * _blocks), from, to);
        }
    }

    /// <summary>Of the rows of a block where a series has as many points as the best one before it, those where it stands before that one.</summary>
    private ulong StandsBefore(BestRule rule, in StandingDuel ofTwo, int challenger, ulong* chosen, int block, ulong equal)
    {
        var before = 0UL;
        for (var holder = 0; holder < challenger; holder++)
        {
            var duel = challenger == 1 ? ofTwo : Duel(rule, challenger, holder);
            for (var open = equal & chosen[((long)holder * _blocks) + block]; open != 0; open &= open - 1)
            {
                var row = (block * RowBlocks.Rows) + BitOperations.TrailingZeroCount(open);
                before |= duel.IsWon(row, Count) ? open & (0 - open) : 0;
            }
        }

        return before;
    }

    private StandingDuel Duel(BestRule rule, int challenger, int holder)
    {
        var (left, right) = (rule.Series[challenger].Ranking, rule.Series[holder].Ranking);
        return new StandingDuel(left < 0 ? null : _rankings[left], right < 0 ? null : _rankings[right]);
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
                || (points == Integers(rule.Series[best].Slot)[row] && rule.AreRanked && Duel(rule, i, best).IsWon(row, Count)))
            {
                best = i;
            }
        }

        return best;
    }
}
