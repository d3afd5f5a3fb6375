using System.Globalization;
using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>
/// The verifier's own fraction: numerator and denominator as in a school book, brought to lowest terms only where it is printed. It
/// shares nothing with the numbers the allocation is done with, so that a mistake there is not repeated here.
/// </summary>
internal readonly struct ExactFraction
{
    private readonly BigInteger _top;
    private readonly BigInteger _below; // Minus one, so that the default is 0/1.

    private ExactFraction(BigInteger top, BigInteger bottom)
    {
        _top = top;
        _below = bottom - 1;
    }

    public int Sign => _top.Sign;

    private BigInteger Bottom => _below + 1;

    public static implicit operator ExactFraction(int value) => new(value, 1);

    public static ExactFraction operator +(ExactFraction a, ExactFraction b) =>
        a._below == b._below ? Lowest(a._top + b._top, a.Bottom) : Lowest((a._top * b.Bottom) + (b._top * a.Bottom), a.Bottom * b.Bottom);

    public static ExactFraction operator -(ExactFraction a) => new(-a._top, a.Bottom);

    public static ExactFraction operator -(ExactFraction a, ExactFraction b) => a + (-b);

    public static ExactFraction operator *(ExactFraction a, ExactFraction b) => Lowest(a._top * b._top, a.Bottom * b.Bottom);

    public static ExactFraction operator /(ExactFraction a, ExactFraction b) =>
        b.Sign < 0 ? Lowest(-a._top * b.Bottom, a.Bottom * -b._top) : Lowest(a._top * b.Bottom, a.Bottom * b._top);

    public static bool operator ==(ExactFraction a, ExactFraction b) => Compare(a, b) == 0;

    public static bool operator !=(ExactFraction a, ExactFraction b) => Compare(a, b) != 0;

    public static bool operator <(ExactFraction a, ExactFraction b) => Compare(a, b) < 0;

    public static bool operator >(ExactFraction a, ExactFraction b) => Compare(a, b) > 0;

    public static bool operator <=(ExactFraction a, ExactFraction b) => Compare(a, b) <= 0;

    public static bool operator >=(ExactFraction a, ExactFraction b) => Compare(a, b) >= 0;

    public static int Compare(ExactFraction a, ExactFraction b) => (a._top * b.Bottom).CompareTo(b._top * a.Bottom);

    public static ExactFraction Min(ExactFraction a, ExactFraction b) => a < b ? a : b;

    public static ExactFraction Max(ExactFraction a, ExactFraction b) => a > b ? a : b;

    /// <summary>Reads <c>-12</c> or <c>7/10</c>.</summary>
    public static bool TryParse(string text, out ExactFraction value)
    {
        value = default;
        var parts = text.Split('/');
        if (parts.Length > 2 || !BigInteger.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var top))
        {
            return false;
        }

        var bottom = BigInteger.One;
        if (parts.Length == 2
            && (!BigInteger.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out bottom) || bottom.IsZero))
        {
            return false;
        }

        value = Lowest(top, bottom);
        return true;
    }

    /// <summary>The largest whole number not above.</summary>
    public BigInteger Floor()
    {
        var whole = BigInteger.Divide(_top, Bottom);
        return whole * Bottom > _top ? whole - 1 : whole;
    }

    public ExactFraction WholeBelow() => new(Floor(), 1);

    public ExactFraction WholeAbove() => -(-this).WholeBelow();

    public override string ToString() =>
        Bottom.IsOne ? _top.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{_top}/{Bottom}");

    public override bool Equals(object? obj) => obj is ExactFraction other && this == other;

    public override int GetHashCode() => _top.GetHashCode();

    private static ExactFraction Lowest(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        return new(top / common, bottom / common);
    }
}
