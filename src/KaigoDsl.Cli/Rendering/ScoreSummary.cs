using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using ColumnKind = KaigoDsl.Compiler.Lowering.ColumnKind;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo score</c> says, as data; how it is printed is for the renderers.</summary>
internal sealed record ScoreSummary
{
    private const int TopCount = 5;
    private const int MostShown = 2 * TopCount;

    public required FrameworkPlan Plan { get; init; }

    public required EntityTable Table { get; init; }

    /// <summary>The framework itself.</summary>
    public required ScoreRow Total { get; init; }

    /// <summary>Grants, areas, goals and groups in the order of the tree, without the framework.</summary>
    public required ImmutableArray<ScoreRow> Rows { get; init; }

    public required int UnknownCount { get; init; }

    /// <summary>The best rows, ties at the end included up to a few.</summary>
    public required ImmutableArray<RankedRow> Top { get; init; }

    /// <summary>How many more share the last rank shown.</summary>
    public required int TopOmitted { get; init; }

    /// <summary>Every published figure that stands, compared.</summary>
    public required ImmutableArray<PublishedComparison> Published { get; init; }

    /// <summary>How many entities were published, when that is not how many the data has: then agreement means nothing.</summary>
    public required int? OtherPublishedCount { get; init; }

    public required long AnswerCells { get; init; }

    public required long UnreportedAnswers { get; init; }

    public required long ValueCells { get; init; }

    public required long MissingValues { get; init; }

    /// <summary>Different 仮定 that the framework rests on.</summary>
    public required int AssumptionCount { get; init; }

    public required DataSource Source { get; init; }

    /// <summary>Constants replaced, as <c>name=value</c>.</summary>
    public required ImmutableArray<string> Constants { get; init; }

    public static ScoreSummary Create(ScoredFramework scored)
    {
        var plan = scored.Plan;
        var statistics = FrameworkStatistics.Create(scored.Evaluation);

        // Figures about one entity (対象) are for `verify`; beside means over all they would only confuse.
        var published = PublishedFigures.Current(PublishedCheck.Run(scored.Program, scored.Index, scored.Evaluation))
            .RemoveAll(static figure => figure.Block.Subject is not null);
        var means = published.Where(static figure => figure.Value.Statistic == StatisticKind.Mean).ToDictionary(static figure => figure.Node.Index);
        ScoreRow Row(TreeEntry entry) => new(
            entry,
            entry.Node.Title ?? (entry.Node.Reference < 0 ? null : plan.Nodes[entry.Node.Reference].Title),
            statistics.Nodes[entry.Node.Index],
            means.GetValueOrDefault(entry.Node.Index));

        var entries = PlanTree.Walk(plan);
        var top = TopOf(statistics, scored.Evaluation);
        var answers = Columns(scored.Evaluation, ColumnKind.Answer);
        var values = Columns(scored.Evaluation, ColumnKind.Input).Concat(Columns(scored.Evaluation, ColumnKind.Attribute)).ToArray();
        return new ScoreSummary
        {
            Plan = plan,
            Table = scored.Table,
            Total = Row(entries[0]),
            Rows = [.. entries.Skip(1).Where(static entry => entry.Node.Kind is < NodeKind.Indicator or NodeKind.Total).Select(Row)],
            UnknownCount = statistics.Nodes[0].UnknownCount,
            Top = top.Length <= MostShown ? top : top[..MostShown],
            TopOmitted = Math.Max(0, top.Length - MostShown),
            Published = published,
            OtherPublishedCount = published
                .Where(static figure => figure.Value is { Node: 0, Statistic: StatisticKind.EntityCount })
                .Select(static figure => (int?)figure.Value.Value.Numerator)
                .FirstOrDefault(count => count != scored.Table.Count),
            AnswerCells = answers.Sum(static column => (long)column.Count),
            UnreportedAnswers = answers.Sum(static column => (long)column.BlankCount),
            ValueCells = values.Sum(static column => (long)column.Count),
            MissingValues = values.Sum(static column => (long)column.BlankCount),
            AssumptionCount = Assumptions(plan).Distinct(StringComparer.Ordinal).Count(),
            Source = scored.Source,
            Constants =
            [
                .. plan.Constants.Where(constant => scored.Overrides.Names.Contains(constant.Name, StringComparer.Ordinal))
                    .Select(constant => $"{constant.Name}={scored.Overrides.ValueOf(constant)}"),
            ],
        };
    }

    private static TableColumn[] Columns(Evaluation evaluation, ColumnKind kind) =>
        [.. evaluation.Plan.Columns.Where(column => column.Kind == kind && column.Required).Select(column => evaluation.Table.Columns[column.Index])];

    private static ImmutableArray<RankedRow> TopOf(FrameworkStatistics statistics, Evaluation evaluation)
    {
        var ranks = statistics.Ranks(0);
        return
        [
            .. Enumerable.Range(0, ranks.Length)
                .Where(row => ranks[row] is > 0 and <= TopCount)
                .OrderBy(row => ranks[row])
                .ThenBy(row => row)
                .Select(row => new RankedRow(row, ranks[row], evaluation.Score(0)[row])),
        ];
    }

    /// <summary>What scores rest on; columns and constants that only rules read are not among it.</summary>
    private static IEnumerable<string> Assumptions(FrameworkPlan plan) =>
        plan.Nodes.SelectMany(static node => node.Assumptions)
            .Concat(plan.Columns.Where(static column => !column.IsForRules).SelectMany(static column => column.Assumptions))
            .Concat(plan.Expressions()
                .SelectMany(static expression => expression.SelfAndParts())
                .SelectMany(static part => part is AggregateExpression aggregate ? aggregate.Value.SelfAndParts() : [part])
                .OfType<ConstantExpression>()
                .SelectMany(constant => plan.Constants[constant.Constant].Assumptions));
}

/// <summary>One node of the summary.</summary>
/// <param name="Entry">Its place in the tree.</param>
/// <param name="Title">Its title, or that of the shared group it stands for.</param>
/// <param name="Statistics">Its figures.</param>
/// <param name="PublishedMean">The published mean beside the computed one, if there is one.</param>
internal sealed record ScoreRow(TreeEntry Entry, string? Title, NodeStatistics Statistics, PublishedComparison? PublishedMean);

/// <summary>An entity and its place.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Rank">1 + the number strictly better.</param>
/// <param name="Points">Its score.</param>
internal sealed record RankedRow(int Row, int Rank, int Points);
