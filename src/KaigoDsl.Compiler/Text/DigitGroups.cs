using System.Globalization;
using System.Numerics;
using System.Text;

namespace KaigoDsl.Compiler.Text;

/// <summary>Large numbers as the language itself writes them: <c>9_549_149_000</c>.</summary>
internal static class DigitGroups
{
    /// <summary>A whole number with its digits in groups of three; a fraction as it is.</summary>
    public static string Format(ExactNumber value)
    {
        if (!value.IsInteger)
        {
            return value.ToString();
        }

        var digits = BigInteger.Abs(value.Numerator).ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder(value.Sign < 0 ? "-" : string.Empty);
        for (var i = 0; i < digits.Length; i++)
        {
            text.Append(i > 0 && (digits.Length - i) % 3 == 0 ? "_" : string.Empty).Append(digits[i]);
        }

        return text.ToString();
    }
}
