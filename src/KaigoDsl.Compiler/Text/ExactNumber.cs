using System.Globalization;
using System.Numerics;

namespace KaigoDsl.Compiler.Text;

/// <summary>
/// A rational number of any size, always in lowest terms with a positive denominator: the only kind of number the
/// compiler knows. Literals, unit factors and tier shares are of this type; nothing is ever rounded.
/// </summary>
public readonly struct ExactNumber : IEquatable<ExactNumber>, IComparable<ExactNumber>
{
    private readonly BigInteger _denominator;

    /// <summary>Creates <paramref name="numerator"/> ÷ <paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public ExactNumber(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        if (denominator.Sign < 0)
        {
            numerator = -numerator;
            denominator = -denominator;
        }

        if (denominator.IsOne)
        {
            Numerator = numerator;
            _denominator = denominator;
            return;
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = divisor.IsOne ? numerator : numerator / divisor;
        _denominator = divisor.IsOne ? denominator : denominator / divisor;
    }

    /// <summary>Creates a whole number.</summary>
    public ExactNumber(BigInteger value)
    {
        Numerator = value;
        _denominator = BigInteger.One;
    }

    /// <summary>Zero.</summary>
    public static ExactNumber Zero => default;

    /// <summary>One.</summary>
    public static ExactNumber One => new(BigInteger.One);

    /// <summary>The numerator; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator; positive.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>Whether the number is whole.</summary>
    public bool IsInteger => Denominator.IsOne;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The sum.</summary>
    public static ExactNumber operator +(ExactNumber left, ExactNumber right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static ExactNumber operator -(ExactNumber left, ExactNumber right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The negation.</summary>
    public static ExactNumber operator -(ExactNumber value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static ExactNumber operator *(ExactNumber left, ExactNumber right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static ExactNumber operator /(ExactNumber left, ExactNumber right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Equality of value.</summary>
    public static bool operator ==(ExactNumber left, ExactNumber right) => left.Equals(right);

    /// <summary>Inequality of value.</summary>
    public static bool operator !=(ExactNumber left, ExactNumber right) => !left.Equals(right);

    /// <summary>Order of value.</summary>
    public static bool operator <(ExactNumber left, ExactNumber right) => left.CompareTo(right) < 0;

    /// <summary>Order of value.</summary>
    public static bool operator >(ExactNumber left, ExactNumber right) => left.CompareTo(right) > 0;

    /// <summary>Order of value.</summary>
    public static bool operator <=(ExactNumber left, ExactNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Order of value.</summary>
    public static bool operator >=(ExactNumber left, ExactNumber right) => left.CompareTo(right) >= 0;

    /// <summary>A whole number as an exact one.</summary>
    public static implicit operator ExactNumber(int value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ExactNumber other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(ExactNumber other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 397) ^ Denominator.GetHashCode());

    /// <summary><c>3</c>, or <c>7/10</c> when not whole.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
}
