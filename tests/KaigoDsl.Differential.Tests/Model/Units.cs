namespace KaigoDsl.Differential.Tests.Model;

/// <summary>The units the generated specs use, typed in again from section 4 of the language reference.</summary>
internal static class Units
{
    public const string Declared = "床";

    private static readonly (string Japanese, string English, string Dimension, Fraction Factor)[] s_units =
    [
        ("点", "pt", "点", 1),
        ("円", "yen", "円", 1),
        ("千円", "thousand_yen", "円", 1000),
        ("人", "persons", "人", 1),
        ("千人", "thousand_persons", "人", 1000),
        ("件", "cases", "件", 1),
        ("百万件", "million_cases", "件", 1_000_000),
        ("度", "degree", "度", 1),
        ("団体", "entities", "団体", 1),
        (Declared, Declared, Declared, 1),
        ("割合", "ratio", "", 1),
        ("%", "percent", "", new Fraction(1, 100)),
        ("割", "wari", "", new Fraction(1, 10)),
        ("円/人", "yen/persons", "円/人", 1),
        ("千円/人", "thousand_yen/persons", "円/人", 1000),
        ("円/千人", "yen/thousand_persons", "円/人", new Fraction(1, 1000)),
    ];

    /// <summary>The dimensions measures are made of; the empty one is a plain ratio.</summary>
    public static string[] Dimensions { get; } = ["人", "件", "円", "度", Declared, "点", "", "円/人", "団体"];

    /// <summary>The units of a dimension that a column can be declared in.</summary>
    public static string[] Of(string dimension) => [.. s_units.Where(u => u.Dimension == dimension).Select(u => u.Japanese)];

    /// <summary>What one of the unit is in base units; a bare number counts as it is.</summary>
    public static Fraction Factor(string unit) => unit.Length == 0 ? 1 : s_units.Single(u => u.Japanese == unit).Factor;

    public static string Dimension(string unit) => unit.Length == 0 ? "" : s_units.Single(u => u.Japanese == unit).Dimension;

    public static string English(string unit) => unit.Length == 0 ? "" : s_units.Single(u => u.Japanese == unit).English;
}
