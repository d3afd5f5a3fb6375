using System.Text.Json;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo explain … 配分.NAME --format json</c>.</summary>
internal static class ExplainAllocationJson
{
    public static string Render(AllocatedTable allocated, AllocationExplanation explanation, AllocationChange? change) => JsonText.Write(writer =>
    {
        writer.WriteString("allocation", explanation.Result.Plan.Name);
        writer.WriteString("code", allocated.Table.Key(explanation.Row));
        writer.WriteString("name", allocated.Table.Name(explanation.Row));
        writer.WriteAmount("proposed", explanation.Proposed);
        writer.WriteAmount("payment", explanation.Payment);
        writer.WriteStartArray("gates");
        foreach (var (decision, clause) in explanation.Gates)
        {
            writer.WriteStartObject();
            writer.WriteString("decision", decision.Label);
            writer.WriteString("clause", clause?.Label);
            writer.WriteString("reason", clause?.Title);
            writer.WriteString("met", clause is null ? null : clause.Met ? "true" : "false");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("steps");
        foreach (var step in explanation.Steps)
        {
            writer.WriteStartObject();
            Write(writer, step);
            writer.WriteAmount("holds", step.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (change is not null)
        {
            Write(writer, change);
        }
    });

    private static void Write(Utf8JsonWriter writer, AllocationStep step)
    {
        switch (step)
        {
            case { Entry: PoolEntry entry, Pool: { } row }:
                writer.WriteString("title", entry.Title);
                writer.WriteString("class", entry.SizeClass);
                writer.WriteNumber("round", entry.Round);
                writer.WriteAmount("budget", entry.Budget);
                writer.WriteAmount("weight", row.Weight);
                writer.WriteAmount("weightSum", entry.WeightSum);
                writer.WriteAmount("level", entry.Level);
                writer.WriteAmount("floor", row.Floor);
                writer.WriteAmount("cap", row.Cap);
                writer.WriteAmount("quota", row.Quota);
                writer.WriteNumber("unitsMoved", row.UnitsMoved);
                writer.WriteAmount("amount", row.Amount);
                writer.WriteBoolean("withheld", row.Withheld);
                break;
            case { Entry: AdjustmentEntry entry, Adjustment: { } row }:
                writer.WriteString("title", entry.Title);
                writer.WriteAmount("before", row.Before);
                writer.WriteAmount("limit", row.Limit);
                writer.WriteAmount("amount", row.After);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, AllocationChange change)
    {
        writer.WriteStartObject("change");
        writer.WriteAmount("before", change.Before);
        writer.WriteAmount("after", change.After);
        foreach (var part in change.Parts)
        {
            writer.WriteAmount(part.Factor.ToString(), part.Amount);
        }

        writer.WriteEndObject();
    }
}
