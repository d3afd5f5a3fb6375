using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo score --by</c> in every format.</summary>
internal static class GroupedText
{
    private const int Decimals = 1;
    private const int LongestBar = 40;

    public static string Render(GroupedScores grouped, ScoreSummary summary, string format, CliContext context)
    {
        var texts = context.Texts;
        switch (format)
        {
            case "json":
                return GroupedJson.Render(grouped, summary);
            case "csv":
                return CsvTable.Render(grouped.IsDistribution ? Distribution(grouped, texts, forPeople: false) : Groups(grouped, texts, forPeople: false));
        }

        var heading = grouped.IsDistribution
            ? texts.DistributionHeading(grouped.Statistics.Distribution(0, grouped.Groups[0].Rows).Width)
            : texts.ByHeading(grouped.Name);
        var table = grouped.IsDistribution ? Distribution(grouped, texts, forPeople: true) : Groups(grouped, texts, forPeople: true);
        var text = new StringBuilder();
        return format == "md"
            ? text.Append("**").Append(ScoreText.Headline(summary, texts)).Append("**\n\n### ").Append(heading).Append("\n\n").Append(MarkdownTable.Render(table)).ToString()
            : text.Append(ScoreText.Opening(summary, texts)).Append('\n').Append(heading).Append('\n')
                .Append(TerminalTable.Render(table, context.Environment.Width, context.Environment.Color)).ToString();
    }

    /// <summary>One row per group. For people the rank has its base behind a stroke and shared highest scores are cut short; for scripts numbers stay apart.</summary>
    private static TextTable Groups(GroupedScores grouped, Texts texts, bool forPeople)
    {
        var ranks = FrameworkStatistics.RanksOfMeans(grouped.Groups, 0);
        var ranked = ranks.Count(static rank => rank > 0);
        ImmutableArray<TableHeading> rankHeadings = forPeople
            ? [new TableHeading(texts.ColumnRank, IsNumeric: true)]
            : [new TableHeading(texts.ColumnRankOfMean, IsNumeric: true), new TableHeading(texts.ColumnRankBase, IsNumeric: true)];

        // The lowest score is what a terminal of common width has no room for.
        ImmutableArray<TableHeading> lowestHeadings = forPeople ? [] : [new TableHeading(texts.ColumnLowest, IsNumeric: true)];
        return new TextTable(
            [
                new TableHeading(grouped.Name),
                new TableHeading(texts.ColumnCount, IsNumeric: true),
                new TableHeading(texts.ColumnMean, IsNumeric: true),
                .. rankHeadings,
                new TableHeading(texts.ColumnRate, IsNumeric: true),
                new TableHeading(texts.ColumnMedian, IsNumeric: true),
                new TableHeading(texts.ColumnDeviation, IsNumeric: true),
                .. lowestHeadings,
                new TableHeading(texts.ColumnHighest, IsNumeric: true),
                new TableHeading(texts.ColumnBest, MayShorten: true),
            ],
            [.. grouped.Groups.Select((group, i) => Row(grouped, group, ranks[i], ranked, texts, forPeople))]);
    }

    private static ImmutableArray<string> Row(GroupedScores grouped, GroupStatistics group, int rank, int ranked, Texts texts, bool forPeople)
    {
        var figures = group.Nodes[0];
        var top = grouped.Statistics.Top(0, group.Rows);
        ImmutableArray<string> rankCells = forPeople ? [Texts.RankCell(rank, ranked)]
            : rank == 0 ? [string.Empty, string.Empty]
            : [Whole(rank), Whole(ranked)];
        ImmutableArray<string> lowest = forPeople ? [] : [figures.Scores.Minimum.ToDecimalString(0)];
        return
        [
            group.Group ?? texts.BlankGroup,
            Texts.Count(figures.Scores.Count),
            figures.MeanText(Decimals),
            .. rankCells,
            figures.Rate.IsMissing ? string.Empty : figures.RateText(Decimals) + " %",
            figures.MedianText(Decimals),
            figures.StandardDeviationText(Decimals),
            .. lowest,
            figures.Scores.Maximum.ToDecimalString(0),
            forPeople ? Best(grouped, top, texts) : string.Join('・', top.Select(grouped.NameOf)),
        ];
    }

    private static string Best(GroupedScores grouped, ImmutableArray<int> top, Texts texts) => top.Length switch
    {
        0 => string.Empty,
        1 => grouped.NameOf(top[0]),
        _ => texts.BestAmong(grouped.NameOf(top[0]), top.Length - 1),
    };

    private static TextTable Distribution(GroupedScores grouped, Texts texts, bool forPeople)
    {
        var histogram = grouped.Statistics.Distribution(0, grouped.Groups[0].Rows);
        var known = histogram.Bins[0].AtLeast;
        var largest = histogram.Bins.Max(static bin => bin.Count);
        if (!forPeople)
        {
            return new TextTable(
                [
                    new TableHeading(texts.ColumnFrom, IsNumeric: true),
                    new TableHeading(texts.ColumnTo, IsNumeric: true),
                    new TableHeading(texts.ColumnCount, IsNumeric: true),
                    new TableHeading(texts.ColumnAtLeast, IsNumeric: true),
                ],
                [.. histogram.Bins.Select(ImmutableArray<string> (bin) => [Whole(bin.From), Whole(bin.To), Whole(bin.Count), Whole(bin.AtLeast)])]);
        }

        // Empty bins at both ends say nothing to a person.
        var bins = histogram.Bins.SkipWhile(static bin => bin.Count == 0).Reverse().SkipWhile(static bin => bin.Count == 0).ToArray();
        var rows = bins.Select(ImmutableArray<string> (bin) =>
        [
            bin.From == bin.To ? Whole(bin.From) : $"{Whole(bin.From)}–{Whole(bin.To)}",
            Texts.Count(bin.Count),
            ScoreText.Percent(bin.Count, known) + " %",
            Texts.Count(bin.AtLeast),
            new string('■', (int)((((long)bin.Count * LongestBar) + largest - 1) / largest)),
        ]);
        ImmutableArray<ImmutableArray<string>> unknown = histogram.UnknownCount == 0
            ? []
            : [[texts.UnknownScore, Texts.Count(histogram.UnknownCount), string.Empty, string.Empty, string.Empty]];
        return new TextTable(
            [
                new TableHeading(texts.ColumnPoints, IsNumeric: true),
                new TableHeading(texts.ColumnCount, IsNumeric: true),
                new TableHeading(texts.ColumnShare, IsNumeric: true),
                new TableHeading(texts.ColumnAtLeast, IsNumeric: true),
                new TableHeading(string.Empty),
            ],
            [.. rows, .. unknown]);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
