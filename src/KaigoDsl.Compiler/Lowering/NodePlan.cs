using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A node of the framework's tree. Its score slot has the same index as the node.</summary>
/// <param name="Index">Position in <see cref="FrameworkPlan.Nodes"/>; also its score slot.</param>
/// <param name="Parent">Index of the parent; -1 for the framework (index 0) and for the root of a shared group. The parent of a 集計 is the framework, whose children it is not among.</param>
/// <param name="Kind">Its level.</param>
/// <param name="Label">As written: 推進, Ⅰ, 1, ア, ①.</param>
/// <param name="Path">Labels from below the framework (or from the shared group) joined by dots: <c>推進.Ⅰ.体制.1.ア</c>; empty for the framework.</param>
/// <param name="Identifier">Its C# member name, unique among its siblings.</param>
/// <param name="Title">As written, without the brackets.</param>
/// <param name="Rule">How it gets its points.</param>
/// <param name="FullMark">Its full mark in 点; <see langword="null"/> when 配点未確認.</param>
/// <param name="Cap">最大 N点, when stated.</param>
/// <param name="Children">Indexes of its children in written order.</param>
/// <param name="Reference">For <see cref="ScoreRule.Reference"/>: the root of the shared group; otherwise -1.</param>
/// <param name="Terms">For <see cref="ScoreRule.Total"/>: the nodes summed; otherwise empty.</param>
/// <param name="Item">For items: index into <see cref="FrameworkPlan.Items"/>; otherwise -1.</param>
/// <param name="Ranking">The 順位 declared at this node: index into <see cref="FrameworkPlan.Rankings"/>; otherwise -1.</param>
/// <param name="PointsColumn">For <see cref="ScoreRule.Input"/> and <see cref="ScoreRule.Unconfirmed"/>: the column; otherwise -1.</param>
/// <param name="MayBeUnknown">Whether its score can be unknown for some data (a points column below it).</param>
/// <param name="Period">時点 in force here, e.g. <c>2024年度 予定を含む</c>; inherited from above; <see langword="null"/> when not known.</param>
/// <param name="Source">出典 in force here.</param>
/// <param name="Assumptions">仮定 written at this node.</param>
/// <param name="Lineage">旧, 新設, 統合 and 分割 as written.</param>
/// <param name="Documentation">The text of its <c>///</c> comment.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record NodePlan(
    int Index,
    int Parent,
    NodeKind Kind,
    string Label,
    string Path,
    string Identifier,
    string? Title,
    ScoreRule Rule,
    int? FullMark,
    int? Cap,
    EquatableArray<int> Children,
    int Reference,
    EquatableArray<int> Terms,
    int Item,
    int Ranking,
    int PointsColumn,
    bool MayBeUnknown,
    string? Period,
    string? Source,
    EquatableArray<string> Assumptions,
    EquatableArray<LineagePlan> Lineage,
    string? Documentation,
    PlanLocation Location);
