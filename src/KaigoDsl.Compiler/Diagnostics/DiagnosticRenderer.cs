using System.Globalization;
using System.Text;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>Diagnostics as plain text for people: place, message, the source line with a caret line, the other places, the fix.</summary>
public static class DiagnosticRenderer
{
    /// <summary>One diagnostic, ending with a line feed.</summary>
    public static string Render(Diagnostic diagnostic, MessageLanguage language)
    {
        var writer = new StringBuilder();
        writer.Append(FormatLocation(diagnostic.Location)).Append(": ")
            .Append(FormatSeverity(diagnostic.Severity, language)).Append(' ').Append(diagnostic.Code).Append(": ")
            .Append(diagnostic.GetMessage(language)).Append('\n');
        AppendSource(writer, diagnostic.Location);
        foreach (var related in diagnostic.Related)
        {
            writer.Append("  ").Append(FormatLocation(related.Location)).Append(": ").Append(related.Note.In(language)).Append('\n');
            AppendSource(writer, related.Location);
        }

        if (diagnostic.Fix is { } fix)
        {
            writer.Append("  ").Append(FormatFix(diagnostic.Location.Source, fix, language)).Append('\n');
        }

        return writer.ToString();
    }

    /// <summary><c>path:line:column</c>, 1-based; the column counts UTF-16 units, as editors do.</summary>
    public static string FormatLocation(TextLocation location) => string.Format(
        CultureInfo.InvariantCulture, "{0}:{1}:{2}", location.Path, location.Start.Line + 1, location.Start.Character + 1);

    /// <summary>The severity as a word.</summary>
    public static string FormatSeverity(DiagnosticSeverity severity, MessageLanguage language) => severity switch
    {
        DiagnosticSeverity.Error => language == MessageLanguage.Japanese ? "誤り" : "error",
        DiagnosticSeverity.Warning => language == MessageLanguage.Japanese ? "警告" : "warning",
        _ => language == MessageLanguage.Japanese ? "情報" : "info",
    };

    /// <summary>The fix as a sentence.</summary>
    public static string FormatFix(SourceText source, SuggestedFix fix, MessageLanguage language)
    {
        var old = source.ToString(fix.Span).Trim();
        var added = fix.NewText.Trim();
        return (old.Length, added.Length, language) switch
        {
            (0, _, MessageLanguage.Japanese) => $"修正: `{added}` を加える",
            (0, _, _) => $"fix: insert `{added}`",
            (_, 0, MessageLanguage.Japanese) => $"修正: `{old}` を削除する",
            (_, 0, _) => $"fix: remove `{old}`",
            (_, _, MessageLanguage.Japanese) => $"修正: `{old}` を `{added}` にする",
            _ => $"fix: replace `{old}` by `{added}`",
        };
    }

    /// <summary>
    /// Blanks and carets that point at a span when written under its first line: wide characters take two columns, tabs stay
    /// tabs, an empty span is one caret, and a span beyond its line is marked to the line's end.
    /// </summary>
    public static string FormatCarets(SourceText source, TextSpan span)
    {
        var start = source.GetLinePosition(span.Start);
        var line = source.GetLineSpan(start.Line);
        var before = source.ToString(TextSpan.FromBounds(line.Start, Math.Min(span.Start, line.End)));
        var marked = source.ToString(TextSpan.FromBounds(Math.Min(span.Start, line.End), Math.Max(Math.Min(span.End, line.End), Math.Min(span.Start, line.End))));
        var writer = new StringBuilder();
        foreach (var part in before.Split('\t').Select((text, index) => (text, index)))
        {
            writer.Append(part.index == 0 ? string.Empty : "\t").Append(' ', DisplayWidth.Of(part.text));
        }

        return writer.Append('^', Math.Max(1, DisplayWidth.Of(marked))).ToString();
    }

    private static void AppendSource(StringBuilder writer, TextLocation location)
    {
        var number = (location.Start.Line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(5);
        writer.Append(number).Append(" | ").Append(location.Source.ToString(location.Source.GetLineSpan(location.Start.Line))).Append('\n')
            .Append(' ', number.Length).Append(" | ").Append(FormatCarets(location.Source, location.Span)).Append('\n');
    }
}
