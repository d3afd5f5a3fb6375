using System.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo explain … 配分.NAME</c> says: every step to the payment, with the sums that lead to the yen.</summary>
internal sealed class ExplainAllocationText(AllocatedTable allocated, AllocationExplanation explanation, Texts texts)
{
    private readonly StringBuilder _text = new();

    public string Render(AllocationChange? change)
    {
        var plan = explanation.Result.Plan;
        Line(0, $"{EntityFinder.Describe(allocated.Table, explanation.Row)}  {plan.Name} {plan.Title}".TrimEnd());
        Line(0, $"{texts.Payment} {texts.Yen(YenText.Of(explanation.Payment))}  {texts.Proposed} {texts.Yen(YenText.Of(explanation.Proposed))}  "
            + texts.DataLine(allocated.Source.Description));
        _text.Append('\n');
        foreach (var (decision, clause) in explanation.Gates)
        {
            Line(0, texts.GateLine(decision.Label, clause?.Met, $"{clause?.Label} {clause?.Title}".Trim()));
        }

        foreach (var step in explanation.Steps)
        {
            Write(step);
        }

        if (explanation.Steps.IsEmpty)
        {
            Line(0, texts.NoSteps);
        }

        foreach (var assumption in explanation.Assumptions)
        {
            Line(0, texts.Assumption(assumption));
        }

        if (change is not null)
        {
            Write(change);
        }

        return _text.ToString();
    }

    private void Write(AllocationStep step)
    {
        switch (step)
        {
            case { Entry: PoolEntry entry, Pool: { } row }:
                Line(0, $"{Title(step, entry)}  {(row.Withheld ? texts.WithheldAmount(YenText.Of(row.Amount)) : texts.Yen(YenText.Of(row.Amount)))}");
                WriteBudget(step, entry, row);
                WriteWeight(step, entry, row);
                WriteQuota(entry, row);
                break;
            case { Entry: AdjustmentEntry entry, Adjustment: { } row }:
                Line(0, $"{entry.Title}  {texts.Yen(YenText.Of(row.After))}");
                Line(1, texts.Adjusted(YenText.Of(row.Before), row.Limit is { } limit ? YenText.Of(limit) : null, YenText.Of(row.After), entry.Kind == AdjustmentKind.Cap));
                break;
        }
    }

    private static string Title(AllocationStep step, PoolEntry entry) =>
        step.Plan is { } plan ? $"{plan.Label} {plan.Title}".TrimEnd() : entry.Round > 0 ? $"{entry.Title} {entry.Round}" : entry.Title;

    private void WriteBudget(AllocationStep step, PoolEntry entry, PoolRow row)
    {
        if (step.ClassBudgets is { } classes && classes.Rows.FirstOrDefault(r => r.Key == entry.Account) is { } own)
        {
            Line(1, texts.ClassBudget(
                entry.SizeClass ?? string.Empty, YenText.Of(own.Amount), YenText.Of(classes.Budget), ValueText.Of(own.Weight, texts), ValueText.Of(classes.WeightSum, texts)));
        }
        else
        {
            Line(1, texts.BudgetOf(YenText.Of(entry.Budget), entry.Rows.Count(static r => r.Weight.Sign > 0), entry.Recall));
        }
    }

    private void WriteWeight(AllocationStep step, PoolEntry entry, PoolRow row)
    {
        var from = step.Inputs.IsEmpty
            ? string.Empty
            : $" = {string.Join(texts.Separator, step.Inputs.Select(i => $"{i.Name} {(i.Value.IsMissing ? i.Text : ValueText.Of(i.Value, texts))}{i.Unit}"))}";
        var met = step.Conditions.Length == 0
            ? string.Empty
            : $" = {string.Join(texts.Separator, step.Conditions.Select(c => $"{c.Condition.Label} {(c.Met == Truth.True ? Marks.Good : Marks.Bad)}"))}";
        Line(1, texts.WeightLine(step.Plan?.WeightText ?? string.Empty, ValueText.Of(row.Weight, texts) + from + met, ValueText.Of(entry.WeightSum, texts)));
    }

    private void WriteQuota(PoolEntry entry, PoolRow row)
    {
        Line(1, texts.QuotaLine(YenText.Of(row.Quota), entry.Level.IsMissing ? string.Empty : ValueText.Of(entry.Level, texts)));
        if (entry.ShareRounding.Mode != RoundingMode.None)
        {
            Line(1, texts.ShareRounded(entry.ShareRounding));
        }

        if (row.Cap is { } cap)
        {
            Line(1, texts.CapLine(YenText.Of(cap), row.Quota.CompareTo(entry.Rounding.Below(cap)) >= 0));
        }

        if (row.Floor is { } floor)
        {
            Line(1, texts.FloorLine(YenText.Of(floor), row.Weight.Sign == 0 || (!entry.Level.IsMissing && (entry.Level * row.Weight).CompareTo(floor) < 0)));
        }

        if (entry.Rounding.Mode != RoundingMode.None)
        {
            Line(1, texts.Rounded(entry.Rounding, YenText.Of(row.Amount), row.UnitsMoved));
        }
    }

    private void Write(AllocationChange change)
    {
        _text.Append('\n');
        Line(0, texts.ChangeLine(YenText.Of(change.Before), YenText.Of(change.After), Signed(change.After - change.Before)));
        foreach (var part in change.Parts)
        {
            Line(1, $"{texts.Factor(part.Factor)}  {texts.Yen(Signed(part.Amount))}");
        }
    }

    private static string Signed(Rational amount) => (amount.Sign > 0 ? "+" : string.Empty) + YenText.Of(amount);

    private void Line(int depth, string text) => _text.Append(' ', 2 * depth).Append(text).Append('\n');
}
