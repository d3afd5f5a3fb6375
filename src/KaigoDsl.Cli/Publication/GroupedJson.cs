using System.Text.Json;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo score --by</c> as JSON; names are fixed and English, whatever the language of messages.</summary>
internal static class GroupedJson
{
    private const int Decimals = 4;

    public static string Render(GroupedScores grouped, ScoreSummary summary) => JsonText.Write(writer =>
    {
        writer.WriteString("framework", summary.Plan.Name);
        writer.WriteNumber("fiscalYear", summary.Plan.FiscalYear);
        writer.WriteString("entity", summary.Plan.Entity);
        if (grouped.IsDistribution)
        {
            WriteDistribution(writer, grouped);
            return;
        }

        writer.WriteString("by", grouped.Name);
        var ranks = FrameworkStatistics.RanksOfMeans(grouped.Groups, 0);
        writer.WriteNumber("ranked", ranks.Count(static rank => rank > 0));
        writer.WriteStartArray("groups");
        for (var i = 0; i < grouped.Groups.Length; i++)
        {
            WriteGroup(writer, grouped, grouped.Groups[i], ranks[i]);
        }

        writer.WriteEndArray();
    });

    private static void WriteGroup(Utf8JsonWriter writer, GroupedScores grouped, GroupStatistics group, int rank)
    {
        var figures = group.Nodes[0];
        writer.WriteStartObject();
        writer.WriteString("group", group.Group);
        writer.WriteNumber("count", figures.Scores.Count);
        writer.WriteDecimal("mean", figures.MeanText(Decimals));
        writer.WriteNumberOrNull("rankOfMean", rank == 0 ? null : rank);
        writer.WriteDecimal("median", figures.MedianText(Decimals));
        writer.WriteDecimal("standardDeviation", figures.StandardDeviationText(Decimals));
        writer.WriteDecimal("ratePercent", figures.RateText(Decimals));
        writer.WriteDecimal("minimum", figures.Scores.Minimum.ToDecimalString(0));
        writer.WriteDecimal("maximum", figures.Scores.Maximum.ToDecimalString(0));
        writer.WriteStartArray("best");
        foreach (var row in grouped.Statistics.Top(0, group.Rows))
        {
            writer.WriteStringValue(grouped.NameOf(row));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDistribution(Utf8JsonWriter writer, GroupedScores grouped)
    {
        var histogram = grouped.Statistics.Distribution(0, grouped.Groups[0].Rows);
        writer.WriteNumber("width", histogram.Width);
        writer.WriteNumber("unknownScores", histogram.UnknownCount);
        writer.WriteStartArray("bins");
        foreach (var bin in histogram.Bins)
        {
            writer.WriteStartObject();
            writer.WriteNumber("from", bin.From);
            writer.WriteNumber("to", bin.To);
            writer.WriteNumber("count", bin.Count);
            writer.WriteNumber("atLeast", bin.AtLeast);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
