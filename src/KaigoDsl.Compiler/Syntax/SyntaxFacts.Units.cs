using System.Collections.Immutable;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

public static partial class SyntaxFacts
{
    private static readonly UnitFact[] UnitTable =
    [
        new("点", "pt", "点", 1),
        new("円", "yen", "円", 1),
        new("人", "persons", "人", 1),
        new("件", "cases", "件", 1),
        new("回", "times", "回", 1),
        new("日", "days", "日", 1),
        new("月", "months", "月", 1),
        new("年", "years", "年", 1),
        new("箇所", "places", "箇所", 1),
        new("団体", "entities", "団体", 1),
        new("位", "rank", "位", 1),
        new("度", "degree", "度", 1),
        new("割合", "ratio", string.Empty, 1),
        new("%", "percent", string.Empty, new ExactNumber(1, 100)),
        new("割", "wari", string.Empty, new ExactNumber(1, 10)),
    ];

    // Longer spellings before the ones they contain; a scale is written in front of a unit or behind the digits.
    private static readonly (string Japanese, string English, int Factor)[] ScaleTable =
    [
        ("千万", "ten_million_", 10_000_000),
        ("百万", "million_", 1_000_000),
        ("十万", "hundred_thousand_", 100_000),
        ("千", "thousand_", 1_000),
        ("万", "ten_thousand_", 10_000),
        ("十億", "billion_", 1_000_000_000),
        ("億", "hundred_million_", 100_000_000),
    ];

    // Numbers are read by the thousand and few have a scale.
    private static readonly string ScaleStarts = new([.. ScaleTable.SelectMany(s => new[] { s.Japanese[0], s.English[0] }).Distinct()]);

    /// <summary>Every unit, without scales.</summary>
    public static ImmutableArray<UnitFact> Units { get; }

    /// <summary>
    /// The unit spelled so, in either language, full or half width, with a scale in front or not (<c>円</c>, <c>千円</c>,
    /// <c>yen</c>, <c>％</c>); <see langword="null"/> if the language has none such (it may still be a declared one).
    /// </summary>
    public static UnitFact? FindUnit(string text)
    {
        var folded = CharacterFolding.Fold(text);
        if (UnitsByText.TryGetValue(folded, out var unit))
        {
            return unit;
        }

        var (scale, japanese, english, length) = FindScale(folded, 0);
        return length > 0 && UnitsByText.TryGetValue(folded.Substring(length), out unit) && unit.Dimension.Length > 0
            ? new UnitFact(japanese + unit.Japanese, english + unit.English, unit.Dimension, scale * unit.Factor)
            : null;
    }

    /// <summary>The scale written at a place of a folded text; length 0 and factor 1 if there is none.</summary>
    internal static (ExactNumber Factor, string Japanese, string English, int Length) FindScale(string text, int start)
    {
        var best = (Factor: ExactNumber.One, Japanese: string.Empty, English: string.Empty, Length: 0);
        if (start == text.Length || ScaleStarts.IndexOf(text[start]) < 0)
        {
            return best;
        }

        foreach (var (japanese, english, factor) in ScaleTable)
        {
            var length = Stands(japanese) ? japanese.Length : Stands(english) ? english.Length : 0;
            if (length > best.Length)
            {
                best = (factor, japanese, english, length);
            }
        }

        return best;

        bool Stands(string spelling) => string.CompareOrdinal(text, start, spelling, 0, spelling.Length) == 0;
    }

    private static Dictionary<string, UnitFact> IndexUnitsByText()
    {
        var index = new Dictionary<string, UnitFact>(StringComparer.Ordinal);
        foreach (var unit in UnitTable)
        {
            index.Add(unit.Japanese, unit);
            index.Add(unit.English, unit);
        }

        return index;
    }
}
