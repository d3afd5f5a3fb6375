using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KaigoDsl.Runtime;

/// <summary>
/// An exact rational number, or 欠測 (missing). Never rounds and never overflows: numbers that fit are held as two
/// <see cref="long"/>, others as big integers. Always in lowest terms with a positive denominator, so that equal values are equal
/// bits. <c>default</c> is <see cref="Missing"/>, which absorbs: arithmetic with a missing side is missing, and so is division by zero.
/// </summary>
public readonly partial struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private readonly long _numerator;
    private readonly long _denominator; // 0 with no _big: missing.
    private readonly BigFraction? _big; // Only for what does not fit in two longs.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rational(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
        _big = null;
    }

    private Rational(BigFraction big)
    {
        _numerator = 0;
        _denominator = 0;
        _big = big;
    }

    /// <summary>欠測: there is no value.</summary>
    public static Rational Missing => default;

    /// <summary>0.</summary>
    public static Rational Zero => new(0, 1);

    /// <summary>1.</summary>
    public static Rational One => new(1, 1);

    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => _denominator == 0 && _big is null;

    /// <summary>The numerator in lowest terms; carries the sign.</summary>
    /// <exception cref="InvalidOperationException">The value is missing.</exception>
    public BigInteger Numerator => _big is not null ? _big.Numerator : _denominator != 0 ? _numerator : throw NoValue();

    /// <summary>The denominator in lowest terms; positive.</summary>
    /// <exception cref="InvalidOperationException">The value is missing.</exception>
    public BigInteger Denominator => _big is not null ? _big.Denominator : _denominator != 0 ? _denominator : throw NoValue();

    /// <summary>Whether there is a value and it is whole.</summary>
    public bool IsInteger => _big is not null ? _big.Denominator.IsOne : _denominator == 1;

    /// <summary>-1, 0 or 1.</summary>
    /// <exception cref="InvalidOperationException">The value is missing.</exception>
    public int Sign => _big is not null ? _big.Numerator.Sign : _denominator != 0 ? Math.Sign(_numerator) : throw NoValue();

    /// <summary>A whole number.</summary>
    public static Rational FromInt64(long value) => new(value, 1);

    /// <summary><paramref name="numerator"/> ÷ <paramref name="denominator"/>; missing when the denominator is zero.</summary>
    public static Rational Create(long numerator, long denominator) => Reduce(numerator, denominator);

    /// <summary><paramref name="numerator"/> ÷ <paramref name="denominator"/>; missing when the denominator is zero.</summary>
    public static Rational Create(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            return Missing;
        }

        if (denominator.Sign < 0)
        {
            numerator = -numerator;
            denominator = -denominator;
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (!divisor.IsOne)
        {
            numerator /= divisor;
            denominator /= divisor;
        }

        return numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Rational((long)numerator, (long)denominator)
            : new Rational(new BigFraction(numerator, denominator));
    }

    /// <summary>The numerator and denominator when both fit in 64 bits; false when missing or larger.</summary>
    public bool TryGetInt64(out long numerator, out long denominator)
    {
        numerator = _numerator;
        denominator = _denominator;
        return _denominator != 0;
    }

    /// <summary>The smaller value; missing if either is.</summary>
    public static Rational Min(Rational left, Rational right) =>
        left.IsMissing || right.IsMissing ? Missing : left.CompareTo(right) <= 0 ? left : right;

    /// <summary>The larger value; missing if either is.</summary>
    public static Rational Max(Rational left, Rational right) =>
        left.IsMissing || right.IsMissing ? Missing : left.CompareTo(right) >= 0 ? left : right;

    /// <summary>The largest whole number not above the value.</summary>
    /// <exception cref="InvalidOperationException">The value is missing.</exception>
    public BigInteger Floor()
    {
        var (numerator, denominator) = (Numerator, Denominator);
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number not below the value.</summary>
    /// <exception cref="InvalidOperationException">The value is missing.</exception>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A side is missing: missing has no place in the order, so callers test first.</exception>
    public int CompareTo(Rational other)
    {
        if (_denominator != 0 && other._denominator != 0)
        {
            return _denominator == other._denominator
                ? _numerator.CompareTo(other._numerator)
                : ((Int128)_numerator * other._denominator).CompareTo((Int128)other._numerator * _denominator);
        }

        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    /// <summary>Same value; missing equals missing (for use in collections; formulas use <see cref="Equal(Rational, Rational)"/>).</summary>
    public bool Equals(Rational other) =>
        _numerator == other._numerator && _denominator == other._denominator && EqualityComparer<BigFraction?>.Default.Equals(_big, other._big);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominator, _big);

    /// <summary><c>3</c>, <c>-7/10</c>; empty when missing, as a data file writes it.</summary>
    public override string ToString()
    {
        if (IsMissing)
        {
            return string.Empty;
        }

        var numerator = Numerator.ToString(CultureInfo.InvariantCulture);
        return IsInteger ? numerator : numerator + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The value in decimals, rounded exactly; halves go away from zero (四捨五入). Empty when missing.
    /// </summary>
    /// <param name="decimals">Digits after the point, 0 or more.</param>
    public string ToDecimalString(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (IsMissing)
        {
            return string.Empty;
        }

        var denominator = Denominator;
        var scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals);
        var rounded = ((2 * scaled) + denominator) / (2 * denominator);
        return DecimalText.Place(rounded, decimals, Sign < 0);
    }

    /// <summary>Reduces a quotient of any two 128-bit numbers whose magnitudes are below 2¹²⁷.</summary>
    private static Rational Reduce(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0)
        {
            return Missing;
        }

        if (denominator < 0)
        {
            numerator = -numerator;
            denominator = -denominator;
        }

        if (denominator <= long.MaxValue && numerator <= long.MaxValue && numerator >= -long.MaxValue)
        {
            var (n, d) = ((long)numerator, (long)denominator);
            var small = (long)GreatestCommonDivisor((ulong)Math.Abs(n), (ulong)d);
            return new Rational(n / small, d / small);
        }

        var divisor = GreatestCommonDivisor((UInt128)Int128.Abs(numerator), (UInt128)denominator);
        numerator /= (Int128)divisor;
        denominator /= (Int128)divisor;
        return denominator <= long.MaxValue && numerator <= long.MaxValue && numerator >= long.MinValue
            ? new Rational((long)numerator, (long)denominator)
            : new Rational(new BigFraction((BigInteger)numerator, (BigInteger)denominator));
    }

    private static ulong GreatestCommonDivisor(ulong left, ulong right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    private static UInt128 GreatestCommonDivisor(UInt128 left, UInt128 right)
    {
        while (right > ulong.MaxValue)
        {
            (left, right) = (right, left % right);
        }

        if (right == 0)
        {
            return left;
        }

        return GreatestCommonDivisor((ulong)right, (ulong)(left % right));
    }

    private static InvalidOperationException NoValue() => new("The value is missing (欠測).");

    private sealed record BigFraction(BigInteger Numerator, BigInteger Denominator);
}
