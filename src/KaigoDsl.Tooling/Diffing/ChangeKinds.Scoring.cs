namespace KaigoDsl.Tooling.Diffing;

public static partial class ChangeKinds
{
    /// <summary>A 評価体系 without partner in the old program.</summary>
    public static ChangeKind FrameworkAdded { get; } = Payee("D001", "framework-added", "評価体系の追加", "framework added");

    /// <summary>A 評価体系 without partner in the new program.</summary>
    public static ChangeKind FrameworkRemoved { get; } = Payee("D002", "framework-removed", "評価体系の削除", "framework removed");

    /// <summary>A node, with everything below it, that no old node became.</summary>
    public static ChangeKind NodeAdded { get; } = Payee("D101", "node-added", "新設", "added");

    /// <summary>A node, with everything below it, that nothing continues.</summary>
    public static ChangeKind NodeRemoved { get; } = Payee("D102", "node-removed", "廃止", "removed");

    /// <summary>A node that stands below another one than before.</summary>
    public static ChangeKind NodeMoved { get; } = Meaning("D103", "node-moved", "移動", "moved");

    /// <summary>A node whose label changed below the same node; the headers of its data change with it.</summary>
    public static ChangeKind NodeRenumbered { get; } = Meaning("D104", "node-renumbered", "番号・記号の変更", "renumbered");

    /// <summary>Several nodes became one.</summary>
    public static ChangeKind NodesMerged { get; } = Payee("D105", "nodes-merged", "統合", "merged");

    /// <summary>One node became several.</summary>
    public static ChangeKind NodeSplit { get; } = Payee("D106", "node-split", "分割", "split");

    /// <summary>A node is of another level (系列 instead of 項目).</summary>
    public static ChangeKind LevelChanged { get; } = Meaning("D107", "level", "階層の変更", "level");

    /// <summary>Several nodes became several others.</summary>
    public static ChangeKind NodesRegrouped { get; } = Payee("D108", "nodes-regrouped", "組替え", "regrouped");

    /// <summary>A 旧, 統合 or 分割 names a node that the old framework does not have.</summary>
    public static ChangeKind LineageUnknown { get; } = Wording("D109", "lineage-unknown", "旧・統合・分割の示す節がない", "lineage names a node that does not exist");

    /// <summary>What an item is worth.</summary>
    public static ChangeKind PointsChanged { get; } = Payee("D201", "points", "配点", "points");

    /// <summary>The full mark of a node that is no item; it follows from its parts, or is the most that can be given.</summary>
    public static ChangeKind FullMarkChanged { get; } = Meaning("D202", "full-mark", "満点", "full mark");

    /// <summary>最大.</summary>
    public static ChangeKind CapChanged { get; } = Payee("D203", "cap", "得点の上限（最大）", "cap");

    /// <summary>How a node gets its points: sum, 高い方, 得点入力, 配点未確認, a shared group.</summary>
    public static ChangeKind RuleChanged { get; } = Payee("D204", "score-rule", "得点の決め方", "how points are got");

    /// <summary>The order of the series of a 高い方, which decides between equals.</summary>
    public static ChangeKind SeriesOrderChanged { get; } = Payee("D205", "series-order", "高い方の候補の順", "order of the better-of candidates");

    /// <summary>A node refers to another shared group.</summary>
    public static ChangeKind ReferenceChanged { get; } = Payee("D206", "reference", "参照する指標群", "shared group referred to");

    /// <summary>The nodes a 集計 adds.</summary>
    public static ChangeKind TermsChanged { get; } = Meaning("D207", "total-terms", "集計の対象", "nodes totalled");

    /// <summary>What decides an item is of another sort: an answer, a tier, an expression.</summary>
    public static ChangeKind ConditionSortChanged { get; } = Payee("D301", "condition-sort", "判定の方法", "how it is decided");

    /// <summary>The expression that decides an item.</summary>
    public static ChangeKind ConditionChanged { get; } = Payee("D302", "condition", "条件", "condition");

    /// <summary>The tier of an item: its share or the end it counts from.</summary>
    public static ChangeKind TierChanged { get; } = Payee("D303", "tier", "上位・下位の割合", "tier");

    /// <summary>前提.</summary>
    public static ChangeKind PrerequisitesChanged { get; } = Payee("D304", "prerequisites", "前提", "prerequisites");

    /// <summary>時点, other than its year moving on with the framework's.</summary>
    public static ChangeKind PeriodChanged { get; } = Meaning("D305", "period", "時点", "period");

    /// <summary>The measure of a ranking.</summary>
    public static ChangeKind MeasureChanged { get; } = Payee("D401", "measure", "順位の指標値", "measure of the ranking");

    /// <summary>高い順 or 低い順.</summary>
    public static ChangeKind DirectionChanged { get; } = Payee("D402", "direction", "順位の向き", "direction of the ranking");

    /// <summary>母集団.</summary>
    public static ChangeKind PopulationChanged { get; } = Payee("D403", "population", "順位の母集団", "population of the ranking");

    /// <summary>同点.</summary>
    public static ChangeKind TiesChanged { get; } = Payee("D404", "ties", "同点の扱い", "ties");

    /// <summary>端数 of the number in a tier.</summary>
    public static ChangeKind RoundingChanged { get; } = Payee("D405", "rounding", "順位の端数", "rounding of the tier's number");

    /// <summary>A ranking at a node that had none.</summary>
    public static ChangeKind RankingAdded { get; } = Payee("D406", "ranking-added", "順位の追加", "ranking added");

    /// <summary>No ranking at a node that had one.</summary>
    public static ChangeKind RankingRemoved { get; } = Payee("D407", "ranking-removed", "順位の削除", "ranking removed");

    /// <summary>An attribute or input that the old framework did not ask for.</summary>
    public static ChangeKind ColumnAdded { get; } = Meaning("D501", "column-added", "入力・属性の追加", "input or attribute added");

    /// <summary>An attribute or input that is no longer asked for.</summary>
    public static ChangeKind ColumnRemoved { get; } = Meaning("D502", "column-removed", "入力・属性の削除", "input or attribute removed");

    /// <summary>A key, name, attribute or input under another label; the headers of the data change.</summary>
    public static ChangeKind ColumnRenamed { get; } = Meaning("D503", "column-renamed", "入力・属性の改名", "input or attribute renamed");

    /// <summary>The type of an attribute or input.</summary>
    public static ChangeKind ColumnTypeChanged { get; } = Payee("D504", "column-type", "型", "type");

    /// <summary>The unit in which bare numbers are read.</summary>
    public static ChangeKind ColumnUnitChanged { get; } = Payee("D505", "column-unit", "単位", "unit");

    /// <summary>The members of an enumeration (種別).</summary>
    public static ChangeKind ColumnMembersChanged { get; } = Meaning("D506", "column-members", "種別の値", "members of the enumeration");

    /// <summary>The entity that a reference names.</summary>
    public static ChangeKind ColumnEntityChanged { get; } = Meaning("D507", "column-entity", "参照する対象", "entity referred to");

    /// <summary>定数: the value.</summary>
    public static ChangeKind ConstantChanged { get; } = Payee("D601", "constant", "定数の値", "value of the constant");

    /// <summary>A constant that is used now.</summary>
    public static ChangeKind ConstantAdded { get; } = Meaning("D602", "constant-added", "定数の追加", "constant added");

    /// <summary>A constant that is no longer used.</summary>
    public static ChangeKind ConstantRemoved { get; } = Meaning("D603", "constant-removed", "定数の削除", "constant removed");
}
