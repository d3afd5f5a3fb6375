using System.Text.Json;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo explain --format json</c>: the whole tree below the node, every value exact as text.</summary>
internal static class ExplainJson
{
    public static string Render(ScoredFramework scored, int row, int rank, Explanation explanation, MessageLanguage language) => JsonText.Write(writer =>
    {
        writer.WriteString("framework", scored.Plan.Name);
        writer.WriteString("code", scored.Table.Key(row));
        writer.WriteString("name", scored.Table.Name(row));
        writer.WriteNumberOrNull("score", Known(scored.Evaluation.Score(0)[row]));
        writer.WriteNumberOrNull("rank", rank == 0 ? null : rank);
        writer.WriteNumber("entities", scored.Table.Count);
        writer.WritePropertyName("node");
        WriteNode(writer, explanation, language);
    });

    private static void WriteNode(Utf8JsonWriter writer, Explanation node, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("path", node.Path);
        writer.WriteString("kind", node.Node.Kind.ToString());
        writer.WriteString("title", node.Title);
        writer.WriteNumberOrNull("points", Known(node.Points));
        writer.WriteNumberOrNull("fullMark", node.FullMark);
        writer.WriteBoolean("counts", node.IsBooked);
        if (node.ChosenSeries is not null)
        {
            writer.WriteString("chosenSeries", node.ChosenSeries);
        }

        if (node.Ranking is { } ranking && node.Item is null)
        {
            WriteRanking(writer, ranking, language);
        }

        if (node.Item is { } item)
        {
            WriteItem(writer, item, language);
        }

        writer.WriteString("period", node.Period);
        writer.WriteString("source", node.Source);
        WriteTexts(writer, "assumptions", node.Assumptions);
        writer.WriteString("file", node.Location.Path);
        writer.WriteNumber("line", node.Location.Line + 1);
        if (!node.Children.IsEmpty)
        {
            writer.WriteStartArray("children");
            foreach (var child in node.Children)
            {
                WriteNode(writer, child, language);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteRanking(Utf8JsonWriter writer, RankingExplanation ranking, MessageLanguage language)
    {
        writer.WriteStartObject("ranking");
        writer.WriteString("measure", ranking.Plan.Text);
        writer.WriteString("direction", ranking.Plan.Direction.ToString());
        writer.WriteString("value", Exact(ranking.Value));
        writer.WriteString("population", ranking.Population?.In(language));
        writer.WriteBoolean("inPopulation", ranking.InPopulation == Truth.True);
        writer.WriteNumber("n", ranking.N);
        writer.WriteNumberOrNull("standing", ranking.Standing == 0 ? null : ranking.Standing);
        WriteInputs(writer, ranking.Inputs);
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, ItemExplanation item, MessageLanguage language)
    {
        writer.WriteStartObject("item");
        writer.WriteString("condition", item.Condition.In(language));
        writer.WriteString("met", item.Met.ToString());
        writer.WriteString("reason", item.Reason.ToString());
        writer.WriteString("answer", item.Reported?.ToString());
        writer.WriteBoolean("overridden", item.IsOverridden);
        if (item.Tier is { } tier)
        {
            writer.WriteStartObject("tier");
            writer.WriteString("share", Exact(tier.Share));
            writer.WriteNumber("k", tier.K);
            writer.WriteString("cutOff", Exact(tier.CutOff));
            writer.WriteNumber("hits", tier.HitCount);
            writer.WriteEndObject();
        }

        WriteInputs(writer, item.Inputs);
        WriteTexts(writer, "prerequisites", item.Prerequisites.Select(static prerequisite => prerequisite.Path));
        writer.WriteEndObject();
    }

    private static void WriteInputs(Utf8JsonWriter writer, IEnumerable<InputExplanation> inputs)
    {
        writer.WriteStartObject("inputs");
        foreach (var input in inputs)
        {
            writer.WriteString(input.Name, input.Text.Length == 0 ? null : input.Text + input.Unit);
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static string? Exact(Rational value) => value.IsMissing ? null : value.ToString();

    private static int? Known(int points) => points == ScoreColumn.Unknown ? null : points;
}
