using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>Why an allocation was refused, without naming rows.</summary>
internal static class RefusalTexts
{
    private const int NamedAtMost = 3;

    public static LocalizedText Of(IReadOnlyCollection<AllocationProblem> problems)
    {
        var reasons = problems.GroupBy(static problem => (problem.Kind, problem.Place, problem.Name)).ToArray();
        var texts = reasons.Take(NamedAtMost).Select(static group => Say(group.Key.Kind, group.Key.Place, group.Key.Name, group.Count(static p => p.Row >= 0))).ToList();
        if (reasons.Length > NamedAtMost)
        {
            var more = (reasons.Length - NamedAtMost).ToString("N0", CultureInfo.InvariantCulture);
            texts.Add(new($"ほか {more}件", $"and {more} more"));
        }

        return new(string.Join("。", texts.Select(static text => text.Japanese)) + "。", string.Join("; ", texts.Select(static text => text.English)) + ".");
    }

    private static LocalizedText Say(AllocationProblemKind kind, string place, string name, int rows)
    {
        LocalizedText what = kind switch
        {
            AllocationProblemKind.UnusableKey => new("鍵が空か重なっている", "keys are blank or double"),
            AllocationProblemKind.MissingColumn => new($"列「{name}」がデータにない", $"the data lacks the column `{name}`"),
            AllocationProblemKind.NoRows => new("団体がない", "there is nobody to allocate to"),
            AllocationProblemKind.UndecidedGate => new($"交付要件「{name}」を判定できない（欠測）", $"the requirement `{name}` cannot be decided"),
            AllocationProblemKind.MissingBudget => new("予算が欠測", "the budget is missing"),
            AllocationProblemKind.NegativeBudget => new("予算が負", "the budget is negative"),
            AllocationProblemKind.PoolsDoNotAddUp => new("枠の予算の合計が配分の予算と違う", "the pools do not add up to the budget"),
            AllocationProblemKind.ClassesDoNotAddUp => new("区分の予算の合計が枠の予算と違う", "the classes do not add up to the pool"),
            AllocationProblemKind.MissingWeight => new("按分の重みが欠測", "the weight is missing"),
            AllocationProblemKind.NegativeWeight => new("按分の重みが負", "the weight is negative"),
            AllocationProblemKind.UnusableSize => new("規模の値が欠測か負", "the size is missing or negative"),
            AllocationProblemKind.MissingBound => new("上限か下限が欠測", "a cap or floor is missing"),
            AllocationProblemKind.NegativeBound => new("上限、下限または前年度額が負", "a cap, floor or last year's amount is negative"),
            AllocationProblemKind.CapBelowFloor => new("上限が下限より低い", "the cap is below the floor"),
            AllocationProblemKind.ShareRoundingWithBounds => new("按分率の端数と上限・下限は併用できない", "rounding of the share does not go with caps or floors"),
            AllocationProblemKind.FloorsExceedBudget => new("下限の合計が予算を超える", "the floors exceed the budget"),
            AllocationProblemKind.MissingTieKey => new("残余の順を決める値が欠測", "the value that decides the order of the residue is missing"),
            AllocationProblemKind.UndecidedTie => new("残余を受ける順が決まらない（同順）", "the order of the residue is undecided"),
            AllocationProblemKind.TransitionExceedsBudget => new("激変緩和の合計が予算を超える", "the blended amounts exceed the budget"),
            AllocationProblemKind.UnusableTransitionShare => new("激変緩和の割合が0から1までにない", "the part of last year's amount is not from 0 to 1"),
            AllocationProblemKind.UnknownRecipient => new("残余を受ける団体がデータにない", "a recipient of the residue is not in the data"),
            _ => new("残余を渡す配分が計算できない", "an allocation whose residue it gets cannot be computed"),
        };
        var count = rows.ToString("N0", CultureInfo.InvariantCulture);
        var where = place.Length == 0 ? what : new LocalizedText($"{place}：{what.Japanese}", $"{place}: {what.English}");
        return rows == 0 ? where : new($"{where.Japanese}（{count}団体）", $"{where.English} ({count} entities)");
    }
}
