using System.Text.Json;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo diff --format json</c>, as <c>docs/diff.schema.json</c> says; lines from 1.</summary>
internal static class DiffJson
{
    private const int FormatVersion = 1;

    public static string Render(DiffReport report, MessageLanguage language) => JsonText.Write(writer =>
    {
        var diff = report.Diff;
        writer.WriteNumber("formatVersion", FormatVersion);
        writer.WriteString("old", report.OldName);
        writer.WriteString("new", report.NewName);
        writer.WriteString("headline", DiffHeadline.Of(diff).In(language));
        writer.WriteString("severity", diff.Severity is { } most ? NameOf(most) : null);
        writer.WriteStartObject("counts");
        foreach (var severity in DiffReport.Severities)
        {
            writer.WriteNumber(NameOf(severity), diff.Changes.Count(change => change.Kind.Severity == severity));
        }

        writer.WriteEndObject();
        writer.WriteStartArray("frameworks");
        foreach (var pair in diff.Pairs)
        {
            WritePair(writer, pair);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("changes");
        foreach (var change in diff.Changes)
        {
            WriteChange(writer, diff, change, language);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("impacts");
        foreach (var impact in report.Impacts)
        {
            ImpactJson.Write(writer, impact, language);
        }

        writer.WriteEndArray();
    });

    /// <summary>The name machines read, the same in every language.</summary>
    public static string NameOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WritePair(Utf8JsonWriter writer, FrameworkPair pair)
    {
        writer.WriteStartObject();
        writer.WriteString("old", pair.Old.Name);
        writer.WriteString("new", pair.New.Name);
        writer.WriteString("entity", pair.New.Entity);
        writer.WriteNumber("oldFiscalYear", pair.Old.FiscalYear);
        writer.WriteNumber("newFiscalYear", pair.New.FiscalYear);
        writer.WriteString("relation", NameOf(pair.Relation));
        writer.WriteStartArray("matches");
        foreach (var match in pair.Nodes)
        {
            writer.WriteStartObject();
            WritePaths(writer, "old", pair.Old, match.Old);
            WritePaths(writer, "new", pair.New, match.New);
            writer.WriteString("relation", NameOf(match.Relation));
            writer.WriteString("way", NameOf(match.Way));
            writer.WriteNumber("certainty", match.Certainty);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePaths(Utf8JsonWriter writer, string name, FrameworkPlan plan, IEnumerable<int> nodes)
    {
        writer.WriteStartArray(name);
        foreach (var node in nodes)
        {
            writer.WriteStringValue(plan.Nodes[node].Path);
        }

        writer.WriteEndArray();
    }

    private static void WriteChange(Utf8JsonWriter writer, SpecDiff diff, SpecChange change, MessageLanguage language)
    {
        var pair = change.Pair < 0 ? null : diff.Pairs[change.Pair];
        writer.WriteStartObject();
        writer.WriteString("code", change.Kind.Code);
        writer.WriteString("name", change.Kind.Name);
        writer.WriteString("severity", NameOf(change.Kind.Severity));
        writer.WriteNumber("framework", change.Pair);
        writer.WriteString("subject", change.Subject.In(language));
        writer.WriteString("title", change.Title);
        writer.WriteString("oldPath", change.OldNode < 0 ? null : pair?.Old.Nodes[change.OldNode].Path);
        writer.WriteString("newPath", change.NewNode < 0 ? null : pair?.New.Nodes[change.NewNode].Path);
        writer.WriteString("oldValue", change.OldValue?.In(language));
        writer.WriteString("newValue", change.NewValue?.In(language));
        writer.WriteString("text", change.Text.In(language));
        WriteLocation(writer, "oldLocation", change.OldLocation);
        WriteLocation(writer, "newLocation", change.NewLocation);
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, string name, PlanLocation location)
    {
        if (location.Path.Length == 0)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("file", location.Path);
        writer.WriteNumber("line", location.Line + 1);
        writer.WriteEndObject();
    }
}
