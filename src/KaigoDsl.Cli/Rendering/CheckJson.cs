using System.Text.Json;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo check --format json</c>: lines and columns from 1, columns in UTF-16 units as editors count.</summary>
internal static class CheckJson
{
    public static string Render(Compilation compilation, MessageLanguage language) => JsonText.Write(writer =>
    {
        writer.WriteNumber("files", compilation.Trees.Length);
        writer.WriteNumber("errors", compilation.Diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        writer.WriteNumber("warnings", compilation.Diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in compilation.Diagnostics)
        {
            WriteDiagnostic(writer, diagnostic, language);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("frameworks");
        foreach (var plan in compilation.Plan is { } program ? program.Frameworks : [])
        {
            var (nodes, indicators, items) = CheckText.Count(plan);
            writer.WriteStartObject();
            writer.WriteString("name", plan.Name);
            writer.WriteNumber("fiscalYear", plan.FiscalYear);
            writer.WriteString("entity", plan.Entity);
            writer.WriteNumber("nodes", nodes);
            writer.WriteNumber("indicators", indicators);
            writer.WriteNumber("items", items);
            writer.WriteNumberOrNull("fullMark", plan.Nodes[0].FullMark);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void WriteDiagnostic(Utf8JsonWriter writer, Diagnostic diagnostic, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", SeverityName(diagnostic.Severity));
        writer.WriteString("message", diagnostic.GetMessage(language));
        WriteLocation(writer, diagnostic.Location);
        writer.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            writer.WriteStartObject();
            writer.WriteString("message", related.Note.In(language));
            WriteLocation(writer, related.Location);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (diagnostic.Fix is { } fix)
        {
            writer.WriteStartObject("fix");
            WriteLocation(writer, new TextLocation(diagnostic.Location.Source, fix.Span));
            writer.WriteString("newText", fix.NewText);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The name machines read, the same in every language.</summary>
    public static string SeverityName(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    private static void WriteLocation(Utf8JsonWriter writer, TextLocation location)
    {
        writer.WriteString("file", location.Path);
        writer.WriteNumber("line", location.Start.Line + 1);
        writer.WriteNumber("column", location.Start.Character + 1);
        writer.WriteNumber("endLine", location.End.Line + 1);
        writer.WriteNumber("endColumn", location.End.Character + 1);
    }
}
