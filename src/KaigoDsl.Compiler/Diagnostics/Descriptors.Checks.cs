namespace KaigoDsl.Compiler.Diagnostics;

public static partial class Descriptors
{
    /// <summary>Derived ≠ stated points.</summary>
    public static readonly DiagnosticDescriptor PointsMismatch = Error(
        "KGO3001",
        "配点の不一致", "Points do not add up",
        "`{0}` の配点は {1}点 と書かれていますが、内訳からは {2}点 になります（{3}）。どちらかを直してください。",
        "`{0}` states {1} points but its parts give {2} ({3}). Correct one of them.");

    /// <summary>A tier not harder than the one before.</summary>
    public static readonly DiagnosticDescriptor TiersNotHarder = Error(
        "KGO3002",
        "段階の順序", "Tiers not in order",
        "`{0}` は前の段階 `{1}` より厳しくありません。上位7割 → 5割 → 3割 → 1割のように、順に厳しくしてください。",
        "`{0}` is not harder than the tier before it, `{1}`. Write tiers from easy to hard: 7割, 5割, 3割, 1割.");

    /// <summary>A score that depends on itself.</summary>
    public static readonly DiagnosticDescriptor Cycle = Error(
        "KGO3003",
        "循環", "Cycle",
        "計算の順序が決まりません: {0}。`除く この指標` を付けるか、参照を外してください。",
        "The order of evaluation is circular: {0}. Add `除く この指標` or remove a reference.");

    /// <summary>配点未確認 under a parent without points.</summary>
    public static readonly DiagnosticDescriptor UnconfirmedNeedsParent = Error(
        "KGO3004",
        "配点未確認の置き場所", "Unconfirmed points need a known parent",
        "`{0}` は配点未確認ですが、その上の `{1}` にも配点がありません。上の配点が公表されているときだけ使えます。",
        "`{0}` has unconfirmed points, but `{1}` above it states none either. Use 配点未確認 only where the parent's points are known.");

    /// <summary>Known parts already use up the parent's points.</summary>
    public static readonly DiagnosticDescriptor UnconfirmedLeavesNothing = Error(
        "KGO3005",
        "配点未確認に残る点がない", "Nothing left for unconfirmed points",
        "`{0}` の配点 {1}点 は、配点の分かっている部分だけで {2}点 になり、配点未確認の `{3}` に残る点がありません。",
        "`{0}` states {1} points, but its known parts already give {2}; nothing is left for `{3}`, whose points are unconfirmed.");

    /// <summary>An input no measure uses.</summary>
    public static readonly DiagnosticDescriptor UnusedInput = Warning(
        "KGO3006",
        "使われない入力", "Unused input",
        "入力 `{0}` はどの式でも使われていません。式に使うか、削除してください。",
        "The input `{0}` is used by no expression. Use it or remove it.");

    /// <summary>A ranking without tiers.</summary>
    public static readonly DiagnosticDescriptor UnusedRanking = Warning(
        "KGO3007",
        "使われない順位", "Ranking without tiers",
        "`順位` がありますが、上位・下位で決まる項目がありません。項目に `上位7割` などを付けるか、順位を削除してください。",
        "This `順位` has no tier below it. Give an item `上位7割` or remove the ranking.");

    /// <summary>A shared group nobody refers to.</summary>
    public static readonly DiagnosticDescriptor UnusedSharedGroup = Warning(
        "KGO3008",
        "使われない指標群", "Shared group not used",
        "指標群 `{0}` はどの評価体系からも使われていません。`目標 Ⅳ … = {0}` のように参照してください。",
        "No framework uses the group `{0}`. Refer to it, e.g. `目標 Ⅳ … = {0}`.");

    /// <summary>高い方 of fewer than two.</summary>
    public static readonly DiagnosticDescriptor TooFewSeries = Error(
        "KGO3009",
        "高い方の系列", "Too few series",
        "`{0}` は高い方をとりますが、系列が {1} 本しかありません。二本以上書くか、`高い方` を外してください。",
        "`{0}` takes the better of its series but has {1}. Write two or more, or remove `高い方`.");

    /// <summary>A cap that never binds.</summary>
    public static readonly DiagnosticDescriptor CapWithoutEffect = Warning(
        "KGO3010",
        "効かない上限", "Cap without effect",
        "`{0}` の最大 {1}点 は内訳の合計 {2}点 以上なので効きません。",
        "The cap of {1} points on `{0}` has no effect: its parts give {2} at most.");

    /// <summary>A node without parts.</summary>
    public static readonly DiagnosticDescriptor EmptyNode = Error(
        "KGO3011",
        "内訳がない", "Node without parts",
        "`{0}` に内訳がありません。項目を書くか、`配点未確認` または `得点入力` を付けてください。",
        "`{0}` has no parts. Write its items, or mark it `配点未確認` or `得点入力`.");

    /// <summary>得点入力 without points.</summary>
    public static readonly DiagnosticDescriptor PointsInputNeedsPoints = Error(
        "KGO3012",
        "得点入力の配点", "Point input needs points",
        "`{0}` は得点入力ですが配点がありません。`60点 得点入力` のように満点を書いてください。",
        "`{0}` takes its points as input but states no full mark. Write e.g. `60点 得点入力`.");

    /// <summary>Items under a node whose points are not derived.</summary>
    public static readonly DiagnosticDescriptor PartsIgnored = Error(
        "KGO3013",
        "数えられない内訳", "Parts that would not count",
        "`{0}` は {1} なので、その内訳の配点は数えられません。内訳は `配点未確認` にするか、`{1}` を外してください。",
        "`{0}` is {1}, so the points of its parts would not count. Mark them `配点未確認` or remove `{1}`.");
}
