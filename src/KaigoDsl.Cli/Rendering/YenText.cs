using System.Globalization;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>Yen for people: separators, and below one yen as many decimals as it takes, up to ten.</summary>
internal static class YenText
{
    private const int MostDecimals = 10;

    public static string Of(Rational amount)
    {
        if (amount.IsInteger)
        {
            return amount.Numerator.ToString("N0", CultureInfo.InvariantCulture);
        }

        var whole = amount.Sign < 0 ? -(-amount).Floor() : amount.Floor();
        var rest = amount.Sign < 0 ? -amount - Rational.Create(-whole, 1) : amount - Rational.Create(whole, 1);
        for (var decimals = 1; decimals <= MostDecimals; decimals++)
        {
            if ((rest * Rational.Create(System.Numerics.BigInteger.Pow(10, decimals), 1)).IsInteger)
            {
                return Sign(amount, whole) + rest.ToDecimalString(decimals)[1..];
            }
        }

        // Cut, not rounded: a remainder just below a yen must not look like one.
        var cut = Rational.Create((rest * 10_000).Floor(), 10_000);
        return Sign(amount, whole) + cut.ToDecimalString(4)[1..] + "…";
    }

    private static string Sign(Rational amount, System.Numerics.BigInteger whole) =>
        (amount.Sign < 0 && whole.IsZero ? "-" : string.Empty) + whole.ToString("N0", CultureInfo.InvariantCulture);
}
