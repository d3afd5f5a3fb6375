namespace KaigoDsl.Runtime;

/// <summary>A quantity for each row of a table, in base units: the value of an expression. Made by a <see cref="RowRoom"/>, valid until that is reset.</summary>
public sealed class QuantityRows
{
    private long[] _ownMantissas = [];
    private bool[] _ownMissing = [];
    private Rational[] _fractions = [];

    internal QuantityRows(RowRoom room) => Room = room;

    /// <summary>Number of rows.</summary>
    public int Count => Room.Count;

    /// <summary>Whether the values are whole numbers over one denominator.</summary>
    public bool IsWhole => Denominator != 0;

    internal RowRoom Room { get; }

    /// <summary>What the mantissas are over; 0 for fractions.</summary>
    internal long Denominator { get; private set; }

    /// <summary>No mantissa is further from 0 than this.</summary>
    internal long Limit { get; set; }

    /// <summary>By row; anything within the limit where missing. May be longer than there are rows.</summary>
    internal long[] Mantissas { get; private set; } = [];

    /// <summary>By row; empty when nothing is missing.</summary>
    internal bool[] Missing { get; private set; } = [];

    /// <summary>The value of a row; missing where an operand is.</summary>
    public Rational this[int row] =>
        Denominator == 0 ? _fractions[row]
        : Missing.Length != 0 && Missing[row] ? Rational.Missing
        : Denominator == 1 ? Rational.FromInt64(Mantissas[row])
        : Rational.Create(Mantissas[row], Denominator);

    /// <summary>The negation.</summary>
    public static QuantityRows operator -(QuantityRows value) => RowArithmetic.Negate(value);

    /// <summary>The sum; missing where a side is.</summary>
    public static QuantityRows operator +(QuantityRows left, QuantityRows right) => RowArithmetic.Add(left, right);

    /// <summary>The sum with one number.</summary>
    public static QuantityRows operator +(QuantityRows left, Rational right) => left + left.Same(right);

    /// <summary>The sum with one number.</summary>
    public static QuantityRows operator +(Rational left, QuantityRows right) => right.Same(left) + right;

    /// <summary>The difference; missing where a side is.</summary>
    public static QuantityRows operator -(QuantityRows left, QuantityRows right) => RowArithmetic.Subtract(left, right);

    /// <summary>The difference to one number.</summary>
    public static QuantityRows operator -(QuantityRows left, Rational right) => left - left.Same(right);

    /// <summary>The difference from one number.</summary>
    public static QuantityRows operator -(Rational left, QuantityRows right) => right.Same(left) - right;

    /// <summary>The product; missing where a side is.</summary>
    public static QuantityRows operator *(QuantityRows left, QuantityRows right) => RowArithmetic.Multiply(left, right);

    /// <summary>The product with one number.</summary>
    public static QuantityRows operator *(QuantityRows left, Rational right) => left * left.Same(right);

    /// <summary>The product with one number.</summary>
    public static QuantityRows operator *(Rational left, QuantityRows right) => right.Same(left) * right;

    /// <summary>The quotient; missing where a side is, or the right side is 0.</summary>
    public static QuantityRows operator /(QuantityRows left, QuantityRows right) => RowArithmetic.Each(left, right, static (a, b) => a / b);

    /// <summary>The quotient by one number.</summary>
    public static QuantityRows operator /(QuantityRows left, Rational right) => left * left.Same(Rational.One / right);

    /// <summary>The quotient of one number.</summary>
    public static QuantityRows operator /(Rational left, QuantityRows right) => right.Same(left) / right;

    /// <summary>left ＜ right; unknown where a side is missing.</summary>
    public static TruthRows operator <(QuantityRows left, QuantityRows right) => RowComparisons.Compare(left, right, RowComparison.LessThan);

    /// <summary>left ＜ right.</summary>
    public static TruthRows operator <(QuantityRows left, Rational right) => left < left.Same(right);

    /// <summary>left ＜ right.</summary>
    public static TruthRows operator <(Rational left, QuantityRows right) => right.Same(left) < right;

    /// <summary>left ＞ right; unknown where a side is missing.</summary>
    public static TruthRows operator >(QuantityRows left, QuantityRows right) => right < left;

    /// <summary>left ＞ right.</summary>
    public static TruthRows operator >(QuantityRows left, Rational right) => left.Same(right) < left;

    /// <summary>left ＞ right.</summary>
    public static TruthRows operator >(Rational left, QuantityRows right) => right < right.Same(left);

    /// <summary>left ≤ right; unknown where a side is missing.</summary>
    public static TruthRows operator <=(QuantityRows left, QuantityRows right) => RowComparisons.Compare(left, right, RowComparison.AtMost);

    /// <summary>left ≤ right.</summary>
    public static TruthRows operator <=(QuantityRows left, Rational right) => left <= left.Same(right);

    /// <summary>left ≤ right.</summary>
    public static TruthRows operator <=(Rational left, QuantityRows right) => right.Same(left) <= right;

    /// <summary>left ≥ right; unknown where a side is missing.</summary>
    public static TruthRows operator >=(QuantityRows left, QuantityRows right) => right <= left;

    /// <summary>left ≥ right.</summary>
    public static TruthRows operator >=(QuantityRows left, Rational right) => left.Same(right) <= left;

    /// <summary>left ≥ right.</summary>
    public static TruthRows operator >=(Rational left, QuantityRows right) => right <= right.Same(left);

