using System.Globalization;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Reports;

/// <summary>Amounts in 円 as people read them: grouped, with a sign where they are differences, and rounded to whole yen (half away from zero).</summary>
public static class YenDifferenceText
{
    /// <summary>+1,200, −3, 0; empty when missing.</summary>
    public static string Signed(Rational yen) => yen.IsMissing ? string.Empty : (yen.Sign > 0 && Rounded(yen) != 0 ? "+" : string.Empty) + Plain(yen);

    /// <summary>1,200, −3, 0; empty when missing.</summary>
    public static string Plain(Rational yen) =>
        yen.IsMissing ? string.Empty : Rounded(yen).ToString("N0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static System.Numerics.BigInteger Rounded(Rational yen)
    {
        var half = Rational.Create(1, 2);
        return yen.Sign < 0 ? -(half - yen).Floor() : (yen + half).Floor();
    }
}
