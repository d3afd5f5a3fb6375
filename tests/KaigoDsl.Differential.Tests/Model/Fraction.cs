using System.Globalization;
using System.Numerics;

namespace KaigoDsl.Differential.Tests.Model;

/// <summary>
/// A fraction as in a school book, over <see cref="BigInteger"/> only. The product has its own; this one shares nothing with it,
/// so that a mistake in one is not a mistake in both. Missing is <see langword="null"/>, outside this type.
/// </summary>
internal readonly struct Fraction : IComparable<Fraction>, IEquatable<Fraction>
{
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var sign = denominator.Sign;
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = sign * numerator / divisor;
        Denominator = sign * denominator / divisor;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public bool IsZero => Numerator.IsZero;

    public static implicit operator Fraction(int value) => new(value, 1);

    public static implicit operator Fraction(BigInteger value) => new(value, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Fraction a, Fraction b) => a.CompareTo(b) == 0;

    public static bool operator !=(Fraction a, Fraction b) => a.CompareTo(b) != 0;

    /// <summary>Reads <c>12</c> or <c>12.5</c>.</summary>
    public static Fraction Parse(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        return new(
            BigInteger.Parse(digits.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture),
            BigInteger.Pow(10, decimals));
    }

    /// <summary>The largest whole number that is not above this.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number that is not below this.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";
}
