using System.Collections.Immutable;
using System.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo allocate</c> says: a closing table per allocation, and whether its certificate holds.</summary>
internal static class AllocationText
{
    public static string Text(AllocatedTable allocated, CliContext context)
    {
        var texts = context.Texts;
        var text = new StringBuilder();
        text.Append(allocated.Plan.Name).Append("  ").Append(texts.EntityCount(allocated.Table.Count, allocated.Table.Count, allocated.Plan.Entity))
            .Append("  ").Append(texts.DataLine(allocated.Source.Description)).Append('\n');
        foreach (var result in allocated.Results)
        {
            text.Append('\n').Append(Headline(result, texts)).Append("\n\n")
                .Append(TerminalTable.Render(Table(result, texts), context.Environment.Width, context.Environment.Color)).Append('\n');
            foreach (var note in Notes(result, texts))
            {
                text.Append(note).Append('\n');
            }
        }

        return text.ToString();
    }

    public static string Markdown(AllocatedTable allocated, Texts texts)
    {
        var text = new StringBuilder();
        foreach (var result in allocated.Results)
        {
            text.Append("### ").Append(Headline(result, texts)).Append("\n\n").Append(MarkdownTable.Render(Table(result, texts))).Append('\n');
            foreach (var note in Notes(result, texts))
            {
                text.Append("- ").Append(note).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The tables below one another, the allocation in the first column.</summary>
    public static string Csv(AllocatedTable allocated, Texts texts)
    {
        var tables = allocated.Results.Select(result => (result.Plan.Label, Table: Table(result, texts))).ToArray();
        return CsvTable.Render(new TextTable(
            tables[0].Table.Headings.Insert(0, new TableHeading(texts.ColumnAllocation)),
            [.. tables.SelectMany(t => t.Table.Rows.Select(row => row.Insert(0, t.Label)))]));
    }

    private static string Headline(AllocationResult result, Texts texts) => texts.AllocationHeadline(
        $"{result.Plan.Name} {result.Plan.Title}".Trim(),
        YenText.Of(result.Certificate?.Paid ?? Rational.Zero),
        result.Payments.Count(static payment => payment.Sign > 0));

    private static TextTable Table(AllocationResult result, Texts texts)
    {
        ImmutableArray<string> Cells(string name, Rational budget, Rational received, Rational paid, Rational rest, int recipients) =>
            [name, YenText.Of(budget), YenText.Of(received), YenText.Of(paid), YenText.Of(rest), Texts.Count(recipients)];

        var received = result.Pools.Aggregate(Rational.Zero, static (sum, pool) => sum + pool.Received);
        var budget = result.Pools.Aggregate(Rational.Zero, static (sum, pool) => sum + pool.Budget);
        var proposed = result.Proposed.Aggregate(Rational.Zero, static (sum, amount) => sum + amount);
        var paid = result.Certificate?.Paid ?? Rational.Zero;
        var outside = result.Received.Aggregate(Rational.Zero, static (sum, spill) => sum + spill.Amount);
        return new TextTable(
            [
                new TableHeading(texts.ColumnPool, MayShorten: true),
                new TableHeading(texts.ColumnBudget, IsNumeric: true),
                new TableHeading(texts.ColumnReceived, IsNumeric: true),
                new TableHeading(texts.ColumnPaid, IsNumeric: true),
                new TableHeading(texts.ColumnRest, IsNumeric: true),
                new TableHeading(texts.ColumnRecipients, IsNumeric: true),
            ],
            [
                .. result.Pools.Select(pool => Cells(
                    $"{pool.Plan.Label} {pool.Plan.Title}".Trim(), pool.Budget, pool.Received, pool.Paid, pool.Rest, pool.Amounts.Count(static a => a.Sign > 0))),
                Cells(texts.Proposed, budget, received, proposed, budget + outside - proposed, result.Proposed.Count(static a => a.Sign > 0)),
                Cells(texts.Payment, budget, received, paid, budget + outside - paid, result.Payments.Count(static a => a.Sign > 0)),
            ]);
    }

    private static IEnumerable<string> Notes(AllocationResult result, Texts texts)
    {
        foreach (var residue in result.Certificate?.Residues ?? [])
        {
            var account = residue.Account.TrimStart('/');
            yield return residue.Amount.Sign < 0
                ? texts.Overspent(account, YenText.Of(-residue.Amount))
                : texts.ResidueLine(account, YenText.Of(residue.Amount), residue.Destination);
        }

        foreach (var group in result.Notes.GroupBy(static note => (note.Kind, note.Place)))
        {
            yield return texts.NoteLine(group.Key.Kind, group.Key.Place, group.Count());
        }

        var excluded = Enumerable.Range(0, result.Table.Count).Count(row => !result.IsPayable(row));
        if (excluded > 0)
        {
            yield return texts.ExcludedLine(excluded);
        }

        yield return texts.ClosesLine(
            YenText.Of(result.Certificate?.Budget ?? Rational.Zero),
            YenText.Of(result.Certificate?.Paid ?? Rational.Zero),
            YenText.Of(result.Certificate?.Residue ?? Rational.Zero),
            result.Verification?.NumbersChecked ?? 0);
        var assumptions = AllocationAssumptions.Of(result).Length;
        if (assumptions > 0)
        {
            yield return texts.AllocationAssumptions(assumptions);
        }
    }
}
