using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>
/// <c>scores.csv</c> and <c>statistics.csv</c>. Their headings are Japanese whatever the language of messages: they are data that scripts read.
/// </summary>
internal static class ScoreFiles
{
    public const string ScoresName = "scores.csv";

    public const string StatisticsName = "statistics.csv";

    private const int Decimals = 4;

    /// <summary>One row per entity: code, name, one column per place of the tree (a shared group under every node that refers to it), score and rank.</summary>
    public static void WriteScores(Stream stream, Evaluation evaluation)
    {
        var places = PlanTree.Walk(evaluation.Plan)[1..];
        var ranks = FrameworkStatistics.Create(evaluation).Ranks(0);
        using var output = new CsvOutput(stream);
        output.Header(["団体コード", "団体名", .. places.Select(static place => place.Path), "得点", "順位"]);
        for (var row = 0; row < evaluation.Table.Count; row++)
        {
            output.Text(evaluation.Table.Key(row));
            output.Text(evaluation.Table.Name(row));
            foreach (var place in places)
            {
                output.Score(evaluation.Score(place.Node.Index)[row]);
            }

            output.Score(evaluation.Score(0)[row]);
            if (ranks[row] == 0)
            {
                output.Blank();
            }
            else
            {
                output.Number((long)ranks[row]);
            }

            output.EndRecord();
        }
    }

    /// <summary>One row per group and place: the whole nation first, then each prefecture (or whatever the entity belongs to).</summary>
    public static void WriteStatistics(Stream stream, Evaluation evaluation)
    {
        var places = PlanTree.Walk(evaluation.Plan);
        var statistics = FrameworkStatistics.Create(evaluation);
        using var output = new CsvOutput(stream);
        output.Header(["区分", "節", "題名", "配点", "団体数", "平均", "中央値", "標準偏差", "得点率", "最低点", "最高点", "該当団体数"]);
        WriteGroup("全国", statistics.Nodes);
        if (!statistics.ReferenceColumns.IsEmpty)
        {
            foreach (var group in statistics.ByGroup(statistics.ReferenceColumns[0]))
            {
                WriteGroup(group.Group ?? "（空欄）", group.Nodes);
            }
        }

        void WriteGroup(string name, IReadOnlyList<NodeStatistics> nodes)
        {
            foreach (var place in places)
            {
                Write(output, name, place, nodes[place.Node.Index], evaluation.Plan);
            }
        }
    }

    private static void Write(CsvOutput output, string group, TreeEntry place, NodeStatistics statistics, FrameworkPlan plan)
    {
        output.Text(group);
        output.Text(place.Path.Length == 0 ? "得点" : place.Path);
        output.Text(place.Node.Title ?? (place.Node.Reference < 0 ? null : plan.Nodes[place.Node.Reference].Title));
        output.FormattedNumber(place.Node.FullMark is { } fullMark ? fullMark.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty);
        output.Number((long)statistics.Scores.Count);
        output.FormattedNumber(statistics.MeanText(Decimals));
        output.FormattedNumber(statistics.MedianText(1));
        output.FormattedNumber(statistics.StandardDeviationText(Decimals));
        output.FormattedNumber(statistics.Rate.IsMissing ? string.Empty : statistics.RateText(2) + "%");
        output.Number(statistics.Scores.Minimum);
        output.Number(statistics.Scores.Maximum);
        output.FormattedNumber(statistics.MetCount is { } met ? met.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty);
        output.EndRecord();
    }
}
