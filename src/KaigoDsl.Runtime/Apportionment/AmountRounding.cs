using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>A rounding to whole multiples of a unit: 千円未満切り捨て, 小数点以下10位で四捨五入, 1億円未満切り上げ.</summary>
public readonly record struct AmountRounding
{
    /// <summary>Creates a rounding.</summary>
    /// <param name="mode">Where the fraction goes.</param>
    /// <param name="unit">The unit: 1000 for 千円, 1/100 for two decimals. Above zero unless the mode is <see cref="RoundingMode.None"/>.</param>
    /// <exception cref="ArgumentException">The unit is missing, zero or negative.</exception>
    public AmountRounding(RoundingMode mode, Rational unit)
    {
        if (mode != RoundingMode.None && (unit.IsMissing || unit.Sign <= 0))
        {
            throw new ArgumentException("A rounding needs a unit above zero.", nameof(unit));
        }

        Mode = mode;
        Unit = mode == RoundingMode.None ? Rational.Missing : unit;
    }

    /// <summary>No rounding.</summary>
    public static AmountRounding None => default;

    /// <summary>Where the fraction goes.</summary>
    public RoundingMode Mode { get; }

    /// <summary>The unit; missing when nothing is rounded.</summary>
    public Rational Unit { get; }

    /// <summary>The value rounded; missing stays missing.</summary>
    public Rational Apply(Rational value) =>
        Mode == RoundingMode.None || value.IsMissing ? value : Whole(Units(value)) * Unit;

    /// <summary>The largest whole multiple of the unit that is not above the value; the value itself when nothing is rounded.</summary>
    public Rational Below(Rational value) => Mode == RoundingMode.None ? value : Whole((value / Unit).Floor()) * Unit;

    /// <summary>The smallest whole multiple of the unit that is not below the value; the value itself when nothing is rounded.</summary>
    public Rational Above(Rational value) => Mode == RoundingMode.None ? value : Whole((value / Unit).Ceiling()) * Unit;

    private static Rational Whole(BigInteger value) => Rational.Create(value, BigInteger.One);

    private BigInteger Units(Rational value)
    {
        var units = value / Unit;
        return Mode switch
        {
            RoundingMode.Down => units.Floor(),
            RoundingMode.Up => units.Ceiling(),
            _ => (units + Rational.Create(1, 2)).Floor(),
        };
    }
}
