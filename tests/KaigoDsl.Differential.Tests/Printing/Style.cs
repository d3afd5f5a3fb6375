using System.Globalization;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Printing;

/// <summary>How one file is spelled: all the same to the language, so that none of it may change a score.</summary>
internal sealed class Style
{
    private readonly Dice? _dice;
    private readonly int _english;

    /// <param name="seed">0 for plain Japanese in the order of the model.</param>
    public Style(int seed)
    {
        _dice = seed == 0 ? null : new Dice(seed);
        _english = _dice?.Pick(0, 0, 100, 100, 50) ?? 0;
        LineEnd = _dice?.Chance(10) == true ? "\r\n" : "\n";
    }

    public string LineEnd { get; }

    public string Colon => Pick(" :", ":", " ：");

    public string Comma => Pick(", ", ",", "，");

    public string OpenBrace => Pick("{", "{", "｛");

    public string CloseBrace => Pick("}", "}", "｝");

    public string Word(string japanese, string english) => Chance(_english) ? english : japanese;

    public string Unit(string unit) => Word(unit, Units.English(unit));

    public string Digits(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return Chance(10) ? string.Concat(text.Select(c => (char)(c - '0' + '０'))) : text;
    }

    public string Quote(string text) => Chance(70) || _dice is null ? "「" + text + "」" : "\"" + text + "\"";

    public bool Chance(int percent) => _dice is not null && _dice.Chance(percent);

    public string Pick(params string[] spellings) => _dice is null ? spellings[0] : _dice.Pick(spellings);

    public int Between(int low, int high) => _dice?.Between(low, high) ?? high;

    public List<T> Shuffle<T>(List<T> values) => _dice is null ? values : _dice.Shuffle(values);
}
