using System.Text.Json;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo check --format sarif</c>: SARIF 2.1.0, which code hosts show beside the lines of a pull request.</summary>
internal static class CheckSarif
{
    public static string Render(Compilation compilation, MessageLanguage language) => JsonText.Write(writer =>
    {
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "kaigo");
        writer.WriteStartArray("rules");
        foreach (var descriptor in compilation.Diagnostics.Select(static diagnostic => diagnostic.Descriptor).DistinctBy(static descriptor => descriptor.Code, StringComparer.Ordinal).OrderBy(static descriptor => descriptor.Code, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("id", descriptor.Code);
            WriteText(writer, "shortDescription", descriptor.Title.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var diagnostic in compilation.Diagnostics)
        {
            WriteResult(writer, diagnostic, language);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic diagnostic, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", diagnostic.Code);
        writer.WriteString("level", diagnostic.Severity == DiagnosticSeverity.Info ? "note" : CheckJson.SeverityName(diagnostic.Severity));
        WriteText(writer, "message", diagnostic.GetMessage(language));
        writer.WriteStartArray("locations");
        WriteLocation(writer, diagnostic.Location, null);
        writer.WriteEndArray();
        if (!diagnostic.Related.IsEmpty)
        {
            writer.WriteStartArray("relatedLocations");
            foreach (var related in diagnostic.Related)
            {
                WriteLocation(writer, related.Location, related.Note.In(language));
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, TextLocation location, string? message)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", string.Join('/', location.Path.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", location.Start.Line + 1);
        writer.WriteNumber("startColumn", location.Start.Character + 1);
        writer.WriteNumber("endLine", location.End.Line + 1);
        writer.WriteNumber("endColumn", location.End.Character + 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (message is not null)
        {
            WriteText(writer, "message", message);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
