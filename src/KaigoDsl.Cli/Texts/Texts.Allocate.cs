using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string AllocateDescription => Say("配分を円まで計算し、証明書で締めます", "Allocate the budgets to the yen, closed by a certificate");

    public string AllocateOutOption => Say("配分額の表（CSV）と証明書（JSON）を書くフォルダー", "Folder for the table of amounts (CSV) and the certificates (JSON)");

    public string CertifyDescription => Say("配分の証明書を、配分とは別の計算で検算します", "Check the certificates of allocations by sums of their own");

    public string CertificateArgument => Say("証明書のファイル（certificate.json）", "Files of certificates (certificate.json)");

    public string CertificateMissing => Say("証明書のファイルを指定してください（例: results/certificate.json）。", "Name the file of a certificate, e.g. results/certificate.json.");

    public string BeforeOption => Say("配分の変化を説明するときの、以前のデータ", "For an allocation: the earlier data, to explain what changed");

    public string BeforeNeedsAllocation => Say("--before は配分の説明だけに使えます（例: 配分.推進）。", "--before explains allocations only, e.g. 配分.推進.");

    public string Allocating => Say("配分しています…", "Allocating…");

    public string NothingAllocated => Say("配分していません。何も書き出していません。", "Nothing was allocated and nothing was written.");

    public string NoAllocation(string framework) => Say($"{framework} に配分（配分 …）が書かれていません。", $"{framework} has no allocation (配分).");

    public string DataErrorsUnallocated(int count) => Say(
        $"データに{Count(count)}件の誤りがあるので、配分していません。", $"The data has {Plural(count, "problem", "problems")}; nothing was allocated.");

    public string UnknownAllocation(string label, string all, string? nearest) => Suggest(
        Say($"配分 {label} はありません。あるのは {all} です。", $"There is no allocation {label}; there are {all}."), nearest);

    public string NotComparable(string reason) => Say($"変化を分けられません: {reason}", $"The change cannot be taken apart: {reason}");

    public string ColumnAllocation => Say("配分", "Allocation");

    public string ColumnPool => Say("枠", "Pool");

    public string ColumnBudget => Say("予算（円）", "Budget (yen)");

    public string ColumnReceived => Say("繰入", "Received");

    public string ColumnPaid => Say("配分額", "Paid");

    public string ColumnRest => Say("残り", "Rest");

    public string ColumnRecipients => Say("団体", "Entities");

    public string Proposed => Say("案", "Proposed");

    public string Payment => Say("交付額", "Payment");

    public string Yen(string amount) => Say($"{amount}円", $"{amount} yen");

    public string AllocationHeadline(string name, string paid, int recipients) => Say(
        $"{name}: 交付額 {paid}円（{Count(recipients)}団体）", $"{name}: {paid} yen paid to {Count(recipients)}");

    public string Overspent(string account, string amount) => Say(
        $"{Marks.Bad} {account}: 端数処理で予算を {amount}円 超えて配分しました（切り捨てか最大剰余なら超えません）",
        $"{Marks.Bad} {account}: rounding paid {amount} yen more than the budget (rounding down or largest_remainder never does)");

    public string ResidueLine(string account, string amount, string destination) => Say(
        $"残余 {account}: {amount}円 → {destination}", $"Residue of {account}: {amount} yen → {destination}");

    public string NoteLine(AllocationNoteKind kind, string place, int count) => kind switch
    {
        AllocationNoteKind.UnknownMember => Say($"{place}: 対象か分からない{Count(count)}団体は含めていません", $"{place}: {Count(count)} whose membership is unknown take no part"),
        AllocationNoteKind.UnknownCondition => Say($"{place}: 条件が分からない{Count(count)}団体は該当しないとしました", $"{place}: {Count(count)} whose condition is unknown count as not met"),
        _ => Say($"激変緩和: 前年度額のない{Count(count)}団体はそのままです", $"Blending: {Count(count)} without an amount of last year keep the new one"),
    };

    public string ExcludedLine(int count) => Say($"交付要件を満たさない: {Count(count)}団体", $"{Count(count)} do not meet the requirements");

    public string ClosesLine(string budget, string paid, string residue, int checks) => Say(
        $"予算 {budget} = 交付額 {paid} + 残余 {residue}  {Marks.Good} 証明書を検算済み（{Count(checks)}件）",
        $"Budget {budget} = paid {paid} + residue {residue}  {Marks.Good} certificate checked ({Count(checks)} sums)");

    public string AllocationAssumptions(int count) => Say(
        $"仮定: {Count(count)}件に基づきます（kaigo explain … 配分.名前 が示します）",
        $"Rests on {Plural(count, "assumption", "assumptions")} (kaigo explain … 配分.NAME shows them)");

    public string AllocationProblem(AllocationProblemKind kind, string value, string name) => kind switch
    {
        AllocationProblemKind.UnusableKey => Say("鍵が空か、ほかの行と同じです。", "The key is blank or another row's."),
        AllocationProblemKind.MissingColumn => Say($"配分に必要な列「{name}」がデータにありません。", $"The data lacks the column `{name}`, which the allocation reads."),
        AllocationProblemKind.NoRows => Say("団体がありません。", "There is nobody to allocate to."),
        AllocationProblemKind.UndecidedGate => Say($"交付要件「{name}」を判定できません（欠測）。", $"The requirement `{name}` cannot be decided: a value is missing."),
        AllocationProblemKind.MissingBudget => Say("予算が欠測です。", "The budget is missing."),
        AllocationProblemKind.NegativeBudget => Say($"予算が負です（{value}円）。", $"The budget is negative ({value} yen)."),
        AllocationProblemKind.PoolsDoNotAddUp => Say($"枠の予算の合計が配分の予算と {value}円 違います。", $"The pools differ from the budget by {value} yen."),
        AllocationProblemKind.ClassesDoNotAddUp => Say($"区分の予算の合計が枠の予算と {value}円 違います。", $"The classes differ from the pool by {value} yen."),
        AllocationProblemKind.MissingWeight => Say("按分の重みが欠測です。", "The weight is missing."),
        AllocationProblemKind.NegativeWeight => Say($"按分の重みが負です（{value}）。", $"The weight is negative ({value})."),
        AllocationProblemKind.UnusableSize => Say("規模の値が欠測か負です。", "The size is missing or negative."),
        AllocationProblemKind.MissingBound => Say("上限か下限が欠測です。", "A cap or floor is missing."),
        AllocationProblemKind.NegativeBound => Say($"上限、下限または前年度額が負です（{value}円）。", $"A cap, floor or last year's amount is negative ({value} yen)."),
        AllocationProblemKind.CapBelowFloor => Say($"上限が下限より低くなっています（{value}円）。", $"The cap is below the floor ({value} yen)."),
        AllocationProblemKind.ShareRoundingWithBounds => Say(
            "按分率の端数処理と上限・下限は一つの枠で併用できません。", "A pool cannot round its shares and have caps or floors as well."),
        AllocationProblemKind.FloorsExceedBudget => Say($"下限の合計に予算が {value}円 足りません。", $"The floors need {value} yen more than there is."),
        AllocationProblemKind.MissingTieKey => Say("残余の順を決める値が欠測です。", "The value that decides the order of the residue is missing."),
        AllocationProblemKind.UndecidedTie => Say("残余を受ける順が決まりません（同順）。", "The order of the residue is undecided (a tie)."),
        AllocationProblemKind.TransitionExceedsBudget => Say($"激変緩和の合計が予算を {value}円 超えます。", $"The blended amounts exceed the budget by {value} yen."),
        AllocationProblemKind.UnusableTransitionShare => Say($"激変緩和の割合は0から1までです（{value}）。", $"The part of last year's amount must be from 0 to 1 ({value})."),
        AllocationProblemKind.UnknownRecipient => Say($"残余を受ける団体「{name}」がデータにありません。", $"The recipient `{name}` of the residue is not in the data."),
        _ => Say($"繰り入れる元の配分「{name}」がありません。", $"The allocation `{name}`, whose residue it takes, was not carried out."),
    };

    public string CertificateHolds(string name, int checks) => Say($"成立: {name}（検算 {Count(checks)}件）", $"holds: {name} ({Count(checks)} sums)");

    public string CertificateFails(int faults) => Say($"不成立: 合わないところが {Count(faults)}件", $"does not hold: {Plural(faults, "fault", "faults")}");

    public string Fault(CertificateFault fault)
    {
        var place = fault.Place.Length == 0 ? "certificate" : fault.Place;
        return fault.Expected.Length == 0 && fault.Found.Length == 0
            ? Say($"{place}: {fault.Rule} が成り立ちません", $"{place}: {fault.Rule} does not hold")
            : Say($"{place}: {fault.Rule} は {fault.Expected} のはずですが {fault.Found} です", $"{place}: {fault.Rule} should be {fault.Expected} but is {fault.Found}");
    }

    public string GateLine(string decision, bool? met, string reason)
    {
        var outcome = met switch
        {
            true => Say("該当", "met"),
            false => Say("非該当", "not met"),
            null => Say("不明", "unknown"),
        };
        return Say($"交付要件 {decision}: {outcome}", $"requirement {decision}: {outcome}") + (reason.Length == 0 ? string.Empty : $"  {reason}");
    }

    public string NoSteps => Say("どの枠の対象でもありません。", "It takes part in no pool.");

    public string WithheldAmount(string amount) => Say($"{amount}円（要件を満たさないので配分残）", $"{amount} yen (not paid: requirements not met)");

    public string BudgetOf(string amount, int recipients, bool recall) => recall
        ? Say($"{amount}円を{Count(recipients)}団体で分け直す", $"{amount} yen divided anew among {Count(recipients)}")
        : Say($"{amount}円を{Count(recipients)}団体で分ける", $"{amount} yen divided among {Count(recipients)}");

    public string ClassBudget(string label, string amount, string budget, string measure, string sum) => Say(
        $"区分 {label} の予算 {amount}円 = {budget}円 × {measure} / {sum}", $"class {label} has {amount} yen = {budget} yen × {measure} / {sum}");

    public string WeightLine(string text, string weight, string sum) => text.Length == 0
        ? Say($"重み {weight}、合計 {sum}", $"weight {weight}, sum {sum}")
        : Say($"重み {text}: {weight}、合計 {sum}", $"weight {text}: {weight}, sum {sum}");

    public string QuotaLine(string quota, string level) => level.Length == 0
        ? Say($"端数処理前 {quota}円", $"before rounding {quota} yen")
        : Say($"端数処理前 {quota}円（重み1あたり {level}円）", $"before rounding {quota} yen ({level} yen per unit of weight)");

    public string CapLine(string cap, bool binds) => Say($"上限 {cap}円{(binds ? "（達した）" : string.Empty)}", $"cap {cap} yen{(binds ? " (reached)" : string.Empty)}");

    public string FloorLine(string floor, bool binds) => Say($"下限 {floor}円{(binds ? "（適用）" : string.Empty)}", $"floor {floor} yen{(binds ? " (applied)" : string.Empty)}");

    public string ShareRounded(AmountRounding rounding) => Say($"按分率を {rounding.Unit} の単位で{Direction(rounding)}", $"share rounded {Direction(rounding)} to units of {rounding.Unit}");

    public string Rounded(AmountRounding rounding, string amount, int moved)
    {
        var unit = rounding.Unit.IsInteger ? Count((long)rounding.Unit.Numerator) : rounding.Unit.ToString();
        var given = moved switch
        {
            > 0 => Say("、残余から1単位", ", one unit of the residue"),
            < 0 => Say("、1単位を戻す", ", one unit taken back"),
            _ => string.Empty,
        };
        return Say($"{unit}円単位で{Direction(rounding)}{given}: {amount}円", $"rounded {Direction(rounding)} to {unit} yen{given}: {amount} yen");
    }

    public string Adjusted(string before, string? limit, string after, bool cap) => limit is null
        ? Say($"{before}円 → {after}円", $"{before} yen → {after} yen")
        : cap ? Say($"{before}円、上限 {limit}円 → {after}円", $"{before} yen, cap {limit} yen → {after} yen")
        : Say($"{before}円、緩和後 {limit}円 → {after}円", $"{before} yen, blended {limit} yen → {after} yen");

    public string ChangeLine(string before, string after, string difference) => Say(
        $"変化 {before}円 → {after}円（{difference}円）", $"change {before} yen → {after} yen ({difference} yen)");

    public string Factor(ChangeFactor factor) => factor switch
    {
        ChangeFactor.OwnScore => Say("自団体の得点", "own points"),
        ChangeFactor.OwnFigures => Say("自団体の被保険者数などの値", "own figures (insured and others)"),
        ChangeFactor.Others => Say("他団体の得点と値", "points and figures of the others"),
        _ => Say("予算・規則・定数", "budget, rules and constants"),
    };

    private string Direction(AmountRounding rounding) => rounding.Mode switch
    {
        RoundingMode.Down => Say("切り捨て", "down"),
        RoundingMode.Up => Say("切り上げ", "up"),
        _ => Say("四捨五入", "half up"),
    };
}
