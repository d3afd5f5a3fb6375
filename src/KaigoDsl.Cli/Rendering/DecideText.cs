using System.Collections.Immutable;
using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo decide</c> says about all entities: how many each clause decided, then each entity.</summary>
internal static class DecideText
{
    // A screen's worth; beyond it the counts say more, and CSV has every row.
    private const int ListedAtMost = 50;

    public static string Render(DecidedRules decided, string format, CliContext context)
    {
        var texts = context.Texts;
        if (format == "csv")
        {
            return CsvTable.Render(EntityTableOf(decided, decided.Decisions, texts));
        }

        var text = new StringBuilder();
        foreach (var index in decided.Decisions)
        {
            var decision = decided.Plan.Decisions[index];
            var counts = ClauseTable(decided, decision, texts);
            var headline = $"{Title(decision)}: {Counts(decided, index, texts)}";
            if (format == "md")
            {
                text.Append("**").Append(headline).Append("**\n\n").Append(MarkdownTable.Render(counts)).Append('\n')
                    .Append(MarkdownTable.Render(EntityTableOf(decided, [index], texts))).Append('\n');
                continue;
            }

            text.Append(headline).Append('\n').Append(decided.Name).Append("  ").Append(texts.DataLine(decided.Source.Description)).Append("\n\n")
                .Append(TerminalTable.Render(counts, context.Environment.Width, context.Environment.Color)).Append('\n');
            if (decided.Evaluation.Table.Count > ListedAtMost)
            {
                text.Append(texts.EntitiesInCsv).Append("\n\n");
            }
            else
            {
                text.Append(TerminalTable.Render(EntityTableOf(decided, [index], texts), context.Environment.Width, context.Environment.Color)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The decision and its title.</summary>
    public static string Title(DecisionPlan decision) => decision.Title is { } title ? $"{decision.Label} {title}" : decision.Label;

    /// <summary>The label of a clause in brackets, and its title: <c>(1) 事業費を拡充した場合</c>.</summary>
    public static string Name(ClausePlan clause) =>
        string.Join(' ', new[] { clause.Label.Length == 0 ? null : $"({clause.Label})", clause.Title }.OfType<string>());

    private static string Counts(DecidedRules decided, int decision, Texts texts)
    {
        var count = decided.Evaluation.Table.Count;
        var outcomes = Enumerable.Range(0, count).Select(row => decided.Evaluation.IsMet(decision, row)).ToArray();
        return texts.DecisionCounts(
            outcomes.Count(static met => met == Truth.True), outcomes.Count(static met => met == Truth.False),
            outcomes.Count(static met => met == Truth.Unknown), count);
    }

    private static TextTable ClauseTable(DecidedRules decided, DecisionPlan decision, Texts texts)
    {
        var clauses = decided.Evaluation.DecidingClauses(decision.Index).ToArray();
        var rows = decision.Clauses.Select((clause, index) =>
            ImmutableArray.Create(texts.Outcome(Kleene.From(clause.Met)), Name(clause), Texts.Count(clauses.Count(decided => decided == index))));
        var unknown = clauses.Count(static clause => clause < 0);
        return new TextTable(
            [new TableHeading(texts.ColumnOutcome), new TableHeading(texts.ColumnReason, MayShorten: true), new TableHeading(texts.ColumnEntities, IsNumeric: true)],
            [.. rows, .. unknown == 0 ? [] : new[] { ImmutableArray.Create(texts.Outcome(Truth.Unknown), string.Empty, Texts.Count(unknown)) }]);
    }

    private static TextTable EntityTableOf(DecidedRules decided, ImmutableArray<int> decisions, Texts texts)
    {
        var table = decided.Evaluation.Table;
        var rows = decisions.SelectMany(decision => Enumerable.Range(0, table.Count).Select(row =>
        {
            var clause = decided.Evaluation.DecidingClause(decision, row);
            return ImmutableArray.Create(
                table.Key(row),
                table.Name(row),
                decided.Plan.Decisions[decision].Label,
                texts.Outcome(decided.Evaluation.IsMet(decision, row)),
                clause?.Label ?? string.Empty,
                clause?.Title ?? string.Empty);
        }));
        return new TextTable(
            [
                new TableHeading(texts.ColumnCode), new TableHeading(texts.ColumnName), new TableHeading(texts.ColumnDecision),
                new TableHeading(texts.ColumnOutcome), new TableHeading(texts.ColumnClause), new TableHeading(texts.ColumnReason, MayShorten: true),
            ],
            [.. rows]);
    }
}