    /// <summary>left ＝ right, of values; unknown where a side is missing.</summary>
    public static TruthRows Equal(QuantityRows left, QuantityRows right) => RowComparisons.Compare(left, right, RowComparison.EqualTo);

    /// <summary>left ＝ right, of values.</summary>
    public static TruthRows Equal(QuantityRows left, Rational right) => Equal(left, Of(left).Same(right));

    /// <summary>left ＝ right, of values.</summary>
    public static TruthRows Equal(Rational left, QuantityRows right) => Equal(right, left);

    /// <summary>The smaller value; missing where a side is.</summary>
    public static QuantityRows Min(QuantityRows left, QuantityRows right) => RowComparisons.Limit(left, right, isLeast: true);

    /// <summary>The smaller of value and number.</summary>
    public static QuantityRows Min(QuantityRows left, Rational right) => Min(left, Of(left).Same(right));

    /// <summary>The smaller of value and number.</summary>
    public static QuantityRows Min(Rational left, QuantityRows right) => Min(right, left);

    /// <summary>The larger value; missing where a side is.</summary>
    public static QuantityRows Max(QuantityRows left, QuantityRows right) => RowComparisons.Limit(left, right, isLeast: false);

    /// <summary>The larger of value and number.</summary>
    public static QuantityRows Max(QuantityRows left, Rational right) => Max(left, Of(left).Same(right));

    /// <summary>The larger of value and number.</summary>
    public static QuantityRows Max(Rational left, QuantityRows right) => Max(right, left);

    /// <summary>The values one by one, in new memory.</summary>
    public Rational[] ToRationals()
    {
        var values = new Rational[Count];
        CopyTo(values);
        return values;
    }

    /// <summary>Writes all values.</summary>
    public void CopyTo(Span<Rational> target)
    {
        for (var row = 0; row < Count; row++)
        {
            target[row] = this[row];
        }
    }

    /// <summary>The values as a column of its own.</summary>
    public QuantityColumn ToColumn() => IsWhole
        ? QuantityColumn.FromMantissas(Mantissas.AsSpan(0, Count), Denominator, Missing.Length == 0 ? [] : Missing.AsSpan(0, Count))
        : QuantityColumn.FromValues(_fractions.AsSpan(0, Count));

    /// <summary>Whether a row has no value.</summary>
    internal bool IsMissing(int row) => Denominator == 0 ? _fractions[row].IsMissing : Missing.Length != 0 && Missing[row];

    /// <summary>Shows memory of others.</summary>
    internal void View(long[] mantissas, long denominator, long limit, bool[] missing) =>
        (Mantissas, Denominator, Limit, Missing) = (mantissas, denominator, limit, missing);

    /// <summary>Own memory for whole numbers, none of them missing.</summary>
    internal Span<long> BeginWhole(long denominator, long limit)
    {
        if (_ownMantissas.Length < Count)
        {
            _ownMantissas = new long[Count];
        }

        (Mantissas, Denominator, Limit, Missing) = (_ownMantissas, denominator, limit, []);
        return _ownMantissas.AsSpan(0, Count);
    }

    /// <summary>Own memory for what is missing.</summary>
    internal Span<bool> BeginMissing()
    {
        if (_ownMissing.Length < Count)
        {
            _ownMissing = new bool[Count];
        }

        Missing = _ownMissing;
        return _ownMissing.AsSpan(0, Count);
    }

    /// <summary>Own memory for fractions.</summary>
    internal Span<Rational> BeginFractions()
    {
        if (_fractions.Length < Count)
        {
            _fractions = new Rational[Count];
        }

        (Denominator, Missing) = (0, []);
        Room.FractionColumns++;
        return _fractions.AsSpan(0, Count);
    }

    /// <summary>Takes values that were worked out one by one as whole numbers again, where they have a small denominator in common.</summary>
    internal void Narrow()
    {
        const long LargestDenominator = 1_000_000;
        long common = 1;
        var anyMissing = false;
        foreach (var value in _fractions.AsSpan(0, Count))
        {
            if (value.IsMissing)
            {
                anyMissing = true;
            }
            else if (!value.TryGetInt64(out _, out var denominator))
            {
                return;
            }
            else if (common % denominator != 0)
            {
                common = denominator > LargestDenominator ? long.MaxValue : RowArithmetic.LeastCommonMultiple(common, denominator);
                if (common > LargestDenominator)
                {
                    return;
                }
            }
        }

        var mantissas = BeginWhole(common, 0);
        var missing = anyMissing ? BeginMissing() : [];
        UInt128 limit = 0;
        for (var row = 0; row < mantissas.Length; row++)
        {
            var isThere = _fractions[row].TryGetInt64(out var numerator, out var denominator);
            var mantissa = isThere ? (Int128)numerator * (common / denominator) : 0;
            limit |= (UInt128)Int128.Abs(mantissa);
            mantissas[row] = unchecked((long)mantissa);
            if (anyMissing)
            {
                missing[row] = !isThere;
            }
        }

        if (limit > long.MaxValue)
        {
            (Denominator, Missing) = (0, []);
            return;
        }

        Limit = (long)limit;
        Room.FractionColumns--;
    }

    private static QuantityRows Of(QuantityRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows;
    }

    private QuantityRows Same(Rational value) => Room.Constant(value);
}
