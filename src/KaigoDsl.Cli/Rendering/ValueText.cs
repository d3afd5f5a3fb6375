using System.Globalization;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>Exact values for people: whole numbers with separators, the rest to four decimals with the exact fraction beside it where it is short.</summary>
internal static class ValueText
{
    private const int Decimals = 4;
    private const int LongestFraction = 14;

    public static string Of(Rational value, Texts texts)
    {
        if (value.IsMissing)
        {
            return texts.Missing;
        }

        if (value.IsInteger)
        {
            return value.Numerator.ToString("N0", CultureInfo.InvariantCulture);
        }

        var rounded = value.ToDecimalString(Decimals);
        var scaled = value * Rational.FromInt64(10_000);
        if (scaled.IsInteger)
        {
            return rounded.TrimEnd('0');
        }

        var exact = value.ToString();
        return exact.Length <= LongestFraction ? $"{rounded} ({exact})" : $"≈{rounded}";
    }

    public static string Points(int points, Texts texts) =>
        points == ScoreColumn.Unknown ? texts.UnknownPoints : points.ToString("N0", CultureInfo.InvariantCulture);
}
