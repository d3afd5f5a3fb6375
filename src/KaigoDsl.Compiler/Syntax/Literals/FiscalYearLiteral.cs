using System.Globalization;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// Fiscal years as they are written: 令和7年度, 平成30年度, R7, H30, 2025年度, FY2025, 2025. A fiscal year is named after the
/// era that its April belongs to by law: 平成31年度 and 令和元年度 are both 2019.
/// </summary>
public static class FiscalYearLiteral
{
    private const string Suffix = "年度";

    // Western year of the era's year 1, oldest first.
    private static readonly (string Name, string Letter, int FirstYear, int LastYear)[] Eras =
    [
        ("昭和", "S", 1926, 1988),
        ("平成", "H", 1989, 2019),
        ("令和", "R", 2019, 9999),
    ];

    /// <summary>Reads a fiscal year in any of its forms; <paramref name="westernYear"/> is the year its April lies in.</summary>
    public static bool TryParse(string text, out int westernYear)
    {
        var folded = CharacterFolding.Fold(text);
        westernYear = Read(folded) ?? 0;
        return westernYear != 0;
    }

    /// <summary><c>令和7年度</c> for 2025, <c>令和元年度</c> for 2019; Western years before 昭和 as they are.</summary>
    public static string ToEraText(int westernYear)
    {
        var era = FindEra(westernYear);
        if (era.Name is null)
        {
            return westernYear.ToString(CultureInfo.InvariantCulture) + "年度";
        }

        var year = westernYear - era.FirstYear + 1;
        return era.Name + (year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture)) + "年度";
    }

    /// <summary><c>R7</c> for 2025, <c>H30</c> for 2018; an identifier-friendly form.</summary>
    public static string ToCode(int westernYear)
    {
        var era = FindEra(westernYear);
        return era.Name is null
            ? "FY" + westernYear.ToString(CultureInfo.InvariantCulture)
            : era.Letter + (westernYear - era.FirstYear + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static (string Name, string Letter, int FirstYear, int LastYear) FindEra(int westernYear) =>
        Eras.LastOrDefault(e => westernYear >= e.FirstYear);

    private static int? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        foreach (var (name, letter, first, last) in Eras)
        {
            if (text.StartsWith(name, StringComparison.Ordinal) && text.EndsWith(Suffix, StringComparison.Ordinal) && text.Length > name.Length + Suffix.Length)
            {
                var isFirst = text.Length == name.Length + 1 + Suffix.Length && text[name.Length] == '元';
                return ToWestern(isFirst ? 1 : ReadDigits(text, name.Length, text.Length - Suffix.Length), first, last);
            }

            if (text[0] == letter[0])
            {
                return ToWestern(ReadDigits(text, 1, text.Length), first, last);
            }
        }

        var start = text.StartsWith("FY", StringComparison.Ordinal) ? 2 : 0;
        var end = start == 0 && text.EndsWith(Suffix, StringComparison.Ordinal) ? text.Length - Suffix.Length : text.Length;
        return ReadDigits(text, start, end) is { } year && year >= 1900 ? year : null;
    }

    private static int? ToWestern(int? year, int first, int last) => year >= 1 && first + year - 1 <= last ? first + year - 1 : null;

    private static int? ReadDigits(string text, int start, int end)
    {
        if (end - start is < 1 or > 4)
        {
            return null;
        }

        var number = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is not (>= '0' and <= '9'))
            {
                return null;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }
}
