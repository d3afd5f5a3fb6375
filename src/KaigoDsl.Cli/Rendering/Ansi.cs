using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli;

/// <summary>Colour for running text; tables leave it to Spectre.Console.</summary>
internal static class Ansi
{
    private const string Reset = "\u001b[0m";

    public static string Red(string text, bool color) => color ? $"\u001b[31m{text}{Reset}" : text;

    public static string Green(string text, bool color) => color ? $"\u001b[32m{text}{Reset}" : text;

    public static string Yellow(string text, bool color) => color ? $"\u001b[33m{text}{Reset}" : text;

    /// <summary>A rendered diagnostic with the word of its severity coloured.</summary>
    public static string Paint(string rendered, DiagnosticSeverity severity, MessageLanguage language, bool color)
    {
        if (!color)
        {
            return rendered;
        }

        var word = DiagnosticRenderer.FormatSeverity(severity, language);
        var place = rendered.IndexOf($": {word} ", StringComparison.Ordinal);
        if (place < 0)
        {
            return rendered;
        }

        var painted = severity == DiagnosticSeverity.Error ? Red(word, color) : Yellow(word, color);
        return string.Concat(rendered.AsSpan(0, place + 2), painted, rendered.AsSpan(place + 2 + word.Length));
    }
}
