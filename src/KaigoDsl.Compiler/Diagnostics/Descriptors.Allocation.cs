namespace KaigoDsl.Compiler.Diagnostics;

public static partial class Descriptors
{
    /// <summary>A quantity where yen are meant.</summary>
    public static readonly DiagnosticDescriptor NotYen = Error(
        "KGO2201",
        "円の金額でない", "Not an amount of yen",
        "{0} は円の金額で書きますが、これは {1} です。{2}",
        "{0} is an amount of yen, but this is {1}. {2}");

    /// <summary>A budget or share that depends on data.</summary>
    public static readonly DiagnosticDescriptor AmountNotConstant = Error(
        "KGO2202",
        "予算額が数でない", "Budget not constant",
        "{0} は数と定数だけで書いてください。団体ごとに変わる値は使えません。",
        "{0} must be made of numbers and constants only; it cannot depend on data.");

    /// <summary>A budget below zero.</summary>
    public static readonly DiagnosticDescriptor NegativeBudget = Error(
        "KGO2203",
        "負の予算額", "Negative budget",
        "{0} は {1}円 で、0円 を下回ります。",
        "{0} is {1} yen, below zero.");

    /// <summary>A rounding unit that does not fit what is rounded.</summary>
    public static readonly DiagnosticDescriptor BadAllocationRounding = Error(
        "KGO2204",
        "端数の単位", "Rounding unit",
        "端数 `{0}` は使えません。{1}",
        "The rounding `{0}` is not possible. {1}");

    /// <summary>交付要件 that names no decision.</summary>
    public static readonly DiagnosticDescriptor UnknownDecision = Error(
        "KGO2205",
        "交付要件の判定が不明", "Unknown decision",
        "{1} の判定 `{0}` が見つかりません。{2}",
        "There is no decision `{0}` about {1}. {2}");

    /// <summary>残余 into something that is not there.</summary>
    public static readonly DiagnosticDescriptor UnknownResidueTarget = Error(
        "KGO2206",
        "残余の行き先が不明", "Unknown target of a residue",
        "残余の行き先 `{0}` が見つかりません。{1}",
        "The residue has nowhere to go: there is no `{0}`. {1}");

    /// <summary>残余 into something that is already divided.</summary>
    public static readonly DiagnosticDescriptor ResidueFlowsBack = Error(
        "KGO2207",
        "残余が先の枠へ戻る", "Residue flows back",
        "`{0}` の残余は `{1}` に移せません。行き先は、後に書いた枠でなければなりません。",
        "The residue of `{0}` cannot go into `{1}`: a target must be written later.");

    /// <summary>A share of last year's amount outside 0 to 1.</summary>
    public static readonly DiagnosticDescriptor BadTransitionShare = Error(
        "KGO2208",
        "激変緩和の割合", "Share of a transition",
        "激変緩和の割合 `{0}` は 0 以上 1 以下の割合でなければなりません。`30%` のように書いてください。",
        "The share `{0}` of last year's amount must be a ratio from 0 to 1. Write e.g. `30%`.");

    /// <summary>再配分 that does not say how often.</summary>
    public static readonly DiagnosticDescriptor BadRounds = Error(
        "KGO2209",
        "再配分の回数", "Rounds of a redistribution",
        "再配分の回数を `1回` のような 1 以上の整数か `収束まで` で書いてください。",
        "Say how often to redistribute: a whole number of rounds such as `1times`, or `until_settled`.");

    /// <summary>A boundary of 規模 that is no number, or of another unit than the measure.</summary>
    public static readonly DiagnosticDescriptor BadClassBoundary = Error(
        "KGO2210",
        "規模の境の単位", "Boundary of a size class",
        "区分 `{0}` の境は、規模の式と同じ単位（{1}）の数で書いてください。{2}",
        "The boundary of the class `{0}` must be a number of the measure's unit ({1}). {2}");

    /// <summary>Parts that do not add up to the budget.</summary>
    public static readonly DiagnosticDescriptor PoolsNotBudget = Error(
        "KGO3201",
        "枠の合計と予算が合わない", "Pools do not add up",
        "`{0}` の予算は {1}円 ですが、枠の合計は {2}円 です（{3}）。差は {4}円 です。",
        "The budget of `{0}` is {1} yen, but its pools add up to {2} ({3}). The difference is {4} yen.");

    /// <summary>Class budgets that do not add up to the pool.</summary>
    public static readonly DiagnosticDescriptor ClassesNotBudget = Error(
        "KGO3202",
        "規模別予算の合計と枠が合わない", "Class budgets do not add up",
        "枠 `{0}` の予算は {1}円 ですが、区分の合計は {2}円 です（{3}）。差は {4}円 です。",
        "The budget of the pool `{0}` is {1} yen, but its classes add up to {2} ({3}). The difference is {4} yen.");

