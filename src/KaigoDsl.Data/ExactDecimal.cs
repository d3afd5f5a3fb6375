using System.Globalization;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>Exact numbers as text that reads back as the same number.</summary>
internal static class ExactDecimal
{
    /// <summary>A decimal where the value is a finite one (<c>12.5</c>), otherwise a fraction (<c>7/3</c>); empty when missing.</summary>
    public static string Format(Rational value)
    {
        if (value.IsMissing)
        {
            return string.Empty;
        }

        if (value.IsInteger)
        {
            return value.Numerator.ToString(CultureInfo.InvariantCulture);
        }

        var denominator = value.Denominator;
        var (twos, fives) = (0, 0);
        for (; denominator.IsEven; denominator >>= 1)
        {
            twos++;
        }

        for (; denominator % 5 == 0; denominator /= 5)
        {
            fives++;
        }

        // A cell is at most 80 characters; a decimal with more places than this reads better as a fraction anyway.
        var decimals = Math.Max(twos, fives);
        return denominator.IsOne && decimals <= 18
            ? value.ToDecimalString(decimals)
            : string.Create(CultureInfo.InvariantCulture, $"{value.Numerator}/{value.Denominator}");
    }

    /// <summary>The value in a column's declared unit.</summary>
    public static Rational InUnit(Rational value, ColumnSchema column) =>
        column.UnitFactor == Rational.One ? value : value / column.UnitFactor;
}
