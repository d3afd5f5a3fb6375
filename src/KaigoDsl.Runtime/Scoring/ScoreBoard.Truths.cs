namespace KaigoDsl.Runtime;

/// <content>Truth by row: conditions and their combinations.</content>
public sealed unsafe partial class ScoreBoard
{
    private readonly Truth[]?[] _truthsOfSlot;
    private TruthBits[] _truths = new TruthBits[64];
    private int _truthCount;
    private ulong* _allRows;

    /// <summary>An answer: 該当 is true, 未報告 unknown, the others false.</summary>
    public RowTruth Answer(AnswerColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        Keep(column);
        return Add(column.Met, column.Reported == null ? _allRows : column.Reported);
    }

    /// <summary>A 真偽 column.</summary>
    public RowTruth Is(TruthColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        Keep(column);
        return Add(column.True.Words, column.Known is { } known ? known.Words : _allRows);
    }

    /// <summary>Whether the item of a slot is met, before any 高い方 choice.</summary>
    public RowTruth Met(int slot) => new(_met[slot]);

    /// <summary>The condition just written to <see cref="Conditions"/>.</summary>
    public RowTruth Condition()
    {
        var met = _arena.TakeBits(_blocks);
        var known = _arena.TakeBits(_blocks);
        for (var block = 0; block < _blocks; block++)
        {
            (met[block], known[block]) = (0, 0);
        }

        for (var row = 0; row < Count; row++)
        {
            met[row / RowBlocks.Rows] |= (_conditions[row] == Truth.True ? 1UL : 0UL) << row;
            known[row / RowBlocks.Rows] |= (_conditions[row] != Truth.Unknown ? 1UL : 0UL) << row;
        }

        return Add(met, known);
    }

    /// <summary>かつ.</summary>
    public RowTruth And(RowTruth left, RowTruth right) => Combine(RowOperationKind.And, left, right);

    /// <summary>または.</summary>
    public RowTruth Or(RowTruth left, RowTruth right) => Combine(RowOperationKind.Or, left, right);

    /// <summary>否.</summary>
    public RowTruth Not(RowTruth value) => Combine(RowOperationKind.Not, value, value);

    /// <summary>A computed condition that a reported answer overrides.</summary>
    public RowTruth Override(AnswerColumn column, RowTruth computed)
    {
        ArgumentNullException.ThrowIfNull(column);
        var answer = Answer(column);
        return column.Reported == null ? answer : column.BlankCount == Count ? computed : Combine(RowOperationKind.Override, computed, answer);
    }

    /// <summary>The truth of the item of a slot by row.</summary>
    public ReadOnlySpan<Truth> Truths(int slot)
    {
        Flush();
        var source = _truths[_met[slot]];
        var truths = _truthsOfSlot[slot];
        if (truths is null || truths.Length < Count)
        {
            _truthsOfSlot[slot] = truths = new Truth[Count];
        }

        for (var row = 0; row < Count; row++)
        {
            truths[row] = RowBlocks.Has(source.True, row) ? Truth.True : RowBlocks.Has(source.Known, row) ? Truth.False : Truth.Unknown;
        }

        GC.KeepAlive(this);
        return truths.AsSpan(0, Count);
    }

    /// <summary>A measure compared with a number; unknown where it is missing.</summary>
    public RowTruth Compare(RowMeasure measure, RowComparison comparison, Rational number)
    {
        if (measure is { Shape: not MeasureShape.Difference, IsNegated: false }
            && number.TryGetInt64(out var numerator, out var denominator)
            && TryCompare(measure.A, measure.B, numerator, denominator, withNumber: true, comparison, out var truth))
        {
            return truth;
        }

        var conditions = Conditions;
        for (var row = 0; row < Count; row++)
        {
            conditions[row] = Holds(measure[row], comparison, number);
        }

        return Condition();
    }

    /// <summary>Two columns compared; unknown where either is missing.</summary>
    public RowTruth Compare(QuantityColumn left, RowComparison comparison, QuantityColumn right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (TryCompare(left, right, 1, 1, withNumber: false, comparison, out var truth))
        {
            return truth;
        }

        var conditions = Conditions;
        for (var row = 0; row < Count; row++)
        {
            conditions[row] = Holds(left[row], comparison, right[row]);
        }

        return Condition();
    }

