using System.Globalization;
using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>Puts the point into whole numbers of small units.</summary>
internal static class DecimalText
{
    /// <summary>Writes <paramref name="magnitude"/> × 10^−<paramref name="decimals"/>. A rounded zero carries no sign.</summary>
    public static string Place(BigInteger magnitude, int decimals, bool negative)
    {
        var digits = magnitude.ToString(CultureInfo.InvariantCulture);
        if (decimals > 0)
        {
            digits = digits.PadLeft(decimals + 1, '0');
            digits = string.Concat(digits.AsSpan(0, digits.Length - decimals), ".", digits.AsSpan(digits.Length - decimals));
        }

        return negative && !magnitude.IsZero ? "-" + digits : digits;
    }
}
