using System.Globalization;
using KaigoDsl.Compiler.Text;
using Sprache;
using Characters = Sprache.Parse;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// Fiscal years as they are written: 令和7年度, 平成30年度, R7, H30, 2025年度, FY2025, 2025. A fiscal year is named after the
/// era that its April belongs to by law: 平成31年度 and 令和元年度 are both 2019.
/// </summary>
public static class FiscalYearLiteral
{
    // Western year of the era's year 1, oldest first.
    private static readonly (string Name, string Letter, int FirstYear, int LastYear)[] Eras =
    [
        ("昭和", "S", 1926, 1988),
        ("平成", "H", 1989, 2019),
        ("令和", "R", 2019, 9999),
    ];

    private static readonly Parser<int> Digits =
        from digits in Characters.Char(c => c is >= '0' and <= '9', "digit").AtLeastOnce().Text()
        where digits.Length <= 4
        select int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly Parser<int> EraDigits = Characters.String("元").Return(1).XOr(Digits);

    private static readonly Parser<int> EraYear =
        from name in Characters.Char(c => Eras.Any(e => e.Name[0] == c), "era")
        from rest in Characters.AnyChar
        from year in EraDigits
        from suffix in Characters.String("年度")
        from western in ToWestern(Eras.FirstOrDefault(e => e.Name == new string([name, rest])), year)
        select western;

    private static readonly Parser<int> CodedYear =
        from letter in Characters.Char(c => Eras.Any(e => e.Letter[0] == c), "era letter")
        from year in Digits
        from western in ToWestern(Eras.First(e => e.Letter[0] == letter), year)
        select western;

    private static readonly Parser<int> FourDigits = Digits.Where(year => year is >= 1900 and <= 9999);

    private static readonly Parser<int> PrefixedYear = Characters.String("FY").Then(_ => FourDigits);

    private static readonly Parser<int> WesternYear =
        from year in FourDigits
        from suffix in Characters.String("年度").Text().XOr(Characters.Return(string.Empty))
        select year;

    private static readonly Parser<int> Literal = EraYear.XOr(CodedYear).XOr(PrefixedYear).XOr(WesternYear).End();

    /// <summary>Reads a fiscal year in any of its forms; <paramref name="westernYear"/> is the year its April lies in.</summary>
    public static bool TryParse(string text, out int westernYear)
    {
        var result = Literal.TryParse(CharacterFolding.Fold(text));
        westernYear = result.WasSuccessful ? result.Value : 0;
        return result.WasSuccessful;
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

    private static Parser<int> ToWestern((string Name, string Letter, int FirstYear, int LastYear) era, int year) => input =>
        era.Name is not null && year >= 1 && era.FirstYear + year - 1 <= era.LastYear
            ? Result.Success(era.FirstYear + year - 1, input)
            : Result.Failure<int>(input, "no such year of the era", []);
}
