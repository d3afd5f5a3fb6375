using System.Collections.Immutable;
using System.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>The summary of <c>kaigo score</c> as text, Markdown and CSV.</summary>
internal static class ScoreText
{
    private const int Decimals = 1;

    public static string Text(ScoreSummary summary, Texts texts, int width, bool color)
    {
        var text = new StringBuilder();
        text.Append(Opening(summary, texts)).Append('\n');
        text.Append(TerminalTable.Render(NodeTable(summary, texts), width, color)).Append('\n');
        if (!summary.Top.IsEmpty)
        {
            text.Append(texts.TopEntities).Append('\n').Append(TerminalTable.Render(TopTable(summary, texts), width, color));
            text.Append(summary.TopOmitted > 0 ? $"{texts.AndMore(summary.TopOmitted)}\n\n" : "\n");
        }

        foreach (var note in Notes(summary, texts))
        {
            text.Append(note).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Two lines: the mean, and of whom by which data.</summary>
    internal static string Opening(ScoreSummary summary, Texts texts) =>
        $"{Headline(summary, texts)}\n{summary.Plan.Name}  "
        + $"{texts.EntityCount(summary.Table.Count - summary.UnknownCount, summary.Table.Count, summary.Plan.Entity)}  "
        + $"{texts.DataLine(summary.Source.Description)}\n";

    public static string Markdown(ScoreSummary summary, Texts texts)
    {
        var text = new StringBuilder();
        text.Append("**").Append(Headline(summary, texts)).Append("**\n\n").Append(MarkdownTable.Render(NodeTable(summary, texts)));
        if (!summary.Top.IsEmpty)
        {
            text.Append("\n### ").Append(texts.TopEntities).Append("\n\n").Append(MarkdownTable.Render(TopTable(summary, texts)));
        }

        text.Append('\n');
        foreach (var note in Notes(summary, texts))
        {
            text.Append("- ").Append(note).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One row per node, its path instead of its depth.</summary>
    public static string Csv(ScoreSummary summary, Texts texts)
    {
        var table = NodeTable(summary, texts);
        var paths = summary.Rows.Select(static row => row.Entry.Path).Append(texts.Total).ToArray();
        return CsvTable.Render(table with { Rows = [.. table.Rows.Select((row, i) => row.SetItem(0, paths[i]))] });
    }

    /// <summary>The mean of the whole score, beside the published one.</summary>
    internal static string Headline(ScoreSummary summary, Texts texts)
    {
        var statistics = summary.Total.Statistics;
        return statistics.Scores.Count == 0 || statistics.Node.FullMark is not { } fullMark
            ? texts.HeadlineUnknown
            : texts.Headline(
                statistics.MeanText(Decimals),
                Texts.Count(fullMark),
                statistics.RateText(Decimals),
                summary.Total.PublishedMean is { } published ? PublishedFigures.Published(published.Value) : string.Empty);
    }

    private static TextTable NodeTable(ScoreSummary summary, Texts texts)
    {
        var headings = ImmutableArray.Create(
            new TableHeading(texts.ColumnNode, MayShorten: true),
            new TableHeading(texts.ColumnFullMark, IsNumeric: true),
            new TableHeading(texts.ColumnMean, IsNumeric: true),
            new TableHeading(texts.ColumnRate, IsNumeric: true));
        var withPublished = summary.Rows.Append(summary.Total).Any(static row => row.PublishedMean is not null);
        if (withPublished)
        {
            headings = headings.AddRange(new TableHeading(texts.ColumnPublished, IsNumeric: true), new TableHeading(texts.ColumnAgrees));
        }

        ImmutableArray<string> Cells(ScoreRow row, string name)
        {
            var figures = row.Statistics;
            ImmutableArray<string> cells =
            [
                name,
                figures.Node.FullMark is { } fullMark ? Texts.Count(fullMark) : Marks.Neither,
                figures.MeanText(Decimals),
                figures.Rate.IsMissing ? string.Empty : figures.RateText(Decimals) + " %",
            ];
            return !withPublished ? cells
                : row.PublishedMean is { } published ? cells.AddRange(PublishedFigures.Published(published.Value), summary.OtherPublishedCount is null ? Mark(published.Outcome) : Marks.Neither)
                : cells.AddRange(string.Empty, string.Empty);
        }

        return new TextTable(
            headings,
            [.. summary.Rows.Select(row => Cells(row, Name(row))), Cells(summary.Total, texts.Total)]);
    }

    private static TextTable TopTable(ScoreSummary summary, Texts texts)
    {
        var table = summary.Table;
        return new TextTable(
            [
                new TableHeading(texts.ColumnRank, IsNumeric: true),
                new TableHeading(texts.ColumnCode),
                new TableHeading(texts.ColumnName, MayShorten: true),
                new TableHeading(texts.ColumnScore, IsNumeric: true),
            ],
            [
                .. summary.Top.Select(ImmutableArray<string> (top) =>
                [
                    Texts.RankCell(top.Rank, summary.Total.Statistics.Scores.Count),
                    table.Key(top.Row),
                    $"{table.Name(top.Row)} {EntityFinder.Owner(table, top.Row)}".Trim(),
                    Texts.Count(top.Points),
                ]),
            ]);
    }

    private static IEnumerable<string> Notes(ScoreSummary summary, Texts texts)
    {
        if (summary.OtherPublishedCount is { } count)
        {
            yield return texts.PublishedElsewhere(count, summary.Table.Count);
        }
        else if (!summary.Published.IsEmpty)
        {
            var judged = summary.Published
                .Where(static figure => figure.Outcome is PublishedOutcome.Agrees or PublishedOutcome.Disagrees)
                .ToArray();
            yield return texts.PublishedLine(
                string.Join(texts.Separator, judged
                    .GroupBy(static figure => figure.Value.Statistic)
                    .OrderBy(static group => group.Key)
                    .Select(group => $"{texts.Statistic(group.Key)} {group.Count(static figure => figure.Outcome == PublishedOutcome.Agrees)}/{group.Count()}")),
                summary.Published.Length - judged.Length,
                string.Join(texts.Separator, PublishedFigures.Editions(summary.Published.Select(static figure => figure.Block), texts)));
        }

        if (summary.AnswerCells > 0)
        {
            yield return texts.AnswersLine(
                summary.AnswerCells - summary.UnreportedAnswers, summary.AnswerCells, Percent(summary.UnreportedAnswers, summary.AnswerCells));
        }

        if (summary.ValueCells > 0)
        {
            yield return texts.ValuesLine(summary.MissingValues, summary.ValueCells, Percent(summary.MissingValues, summary.ValueCells));
        }

        if (summary.AssumptionCount > 0)
        {
            yield return texts.AssumptionsLine(summary.AssumptionCount);
        }

        if (!summary.Constants.IsEmpty)
        {
            yield return texts.Constants(string.Join(texts.Separator, summary.Constants));
        }

        if (summary.Source.Report is { } report)
        {
            // Indented lines say under which heading each column was found: right, and too long for a summary.
            foreach (var line in report.ToText(texts.Language == Compiler.Diagnostics.MessageLanguage.Japanese).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!line.StartsWith(' '))
                {
                    yield return line;
                }
            }
        }
    }

    private static string Name(ScoreRow row)
    {
        var indent = new string(' ', 2 * (row.Entry.Depth - 1));
        return row.Title is null ? indent + row.Entry.Node.Label : $"{indent}{row.Entry.Node.Label} {row.Title}";
    }

    private static string Mark(PublishedOutcome outcome) => outcome switch
    {
        PublishedOutcome.Agrees => Marks.Good,
        PublishedOutcome.Disagrees or PublishedOutcome.Contradicted => Marks.Bad,
        _ => Marks.Neither,
    };

    internal static string Percent(long part, long whole) => (Rational.FromInt64(part) * 100 / Rational.FromInt64(whole)).ToDecimalString(Decimals);
}
