using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>
/// A column of quantities in base units, of Western fiscal years, or of dates as yyyymmdd. Held as 64-bit mantissas over one
/// common denominator whenever the values allow it; otherwise as rationals. Either way every value is exact.
/// </summary>
public sealed class QuantityColumn : TableColumn
{
    private readonly long[] _mantissas = [];
    private readonly bool[] _missing = []; // Empty when nothing is missing.
    private readonly Rational[]? _rationals;
    private long _magnitude = long.MinValue;

    private QuantityColumn(long[] mantissas, long denominator, bool[] missing)
        : base(mantissas.Length)
    {
        _mantissas = mantissas;
        _missing = missing;
        Denominator = denominator;
        Narrow = NarrowValues.Create(mantissas);
        Present = RowBits.WhereNot(missing);
    }

    private QuantityColumn(Rational[] rationals)
        : base(rationals.Length) => _rationals = rationals;

    /// <summary>The common denominator; 0 when the values have none that keeps every mantissa within 64 bits.</summary>
    public long Denominator { get; }

    /// <summary>Whether the values are held as <see cref="Mantissas"/> over <see cref="Denominator"/>.</summary>
    public bool IsScaled => _rationals is null;

    /// <summary>The mantissas by row (0 where missing); empty unless <see cref="IsScaled"/>.</summary>
    public ReadOnlySpan<long> Mantissas => _mantissas;

    /// <summary>The values as the kernels read them; <see langword="null"/> when they do not fit in 32 bits of one scale.</summary>
    internal NarrowValues? Narrow { get; }

    /// <summary>The rows that have a value; <see langword="null"/> when all have, or unless <see cref="IsScaled"/>.</summary>
    internal RowBits? Present { get; }

    /// <summary>The mantissas as they are held; nobody writes to them.</summary>
    internal long[] MantissaArray => _mantissas;

    /// <summary>By row, whether there is no value; empty when all have one, or unless <see cref="IsScaled"/>. Nobody writes to it.</summary>
    internal bool[] MissingArray => _missing;

    /// <summary>The largest distance of a mantissa from 0; −1 when it does not fit in 64 bits.</summary>
    internal long Magnitude
    {
        get
        {
            // Whoever comes first finds it; all find the same.
            if (_magnitude == long.MinValue)
            {
                var (least, most) = (0L, 0L);
                foreach (var mantissa in _mantissas)
                {
                    (least, most) = (Math.Min(least, mantissa), Math.Max(most, mantissa));
                }

                _magnitude = least == long.MinValue ? -1 : Math.Max(most, -least);
            }

            return _magnitude;
        }
    }

    /// <inheritdoc/>
    public override int BlankCount
    {
        get
        {
            if (_rationals is null)
            {
                return _missing.AsSpan().Count(true);
            }

            var count = 0;
            foreach (var value in _rationals)
            {
                count += value.IsMissing ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>The value of a row; missing when blank.</summary>
    public Rational this[int row] =>
        _rationals is not null ? _rationals[row]
        : IsMissing(row) ? Rational.Missing
        : Denominator == 1 ? Rational.FromInt64(_mantissas[row])
        : Rational.Create(_mantissas[row], Denominator);

    /// <summary>Whether a row has no value.</summary>
    public bool IsMissing(int row) =>
        _rationals is not null ? _rationals[row].IsMissing : _missing.Length != 0 && _missing[row];

    /// <summary>Writes all values.</summary>
    public void CopyTo(Span<Rational> target)
    {
        for (var row = 0; row < Count; row++)
        {
            target[row] = this[row];
        }
    }

    /// <summary>Copies the values, over their least common denominator if every mantissa then fits.</summary>
    public static QuantityColumn FromValues(ReadOnlySpan<Rational> values)
    {
        var common = BigInteger.One;
        foreach (var value in values)
        {
            if (value.IsMissing)
            {
                continue;
            }

            var denominator = value.Denominator;
            common = common / BigInteger.GreatestCommonDivisor(common, denominator) * denominator;
            if (common > long.MaxValue)
            {
                return new QuantityColumn(values.ToArray());
            }
        }

        var scale = Rational.Create(common, BigInteger.One);
        var mantissas = new long[values.Length];
        bool[] missing = [];
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row].IsMissing)
            {
                missing = missing.Length == 0 ? new bool[values.Length] : missing;
                missing[row] = true;
                continue;
            }

            if (!(values[row] * scale).TryGetInt64(out mantissas[row], out _))
            {
                return new QuantityColumn(values.ToArray());
            }
        }

        return new QuantityColumn(mantissas, (long)common, missing);
    }

    /// <summary>Copies mantissas over a common denominator.</summary>
    /// <param name="mantissas">By row; ignored where missing.</param>
    /// <param name="denominator">Positive.</param>
    /// <param name="missing">By row; empty when nothing is missing.</param>
    /// <exception cref="ArgumentException">The denominator is not positive, or the lengths differ.</exception>
    public static QuantityColumn FromMantissas(ReadOnlySpan<long> mantissas, long denominator, ReadOnlySpan<bool> missing = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        if (missing.Length != 0 && missing.Length != mantissas.Length)
        {
            throw new ArgumentException("There must be one mark per mantissa, or none.", nameof(missing));
        }

        var copy = mantissas.ToArray();
        for (var row = 0; row < missing.Length; row++)
        {
            copy[row] = missing[row] ? 0 : copy[row];
        }

        return new QuantityColumn(copy, denominator, missing.Contains(true) ? missing.ToArray() : []);
    }
}