    private static Truth Holds(Rational left, RowComparison comparison, Rational right) => comparison switch
    {
        RowComparison.AtLeast => Rational.GreaterOrEqual(left, right),
        RowComparison.AtMost => Rational.LessOrEqual(left, right),
        RowComparison.MoreThan => Rational.Greater(left, right),
        RowComparison.LessThan => Rational.Less(left, right),
        RowComparison.EqualTo => Rational.Equal(left, right),
        _ => Rational.NotEqual(left, right),
    };

    // (a·ua/da) ÷ (b·ub/db) against p/q is a·ua·db·q against b·ub·da·p, for b > 0; likewise without b, and for two columns.
    private bool TryCompare(
        QuantityColumn left, QuantityColumn? right, long numerator, long denominator, bool withNumber, RowComparison comparison, out RowTruth truth)
    {
        truth = default;
        if (left.Narrow is not { } a || (right is not null && right.Narrow is null) || numerator == long.MinValue)
        {
            return false;
        }

        var b = right?.Narrow;
        if (withNumber && b is { Minimum: < 0 })
        {
            return false;
        }

        var leftFactor = (Int128)a.Unit * denominator;
        var rightFactor = (Int128)left.Denominator * numerator;
        if (b is not null && (leftFactor > long.MaxValue || Int128.Abs(rightFactor) > long.MaxValue))
        {
            return false;
        }

        leftFactor *= right?.Denominator ?? 1;
        rightFactor *= b?.Unit ?? 1;
        if (leftFactor != 1 && Int128.Abs(rightFactor) != 1)
        {
            var common = GreatestDivisor(leftFactor, Int128.Abs(rightFactor));
            (leftFactor, rightFactor) = (leftFactor / common, rightFactor / common);
        }

        if (leftFactor > long.MaxValue || Int128.Abs(rightFactor) > long.MaxValue)
        {
            return false;
        }

        var most = Int128.Max(leftFactor * Math.Max(1, a.Magnitude), Int128.Abs(rightFactor) * Math.Max(1, b?.Magnitude ?? 1));
        if (most > long.MaxValue)
        {
            return false;
        }

        Keep(left);
        if (right is not null)
        {
            Keep(right);
        }

        var filter = default(RowFilter);
        filter.Require(left);
        filter.Require(right);
        filter.Divide(withNumber ? right : null);
        var known = _allRows;
        if (!filter.IsOpen)
        {
            known = _arena.TakeBits(_blocks);
            filter.Write(_allRows, known, _blocks);
        }

        ref var operation = ref Record(RowOperationKind.Compare);
        operation.True = _arena.TakeBits(_blocks);
        operation.Known = known;
        var isTurned = comparison is RowComparison.MoreThan or RowComparison.AtMost;
        var other = b is null ? null : b.Values;
        operation.Comparison = new Comparison
        {
            Left = isTurned ? other : a.Values,
            Right = isTurned ? a.Values : other,
            LeftFactor = (long)(isTurned ? rightFactor : leftFactor),
            RightFactor = (long)(isTurned ? leftFactor : rightFactor),
            IsShort = most <= int.MaxValue,
            IsEquality = comparison is RowComparison.EqualTo or RowComparison.NotEqualTo,
            IsNegated = comparison is RowComparison.MoreThan or RowComparison.LessThan or RowComparison.NotEqualTo,
        };
        truth = Add(operation.True, known);
        return true;
    }

    private static Int128 GreatestDivisor(Int128 left, Int128 right)
    {
        while (right > long.MaxValue || left > long.MaxValue)
        {
            (left, right) = right == 0 ? (left, right) : (right, left % right);
            if (right == 0)
            {
                return left;
            }
        }

        var (a, b) = ((long)left, (long)right);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }

    private RowTruth Combine(RowOperationKind kind, RowTruth left, RowTruth right)
    {
        var (l, r) = (_truths[left.Index], _truths[right.Index]);
        ref var operation = ref Record(kind);
        operation.True = _arena.TakeBits(_blocks);
        operation.Known = kind == RowOperationKind.Not ? l.Known : _arena.TakeBits(_blocks);
        operation.LeftTrue = l.True;
        operation.LeftKnown = l.Known;
        operation.RightTrue = r.True;
        operation.RightKnown = r.Known;
        return Add(operation.True, operation.Known);
    }

    private RowTruth Add(ulong* met, ulong* known)
    {
        if (_truthCount == _truths.Length)
        {
            Array.Resize(ref _truths, 2 * _truthCount);
        }

        _truths[_truthCount] = new TruthBits { True = met, Known = known };
        return new RowTruth(_truthCount++);
    }

    private struct TruthBits
    {
        public ulong* True;
        public ulong* Known;
    }
}
