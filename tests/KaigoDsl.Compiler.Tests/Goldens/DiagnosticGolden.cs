using System.Collections.Immutable;
using System.Text;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Tests.Goldens;

/// <summary>Writes sources with each diagnostic below the line it begins on.</summary>
internal static class DiagnosticGolden
{
    public static string Write(ImmutableArray<SyntaxTree> trees, ImmutableArray<Diagnostic> diagnostics)
    {
        var writer = new StringBuilder();
        foreach (var tree in trees)
        {
            var source = tree.Source;
            writer.Append("==> ").Append(source.Path).Append(" <==\n");
            for (var line = 0; line < source.LineCount; line++)
            {
                var text = source.ToString(source.GetLineSpan(line));
                var here = diagnostics.Where(d => d.Location.Source == source && d.Location.Start.Line == line).ToArray();
                if (line == source.LineCount - 1 && text.Length == 0 && here.Length == 0)
                {
                    break;
                }

                writer.Append(text).Append('\n');
                foreach (var diagnostic in here)
                {
                    Append(writer, diagnostic);
                }
            }
        }

        return writer.ToString();
    }

    private static void Append(StringBuilder writer, Diagnostic diagnostic)
    {
        writer.Append(DiagnosticRenderer.FormatCarets(diagnostic.Location.Source, diagnostic.Location.Span)).Append(' ')
            .Append(DiagnosticRenderer.FormatSeverity(diagnostic.Severity, MessageLanguage.English)).Append(' ').Append(diagnostic.Code).Append('\n');
        writer.Append("    ").Append(diagnostic.GetMessage(MessageLanguage.Japanese)).Append('\n');
        writer.Append("    ").Append(diagnostic.GetMessage(MessageLanguage.English)).Append('\n');
        foreach (var related in diagnostic.Related)
        {
            writer.Append("    @ ").Append(DiagnosticRenderer.FormatLocation(related.Location)).Append(' ')
                .Append(related.Note.Japanese).Append(" / ").Append(related.Note.English).Append('\n');
        }

        if (diagnostic.Fix is { } fix)
        {
            writer.Append("    ").Append(DiagnosticRenderer.FormatFix(diagnostic.Location.Source, fix, MessageLanguage.Japanese)).Append('\n');
        }
    }
}
