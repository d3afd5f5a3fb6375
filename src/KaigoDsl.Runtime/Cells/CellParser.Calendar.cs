using System.Globalization;

namespace KaigoDsl.Runtime;

public static partial class CellParser
{
    /// <summary>Era, its one-letter short form, the Western year before its first, and its last fiscal year's number (0: open).</summary>
    private static readonly (string Era, char Short, int Before, int Last)[] s_eras =
    [
        ("令和", 'R', 2018, 0),
        ("平成", 'H', 1988, 31),
        ("昭和", 'S', 1925, 64),
    ];

    private static CellProblem? ParseYear(ReadOnlySpan<char> text, ref CellValue value)
    {
        if (TryReadYear(text, out var year))
        {
            value = new CellValue { Quantity = Rational.FromInt64(year) };
            return null;
        }

        return Malformed(text, "年度（令和7年度・R7・2025年度・FY2025・2025）", "a fiscal year (令和7年度, R7, 2025年度, FY2025 or 2025)");
    }

    private static bool TryReadYear(ReadOnlySpan<char> text, out int year)
    {
        year = 0;
        var body = text.EndsWith("年度", StringComparison.Ordinal) ? text[..^2].TrimEnd() : text;
        foreach (var (era, letter, before, last) in s_eras)
        {
            var number = body.StartsWith(era, StringComparison.Ordinal) ? body[era.Length..]
                : body.Length > 1 && char.ToUpperInvariant(body[0]) == letter ? body[1..]
                : [];
            if (number.IsEmpty)
            {
                continue;
            }

            number = number.Trim();
            if (number is not "元" && !TryReadDigits(number, 1, 2, out year))
            {
                return false;
            }

            year = number is "元" ? 1 : year;
            var accepted = year > 0 && (last == 0 || year <= last);
            year += before;
            return accepted;
        }

        var western = body.StartsWith("FY", StringComparison.OrdinalIgnoreCase) ? body[2..].TrimStart() : body;
        return TryReadDigits(western, 4, 4, out year) && year > 0;
    }

    private static CellProblem? ParseDate(ReadOnlySpan<char> text, ref CellValue value)
    {
        const string Japanese = "日付（2025-04-01 または 2025/4/1）";
        const string English = "a date (2025-04-01 or 2025/4/1)";
        var first = text.IndexOfAny("-/－／");
        var second = first < 0 ? -1 : text[(first + 1)..].IndexOfAny("-/－／");
        if (second < 0)
        {
            return Malformed(text, Japanese, English);
        }

        second += first + 1;
        if (!TryReadDigits(text[..first], 4, 4, out var year)
            || !TryReadDigits(text[(first + 1)..second], 1, 2, out var month)
            || !TryReadDigits(text[(second + 1)..], 1, 2, out var day))
        {
            return Malformed(text, Japanese, English);
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return new CellProblem(CellProblemKind.NoSuchDate, text.ToString(), Japanese, English);
        }

        value = new CellValue { Quantity = Rational.FromInt64((year * 10_000) + (month * 100) + day) };
        return null;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, int minimum, int maximum, out int value)
    {
        value = 0;
        if (text.Length < minimum || text.Length > maximum)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not (>= '０' and <= '９'))
            {
                return false;
            }

            value = (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(c);
        }

        return true;
    }
}