    /// <summary>Classes with a gap between them, overlapping, or out of order.</summary>
    public static readonly DiagnosticDescriptor ClassesNotContiguous = Error(
        "KGO3203",
        "規模の区分が続いていない", "Classes not contiguous",
        "区分 `{0}` が前の区分から続いていません。{1}",
        "The class `{0}` does not continue the one before it. {1}");

    /// <summary>Classes without an open last one.</summary>
    public static readonly DiagnosticDescriptor ClassesNotClosed = Error(
        "KGO3204",
        "規模の最後の区分", "Last size class",
        "規模の最後の区分（だけ）を `以上` にしてください。{0}",
        "The last class of sizes, and only the last, is `and_above`. {0}");

    /// <summary>Class budgets both given and proportional, or neither.</summary>
    public static readonly DiagnosticDescriptor ClassBudgetsUnclear = Error(
        "KGO3205",
        "規模別の予算の決め方", "Budgets of size classes",
        "枠 `{0}` の規模別の予算は、すべての区分に金額を書くか、`規模別予算 … に比例` と書くかの、どちらか一方です。{1}",
        "The pool `{0}` needs either an amount on every class or `class_budgets … proportional_to`, not both. {1}");

    /// <summary>A pool with two rules.</summary>
    public static readonly DiagnosticDescriptor PoolRuleTwice = Error(
        "KGO3206",
        "枠の分け方が二つある", "Pool with two rules",
        "枠 `{0}` に {1} と {2} があります。分け方は一つだけ書いてください。",
        "The pool `{0}` has both {1} and {2}. Write one rule only.");

    /// <summary>A gate nobody can pass.</summary>
    public static readonly DiagnosticDescriptor GateNeverMet = Error(
        "KGO3207",
        "満たせない交付要件", "Gate nobody can pass",
        "判定 `{0}` は誰も該当しないので、この交付要件では誰にも配分されません。",
        "Nobody can meet the decision `{0}`, so this gate lets nobody be paid.");

    /// <summary>再配分 without anything cut off.</summary>
    public static readonly DiagnosticDescriptor NothingToRedistribute = Warning(
        "KGO3208",
        "再配分するものがない", "Nothing to redistribute",
        "`再配分` がありますが `上限` がないので、再配分するものが生じません。",
        "There is a `redistribution` but no `cap`, so nothing is ever cut off.");

    /// <summary>公表値 of an allocation that ends with no figure.</summary>
    public static readonly DiagnosticDescriptor UnknownAmountFigure = Error(
        "KGO2211",
        "配分の公表値が不明", "Unknown figure of an allocation",
        "`{0}` は配分の公表値ではありません。`配分.推進.基本.1.団体数` のように、予算・交付額・残余・団体数のどれかで終えてください。一団体の公表値（対象 「…」）では交付額だけです。",
        "`{0}` is no figure of an allocation. End with 予算 (budget), 交付額 (payment), 残余 (residue) or 団体数 (entity_count), as in `配分.推進.基本.1.団体数`; about one entity (対象 「…」) only 交付額.");

    /// <summary>Residues that flow in a circle.</summary>
    public static readonly DiagnosticDescriptor SpillOverCycle = Error(
        "KGO3209",
        "残余の循環", "Residues in a circle",
        "残余の行き先が循環しています: {0}。",
        "The residues flow in a circle: {0}.");

    /// <summary>端数 按分率 where 上限 or 下限 bound the amounts.</summary>
    public static readonly DiagnosticDescriptor ShareRoundingWithBounds = Error(
        "KGO3211",
        "按分率の端数と上限・下限", "Rounded shares with bounds",
        "枠 `{0}` では按分率を丸めるので、枠の中に上限や下限は書けません。`端数 按分率` をやめて金額の端数だけにするか、上限・下限を枠の外に書いてください。",
        "The pool `{0}` rounds its shares, so its amounts cannot be bounded inside it. Round only the amounts, or write the cap or floor for the whole allocation.");

    /// <summary>An allocation by points nobody can derive.</summary>
    public static readonly DiagnosticDescriptor RestsOnUnconfirmedPoints = Warning(
        "KGO3210",
        "導けない得点に基づく配分", "Allocation by unconfirmed points",
        "配分 `{0}` は、項目から導けない得点に基づきます: {1}。入力された得点がそのまま金額になります。承知のうえなら `仮定` に書いてください。",
        "The allocation `{0}` rests on points that do not follow from items: {1}. What is given there turns into money as it is. If that is meant, say so in an `assumption`.");
}
