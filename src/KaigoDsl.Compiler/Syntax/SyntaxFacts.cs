using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Tables about the language: the one place where keywords, punctuation and units are spelled.</summary>
public static partial class SyntaxFacts
{
    private static readonly Dictionary<string, KeywordFact> KeywordsByText;
    private static readonly Dictionary<SyntaxKind, KeywordFact> KeywordsByKind;
    private static readonly Dictionary<string, UnitFact> UnitsByText;

    // Explicit, because field initialisers of partial files run in no defined order; the table itself is an initialiser.
    static SyntaxFacts()
    {
        KeywordsByText = IndexKeywordsByText();
        KeywordsByKind = KeywordTable.ToDictionary(k => k.Kind);
        Keywords = [.. KeywordTable];
        UnitsByText = IndexUnitsByText();
        Units = [.. UnitTable];
    }

    /// <summary>Every keyword.</summary>
    public static ImmutableArray<KeywordFact> Keywords { get; }

    /// <summary>The keyword spelled so, in either language; <see langword="null"/> if there is none.</summary>
    public static KeywordFact? FindKeyword(string text) => KeywordsByText.TryGetValue(text, out var fact) ? fact : null;

    /// <summary>The keyword of a token kind; <see langword="null"/> for other kinds.</summary>
    public static KeywordFact? GetKeyword(SyntaxKind kind) => KeywordsByKind.TryGetValue(kind, out var fact) ? fact : null;

    /// <summary>Whether a token kind is a keyword.</summary>
    public static bool IsKeyword(SyntaxKind kind) => KeywordsByKind.ContainsKey(kind);

    /// <summary>The canonical text of a punctuation token; <see langword="null"/> for other kinds.</summary>
    public static string? GetPunctuation(SyntaxKind kind) => PunctuationTexts.TryGetValue(kind, out var text) ? text : null;

    /// <summary>Whether a token may stand where a label is wanted: words, whole numbers and, there, any keyword.</summary>
    public static bool CanBeLabel(SyntaxKind kind) =>
        kind is SyntaxKind.WordToken or SyntaxKind.NumberToken || IsKeyword(kind);

    private static Dictionary<string, KeywordFact> IndexKeywordsByText()
    {
        var index = new Dictionary<string, KeywordFact>(StringComparer.Ordinal);
        foreach (var keyword in KeywordTable)
        {
            index.Add(keyword.Japanese, keyword);
            index.Add(keyword.English, keyword);
        }

        return index;
    }
}
