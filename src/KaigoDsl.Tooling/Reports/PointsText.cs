using System.Globalization;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Reports;

/// <summary>Differences as people read them: with a sign, and rounded to two places where they are fractions.</summary>
public static class PointsText
{
    private const int Decimals = 2;

    /// <summary>+3, −1.67, 0; empty when missing.</summary>
    public static string Signed(Rational points) =>
        points.IsMissing ? string.Empty
        : points.IsInteger ? Signed((long)points.Numerator)
        : (points.Sign > 0 ? "+" : string.Empty) + points.ToDecimalString(Decimals).Replace('-', '−');

    /// <summary>+1,200, −3, 0.</summary>
    public static string Signed(long points) => (points > 0 ? "+" : string.Empty) + points.ToString("N0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>+1,200, −3, 0.</summary>
    public static string Signed(int points) => Signed((long)points);

    /// <summary>The same; empty for <see langword="null"/>.</summary>
    public static string Signed(int? points) => points is { } known ? Signed((long)known) : string.Empty;
}
