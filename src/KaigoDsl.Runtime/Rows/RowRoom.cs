using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>
/// The memory in which rules and allocations work out expressions, a whole column at a time: <c>room.Of(points) * room.Of(insured)</c>. Values stand as
/// 64-bit whole numbers over one denominator as long as bounds known beforehand say that nothing can overflow, and as exact fractions otherwise; which of
/// the two never shows in a result. What was handed out is valid until the room is reset, which keeps the memory for the next run.
/// </summary>
/// <remarks>Not safe for several threads at once.</remarks>
public sealed partial class RowRoom
{
    private readonly List<QuantityRows> _quantities = [];
    private readonly List<TruthRows> _truths = [];
    private readonly List<StandingRows> _standings = [];
    private readonly List<int[]> _decided = [];
    private int _quantityCount;
    private int _truthCount;
    private int _standingCount;
    private int _decidedCount;

    /// <summary>Creates room for a table.</summary>
    /// <param name="count">Number of rows.</param>
    public RowRoom(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>How many columns were worked out as fractions since the room was reset: 0 where everything fitted in whole numbers.</summary>
    public int FractionColumns { get; internal set; }

    /// <summary>Forgets all values and makes room for a table.</summary>
    /// <param name="count">Number of rows.</param>
    public void Reset(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        FractionColumns = 0;
        (_quantityCount, _truthCount, _standingCount, _decidedCount) = (0, 0, 0, 0);
    }

    /// <summary>The cells of a column, without copying them.</summary>
    /// <exception cref="ArgumentException">The column has another number of rows.</exception>
    public QuantityRows Of(QuantityColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        Require(column.Count);
        var rows = Take();
        if (column.IsScaled && column.Magnitude >= 0)
        {
            rows.View(column.MantissaArray, column.Denominator, column.Magnitude, column.MissingArray);
        }
        else
        {
            column.CopyTo(rows.BeginFractions());
        }

        return rows;
    }

    /// <summary>The cells of a column.</summary>
    /// <exception cref="ArgumentException">The column has another number of rows.</exception>
    public TruthRows Of(TruthColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Of(column.Values);
    }

    /// <summary>Copies truths.</summary>
    /// <param name="truths">By row.</param>
    /// <exception cref="ArgumentException">There is another number of them.</exception>
    public TruthRows Of(ReadOnlySpan<Truth> truths)
    {
        Require(truths.Length);
        var rows = TakeTruths();
        truths.CopyTo(rows.Begin());
        return rows;
    }

    /// <summary>Values worked out one by one; the array is not written to.</summary>
    /// <exception cref="ArgumentException">There is another number of them.</exception>
    public QuantityRows Of(ReadOnlySpan<Rational> values)
    {
        Require(values.Length);
        var rows = Take();
        values.CopyTo(rows.BeginFractions());
        rows.Narrow();
        return rows;
    }

    /// <summary>Points; <see cref="ScoreColumn.Unknown"/> becomes missing.</summary>
    /// <param name="points">By row, in 点.</param>
    /// <exception cref="ArgumentException">There is another number of them.</exception>
    public QuantityRows Points(ReadOnlySpan<int> points)
    {
        Require(points.Length);
        var rows = Take();
        var values = rows.BeginWhole(1, int.MaxValue);
        var (least, most) = (Vector512<int>.Zero, Vector512<int>.Zero);
        var first = 0;
        for (; first <= points.Length - Vector512<int>.Count; first += Vector512<int>.Count)
        {
            var next = Vector512.Create(points[first..]);
            (least, most) = (Vector512.Min(least, next), Vector512.Max(most, next));
            var (low, high) = Vector512.Widen(next);
            low.CopyTo(values[first..]);
            high.CopyTo(values[(first + Vector512<long>.Count)..]);
        }

        var (smallest, largest) = (0, 0);
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
        {
            (smallest, largest) = (Math.Min(smallest, least[lane]), Math.Max(largest, most[lane]));
        }

        for (var row = first; row < points.Length; row++)
        {
            values[row] = points[row];
            smallest = Math.Min(smallest, points[row]);
            largest = Math.Max(largest, points[row]);
        }

        if (smallest == ScoreColumn.Unknown)
        {
            var missing = rows.BeginMissing();
            smallest = -int.MaxValue;
            for (var row = 0; row < points.Length; row++)
            {
                missing[row] = points[row] == ScoreColumn.Unknown;
                values[row] = missing[row] ? 0 : values[row];
            }
        }

        rows.Limit = Math.Max(largest, -(long)smallest);
        return rows;
    }

    /// <summary>The same value in every row.</summary>
    public QuantityRows Constant(Rational value)
    {
        var rows = Take();
        if (value.TryGetInt64(out var numerator, out var denominator) && numerator != long.MinValue)
        {
            rows.BeginWhole(denominator, Math.Abs(numerator)).Fill(numerator);
        }
        else
        {
            rows.BeginFractions().Fill(value);
        }

        return rows;
    }

    /// <summary>Ranks the rows whose value exists (順位).</summary>
    /// <param name="values">The measure.</param>
    /// <param name="population">The 母集団: rows for which this is true; <see langword="null"/> for all.</param>
    /// <param name="direction">Which end is best.</param>
    public StandingRows Rank(QuantityRows values, TruthRows? population, RankDirection direction)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (_standingCount == _standings.Count)
        {
            _standings.Add(new StandingRows(this));
        }

        var standing = _standings[_standingCount++];
        standing.Rank(values, population, direction);
        return standing;
    }

    /// <summary>Takes every row through the clauses of a decision (判定), as <see cref="ClauseWalk"/> takes one.</summary>
    /// <param name="clauses">By clause whether it decides 該当, and where it holds; <see langword="null"/> for the last, which always does.</param>
    /// <returns>By row the index of the clause that decided; −1 where it cannot be decided.</returns>
    public int[] Decide(params ReadOnlySpan<(bool IsMet, TruthRows? Condition)> clauses)
    {
        var decided = TakeDecided();
        RowDecisions.Decide(clauses, decided);
        return decided;
    }

    /// <summary>Room for a decision (判定): by row, the index of the clause that decided.</summary>
    public int[] TakeDecided()
    {
        if (_decidedCount == _decided.Count)
        {
            _decided.Add([]);
        }

        if (_decided[_decidedCount].Length != Count)
        {
            _decided[_decidedCount] = new int[Count];
        }

        return _decided[_decidedCount++];
    }

    internal QuantityRows Take()
    {
        if (_quantityCount == _quantities.Count)
        {
            _quantities.Add(new QuantityRows(this));
        }

        return _quantities[_quantityCount++];
    }

    internal TruthRows TakeTruths()
    {
        if (_truthCount == _truths.Count)
        {
            _truths.Add(new TruthRows(this));
        }

        return _truths[_truthCount++];
    }

    private void Require(int count)
    {
        if (count != Count)
        {
            throw new ArgumentException($"There are {Count} rows, but {count} values.", nameof(count));
        }
    }
}
