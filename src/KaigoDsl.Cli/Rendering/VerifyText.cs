using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo verify</c> says: the figures that differ (or all of them), then how many agree.</summary>
internal static class VerifyText
{
    public static string Render(ImmutableArray<VerifiedFigure> figures, FrameworkPlan plan, bool all, string format, CliContext context)
    {
        var texts = context.Texts;
        var shown = all || format == "csv" ? figures : [.. figures.Where(static figure => figure.Outcome is not (PublishedOutcome.Agrees or PublishedOutcome.Consistent))];
        var table = new TextTable(
            [
                new TableHeading(texts.ColumnNode, MayShorten: true),
                new TableHeading(texts.ColumnStatistic),
                new TableHeading(texts.ColumnPublished, IsNumeric: true),
                new TableHeading(texts.ColumnComputed, IsNumeric: true),
                new TableHeading(texts.ColumnAgrees),
                new TableHeading(texts.ColumnEdition),
            ],
            [.. shown.Select(figure => Row(figure, texts))]);
        var summary = $"{plan.Name}: " + texts.VerifySummary(
            figures.Count(static figure => figure.Outcome == PublishedOutcome.Agrees),
            figures.Count(static figure => figure.Outcome is PublishedOutcome.Disagrees or PublishedOutcome.Contradicted),
            figures.Count(static figure => figure.Outcome == PublishedOutcome.Consistent),
            figures.Count(static figure => figure.Outcome == PublishedOutcome.NotComputable)) + "\n";
        return format switch
        {
            "csv" => CsvTable.Render(table),
            "md" => $"**{summary.TrimEnd('\n')}**\n" + (shown.IsEmpty ? string.Empty : "\n" + MarkdownTable.Render(table)),
            _ => (shown.IsEmpty ? string.Empty : TerminalTable.Render(table, context.Environment.Width, context.Environment.Color) + "\n") + summary,
        };
    }

    private static ImmutableArray<string> Row(VerifiedFigure figure, Texts texts) =>
    [
        figure.About,
        figure.Statistic,
        figure.Published,
        figure.Computed,
        figure.Outcome switch
        {
            PublishedOutcome.Agrees => Marks.Good,
            PublishedOutcome.Disagrees or PublishedOutcome.Contradicted => Marks.Bad,
            PublishedOutcome.Consistent => Marks.Consistent,
            _ => Marks.Neither,
        },
        figure.Block.Subject ?? figure.Block.Edition ?? texts.NoEdition,
    ];
}
