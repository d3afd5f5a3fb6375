using System.Text.Json;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>The summary of <c>kaigo score</c> as JSON; names are fixed and English, whatever the language of messages.</summary>
internal static class ScoreJson
{
    private const int Decimals = 4;

    public static string Render(ScoreSummary summary) => JsonText.Write(writer =>
    {
        writer.WriteString("framework", summary.Plan.Name);
        writer.WriteNumber("fiscalYear", summary.Plan.FiscalYear);
        writer.WriteString("entity", summary.Plan.Entity);
        writer.WriteNumber("entities", summary.Table.Count);
        writer.WriteNumber("unknownScores", summary.UnknownCount);
        writer.WriteNumber("assumptions", summary.AssumptionCount);
        writer.WriteStartArray("nodes");
        WriteNode(writer, summary.Total);
        foreach (var row in summary.Rows)
        {
            WriteNode(writer, row);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("published");
        writer.WriteNumber("agree", summary.Published.Count(static figure => figure.Outcome == PublishedOutcome.Agrees));
        writer.WriteNumber("differ", summary.Published.Count(static figure => figure.Outcome is PublishedOutcome.Disagrees or PublishedOutcome.Contradicted));
        writer.WriteNumber("notComputable", summary.Published.Count(static figure => figure.Outcome is PublishedOutcome.NotComputable or PublishedOutcome.Consistent));
        writer.WriteEndObject();
        writer.WriteStartArray("top");
        foreach (var top in summary.Top)
        {
            writer.WriteStartObject();
            writer.WriteNumber("rank", top.Rank);
            writer.WriteString("code", summary.Table.Key(top.Row));
            writer.WriteString("name", summary.Table.Name(top.Row));
            writer.WriteNumber("score", top.Points);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void WriteNode(Utf8JsonWriter writer, ScoreRow row)
    {
        var statistics = row.Statistics;
        writer.WriteStartObject();
        writer.WriteString("path", row.Entry.Path);
        writer.WriteString("kind", statistics.Node.Kind.ToString());
        writer.WriteString("title", row.Title);
        writer.WriteNumberOrNull("fullMark", statistics.Node.FullMark);
        writer.WriteNumber("count", statistics.Scores.Count);
        writer.WriteDecimal("mean", statistics.MeanText(Decimals));
        writer.WriteDecimal("median", statistics.MedianText(Decimals));
        writer.WriteDecimal("standardDeviation", statistics.StandardDeviationText(Decimals));
        writer.WriteDecimal("ratePercent", statistics.RateText(Decimals));
        writer.WriteDecimal("publishedMean", row.PublishedMean is { } published ? PublishedFigures.Published(published.Value) : string.Empty);
        if (row.PublishedMean is { } compared)
        {
            writer.WriteBoolean("agrees", compared.Outcome == PublishedOutcome.Agrees);
        }

        writer.WriteEndObject();
    }
}
