using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Checking;

/// <summary>Checks the size classes of a 枠: they cover the line once, and their budgets are told in one way.</summary>
internal sealed class SizesChecker(Reporter reporter, PoolSymbol pool)
{
    public void Check()
    {
        if (pool.Sizes is not { IsBroken: false } sizes)
        {
            return;
        }

        if (sizes.Classes.Count == 0)
        {
            reporter.Report(
                Descriptors.MissingPart, sizes.Location, "`規模`", "`区分`",
                Hint.Of("`区分 1 3千人未満` から `区分 5 以上` まで、小さい順に書いてください。", "Write the classes from small to large, `区分 1 3千人未満` to `区分 5 以上`."));
            return;
        }

        if (!sizes.Classes.Any(c => c.IsBroken))
        {
            CheckBoundaries(sizes);
        }

        CheckBudgets(sizes);
    }

    private void CheckBoundaries(SizesSymbol sizes)
    {
        var last = sizes.Classes[sizes.Classes.Count - 1];
        foreach (var open in sizes.Classes.Where(c => c.IsOpen && !ReferenceEquals(c, last)))
        {
            reporter.Report(
                Descriptors.ClassesNotClosed, open.BoundaryLocation,
                Hint.Of($"区分 `{open.Label}` の後に区分が続いています。", $"Classes follow the class `{open.Label}`."));
            return;
        }

        if (!last.IsOpen)
        {
            reporter.Report(
                Descriptors.ClassesNotClosed, last.BoundaryLocation,
                Hint.Of($"{Format(last.Below)} 以上の団体が入る区分がありません。", $"There is no class for {Format(last.Below)} and above."));
        }

        SizeClassSymbol? before = null;
        foreach (var size in sizes.Classes)
        {
            if (FaultOf(size, before) is { } fault)
            {
                reporter.Report(
                    Descriptors.ClassesNotContiguous,
                    size.BoundaryLocation,
                    before is null ? [] : [Reporter.DeclaredHere(before)],
                    null,
                    size.Label,
                    fault);
                return;
            }

            before = size;
        }
    }

    private static LocalizedText? FaultOf(SizeClassSymbol size, SizeClassSymbol? before)
    {
        var start = before?.Below ?? ExactNumber.Zero;
        if (size.From is { } from && from != start)
        {
            return from > start
                ? Hint.Of($"{Format(start)} 以上 {Format(from)} 未満の団体が入る区分がありません。", $"There is no class from {Format(start)} to below {Format(from)}.")
                : Hint.Of($"{Format(from)} 以上 {Format(start)} 未満が前の区分と重なっています。", $"It overlaps the class before it from {Format(from)} to below {Format(start)}.");
        }

        return size.Below is { } below && below <= start
            ? Hint.Of($"境 {Format(below)} は前の境 {Format(start)} より大きくなければなりません。", $"Its boundary {Format(below)} must be above the one before it, {Format(start)}.")
            : null;
    }

    private void CheckBudgets(SizesSymbol sizes)
    {
        var stated = sizes.Classes.Find(c => c.Budget is not null);
        if (sizes.BudgetMeasure is { } measure)
        {
            if (stated?.Budget is { } budget)
            {
                reporter.Report(
                    Descriptors.ClassBudgetsUnclear,
                    budget.Location,
                    [new RelatedLocation(measure.Location, new LocalizedText("`規模別予算` はここにあります", "`規模別予算` is here"))],
                    null,
                    pool.Label,
                    Hint.Of("両方が書かれています。", "Both are there."));
            }

            return;
        }

        if (stated is null)
        {
            reporter.Report(
                Descriptors.ClassBudgetsUnclear, sizes.Location, pool.Label,
                Hint.Of("どちらもありません。`規模別予算 第1号被保険者数 に比例` のように書いてください。", "Neither is there. Write e.g. `規模別予算 第1号被保険者数 に比例`."));
            return;
        }

        if (sizes.Classes.Find(c => c.Budget is null) is { } without)
        {
            reporter.Report(
                Descriptors.ClassBudgetsUnclear, without.Location, [Reporter.DeclaredHere(stated)], null, pool.Label,
                Hint.Of($"区分 `{without.Label}` に金額がありません。", $"The class `{without.Label}` has no amount."));
            return;
        }

        AllocationChecker.CheckSum(
            reporter, Descriptors.ClassesNotBudget, pool.Label, pool.Budget, sizes.Classes.Select(c => (c.Label, c.Budget)));
    }

    private static string Format(ExactNumber? value) => DigitGroups.Format(value ?? ExactNumber.Zero);
}
