using System.Globalization;
using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>statistics.csv</c>: one row per group and place of the tree, all its figures exact or rounded exactly.</summary>
internal static class StatisticsFile
{
    public const string Name = "statistics.csv";

    private const int Decimals = 4;

    public static void Write(Stream stream, ScoreGroups groups)
    {
        var places = PlanTree.Walk(groups.Evaluation.Plan);
        using var output = new CsvOutput(stream);
        output.Header(
        [
            "種別", "区分", "節", "題名", "配点", "団体数", "平均", "平均の順位", "順位の母数", "中央値", "標準偏差", "得点率", "最低点", "最高点",
            "最高点の団体数", "最高点の団体", "該当団体数",
        ]);
        foreach (var kind in groups.Kinds)
        {
            // A group alone has no rank.
            var ranks = kind.Groups.Length == 1 ? [] : places.Select(place => place.Node.Index).Distinct().ToDictionary(node => node, node => RanksOf(kind, node));
            for (var group = 0; group < kind.Groups.Length; group++)
            {
                foreach (var place in places)
                {
                    var (groupRanks, known) = ranks.GetValueOrDefault(place.Node.Index);
                    Write(output, groups, kind, group, place, groupRanks is null ? (0, 0) : (groupRanks[group], known));
                }
            }
        }
    }

    private static (int[] Ranks, int Base) RanksOf(ScoreGroupKind kind, int node)
    {
        int[] means = [.. FrameworkStatistics.RanksOfMeans(kind.Groups, node)];
        return (means, means.Count(static rank => rank > 0));
    }

    private static void Write(CsvOutput output, ScoreGroups groups, ScoreGroupKind kind, int group, TreeEntry place, (int Rank, int Base) rank)
    {
        var statistics = kind.Groups[group].Nodes[place.Node.Index];
        var rows = kind.Groups[group].Rows;
        var topCount = groups.Statistics.TopCount(place.Node.Index, rows);
        output.Text(kind.Name);
        output.Text(ScoreGroups.LabelOf(kind.Groups[group].Group));
        output.Text(place.Path.Length == 0 ? "得点" : place.Path);
        output.Text(place.Node.Title ?? (place.Node.Reference < 0 ? null : groups.Evaluation.Plan.Nodes[place.Node.Reference].Title));
        output.FormattedNumber(place.Node.FullMark is { } fullMark ? Whole(fullMark) : string.Empty);
        output.Number((long)statistics.Scores.Count);
        output.FormattedNumber(statistics.MeanText(Decimals));
        output.FormattedNumber(rank.Rank == 0 ? string.Empty : Whole(rank.Rank));
        output.FormattedNumber(rank.Rank == 0 ? string.Empty : Whole(rank.Base));
        output.FormattedNumber(statistics.MedianText(1));
        output.FormattedNumber(statistics.StandardDeviationText(Decimals));
        output.FormattedNumber(statistics.Rate.IsMissing ? string.Empty : statistics.RateText(2) + "%");
        output.Number(statistics.Scores.Minimum);
        output.Number(statistics.Scores.Maximum);
        output.Number((long)topCount);
        output.Text(groups.TopNames(place.Node.Index, rows, topCount));
        output.FormattedNumber(statistics.MetCount is { } met ? Whole(met) : string.Empty);
        output.EndRecord();
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
