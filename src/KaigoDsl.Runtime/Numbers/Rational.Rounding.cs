using System.Numerics;

namespace KaigoDsl.Runtime;

/// <content>Rounding to whole multiples of a unit; missing where the value is missing or the unit is not above zero.</content>
public readonly partial struct Rational
{
    /// <summary>切り捨て: towards zero.</summary>
    public static Rational RoundDown(Rational value, Rational unit) => Round(value, unit, static units => units.Floor());

    /// <summary>四捨五入: to the nearest; halves away from zero.</summary>
    public static Rational RoundNearest(Rational value, Rational unit) => Round(value, unit, static units => (units + Create(1, 2)).Floor());

    /// <summary>切り上げ: away from zero.</summary>
    public static Rational RoundUp(Rational value, Rational unit) => Round(value, unit, static units => units.Ceiling());

    private static Rational Round(Rational value, Rational unit, Func<Rational, BigInteger> whole)
    {
        if (value.IsMissing || unit.IsMissing || unit.Sign <= 0)
        {
            return Missing;
        }

        var rounded = Create(whole((value.Sign < 0 ? -value : value) / unit), BigInteger.One) * unit;
        return value.Sign < 0 ? -rounded : rounded;
    }
}
