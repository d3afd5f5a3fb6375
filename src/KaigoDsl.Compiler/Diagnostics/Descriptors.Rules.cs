namespace KaigoDsl.Compiler.Diagnostics;

public static partial class Descriptors
{
    /// <summary>A step table nobody declares.</summary>
    public static readonly DiagnosticDescriptor UnknownStepTable = Error(
        "KGO2101",
        "段階が不明", "Unknown step table",
        "`{0}` という段階はありません。{1}",
        "There is no step table `{0}`. {1}");

    /// <summary>What a step table is asked does not fit it.</summary>
    public static readonly DiagnosticDescriptor BadLookup = Error(
        "KGO2102",
        "段階の引数", "Argument of a step table",
        "段階 `{0}` には {1} の値を一つ渡します。{2}",
        "The step table `{0}` takes one value of {1}. {2}");

    /// <summary>A label that no clause of the decision has.</summary>
    public static readonly DiagnosticDescriptor UnknownClause = Error(
        "KGO2103",
        "判定の区分が不明", "Unknown clause",
        "判定 `{1}` に区分 `{0}` はありません。{2}",
        "The decision `{1}` has no clause `{0}`. {2}");

    /// <summary>A formula whose expression is of another type or unit than declared.</summary>
    public static readonly DiagnosticDescriptor FormulaTypeMismatch = Error(
        "KGO2104",
        "算式の型・単位が違う", "Formula of another type or unit",
        "`{0}` は {1} と宣言されていますが、式は {2} です。{3}",
        "`{0}` is declared as {1}, but its expression is {2}. {3}");

    /// <summary>One column declared with two types.</summary>
    public static readonly DiagnosticDescriptor ColumnConflict = Error(
        "KGO2105",
        "同じ列の型が違う", "One column, two types",
        "入力 `{0}` はここでは {1}、別の所では {2} です。同じ列なので、型と単位をそろえるか、名前を変えてください。",
        "The input `{0}` is {1} here and {2} elsewhere. It is one column: use one type and unit, or rename it.");

    /// <summary>上位, 下位 or .団体数 without a ranking it could speak of.</summary>
    public static readonly DiagnosticDescriptor StandingMisused = Error(
        "KGO2106",
        "順位の使い方", "Ranking misused",
        "{0}",
        "{0}");

    /// <summary>A value of a table that is no number.</summary>
    public static readonly DiagnosticDescriptor TableValueNotConstant = Error(
        "KGO2107",
        "表の値が決まらない", "Table value without a value",
        "`{0}` のこの値は一つの数に決まりません。数と定数だけで書き、0 で割らないでください。",
        "This value of `{0}` is no number. Write numbers and constants only, and do not divide by zero.");

    /// <summary>A rounding unit that is not a positive number.</summary>
    public static readonly DiagnosticDescriptor BadRoundingUnit = Error(
        "KGO2108",
        "丸めの単位", "Rounding unit",
        "`{0}` は値と丸めの単位の二つを取り、単位は正の数です。`{0}(率, 0.0001)`、`{0}(金額, 1千円)` のように書いてください。",
        "`{0}` takes a value and the unit to round to, a positive number. Write e.g. `{0}(rate, 0.0001)` or `{0}(amount, 1thousand_yen)`.");

    /// <summary>A step table over something without an order, or giving no quantity.</summary>
    public static readonly DiagnosticDescriptor BadStepTableType = Error(
        "KGO2109",
        "段階の型", "Type of a step table",
        "段階 `{0}` は、数量・年度・日付から数量を求めます。{1} は使えません。",
        "The step table `{0}` leads from a quantity, a fiscal year or a date to a quantity. It cannot use {1}.");

    /// <summary>Shares that are not a whole.</summary>
    public static readonly DiagnosticDescriptor SharesNotWhole = Error(
        "KGO3101",
        "割合の合計が100%でない", "Shares are not 100 %",
        "割合表 `{0}` の合計は {1} です（{2}）。100% との差は {3} です。",
        "The shares of `{0}` add up to {1} ({2}). They miss 100 % by {3}.");

    /// <summary>Rows of a step table out of order.</summary>
    public static readonly DiagnosticDescriptor StepsNotAscending = Error(
        "KGO3102",
        "段階の境が昇順でない", "Steps out of order",
        "段階 `{0}` の境 {1} は、前の境 {2} より大きくなければなりません。",
        "In the steps `{0}` the boundary {1} must be above the one before it, {2}.");

    /// <summary>A step table without an open last row, or with rows behind it.</summary>
    public static readonly DiagnosticDescriptor StepsNotClosed = Error(
        "KGO3103",
        "段階の最後の行", "Last row of steps",
        "段階 `{0}` の最後の行は `以上 値` とし、その後には行を置けません。",
        "The last row of the steps `{0}` is `and_above value`, and no row follows it.");

    /// <summary>Values against the declared order.</summary>
    public static readonly DiagnosticDescriptor StepsNotMonotone = Error(
        "KGO3104",
        "段階の値が単調でない", "Steps not monotone",
        "段階 `{0}` は `{1}` と宣言されていますが、値 {2} の次が {3} です。",
        "The steps `{0}` are declared `{1}`, but {2} is followed by {3}.");

    /// <summary>A decision that may end without an outcome.</summary>
    public static readonly DiagnosticDescriptor DecisionNotTotal = Error(
        "KGO3105",
        "判定が決まらない場合がある", "Decision without an end",
        "判定 `{0}` の最後に、条件のない `非該当` か `該当` を書いてください。どの条件も成り立たないときの結果です。",
        "End the decision `{0}` with a `not_met` or `met` that has no condition: the outcome when no condition holds.");

    /// <summary>A clause behind the one without a condition.</summary>
    public static readonly DiagnosticDescriptor UnreachableClause = Error(
        "KGO3106",
        "届かない判定の区分", "Unreachable clause",
        "条件のない区分の後なので、この区分には届きません。順序を直すか、条件を書いてください。",
        "This clause is never reached: the one before it has no condition. Reorder them or write a condition.");

    /// <summary>Rules that read each other in a circle.</summary>
    public static readonly DiagnosticDescriptor RuleCycle = Error(
        "KGO3108",
        "算式・判定の循環", "Circular rules",
        "計算の順序が決まりません: {0}。どれか一つの参照を外してください。",
        "The order of evaluation is circular: {0}. Remove one of the references.");

    /// <summary>A decision nobody can pass.</summary>
    public static readonly DiagnosticDescriptor DecisionNeverMet = Warning(
        "KGO3107",
        "該当することのない判定", "Decision never met",
        "判定 `{0}` は誰も該当しません。{1}",
        "Nobody can meet the decision `{0}`. {1}");
}
