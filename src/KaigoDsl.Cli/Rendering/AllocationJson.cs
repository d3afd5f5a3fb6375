using System.Text.Json;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo allocate --format json</c>: the closing tables and every payment; amounts in yen, exact as text where they are fractions.</summary>
internal static class AllocationJson
{
    public static string Render(AllocatedTable allocated) => JsonText.Write(writer =>
    {
        writer.WriteString("framework", allocated.Plan.Name);
        writer.WriteNumber("entities", allocated.Table.Count);
        writer.WriteStartArray("allocations");
        foreach (var result in allocated.Results)
        {
            Write(writer, result);
        }

        writer.WriteEndArray();
    });

    /// <summary>A whole number as a number, a fraction as text, nothing as null.</summary>
    public static void WriteAmount(this Utf8JsonWriter writer, string name, Rational? amount)
    {
        writer.WritePropertyName(name);
        if (amount is not { IsMissing: false } value)
        {
            writer.WriteNullValue();
        }
        else if (value.IsInteger)
        {
            writer.WriteRawValue(value.ToString());
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }

    private static void Write(Utf8JsonWriter writer, AllocationResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("name", result.Plan.Name);
        writer.WriteString("label", result.Plan.Label);
        writer.WriteAmount("budget", result.Certificate?.Budget);
        writer.WriteAmount("paid", result.Certificate?.Paid);
        writer.WriteAmount("residue", result.Certificate?.Residue);
        writer.WriteBoolean("certified", result.Verification is { Holds: true });
        writer.WriteStartArray("pools");
        foreach (var pool in result.Pools)
        {
            writer.WriteStartObject();
            writer.WriteString("label", pool.Plan.Label);
            writer.WriteString("title", pool.Plan.Title);
            writer.WriteAmount("budget", pool.Budget);
            writer.WriteAmount("received", pool.Received);
            writer.WriteAmount("paid", pool.Paid);
            writer.WriteAmount("rest", pool.Rest);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("residues");
        foreach (var residue in result.Certificate?.Residues ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("account", residue.Account);
            writer.WriteAmount("amount", residue.Amount);
            writer.WriteString("destination", residue.Destination);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("payments");
        for (var row = 0; row < result.Table.Count; row++)
        {
            writer.WriteAmount(result.Table.Key(row), result.Payments[row]);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
