using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// An evaluation framework (評価体系) ready to run: what the engine interprets and what the emitter prints. A value: two plans are
/// equal when they mean the same, wherever their source's blanks and comments are.
/// </summary>
public sealed record FrameworkPlan
{
    /// <summary>Year and entity as written: <c>令和7年度 市町村</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The fiscal year, Western: 2025.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Short era form: <c>R7</c>; used in namespaces and <c>--year</c>.</summary>
    public required string YearCode { get; init; }

    /// <summary>Label of the entity evaluated: 市町村.</summary>
    public required string Entity { get; init; }

    /// <summary>C# stem of the entity: <c>Municipality</c>, <c>Prefecture</c>, or the label made an identifier.</summary>
    public required string EntityIdentifier { get; init; }

    /// <summary>The framework's title.</summary>
    public required string? Title { get; init; }

    /// <summary>The table's columns: key, name (if declared), attributes, inputs, answers and points.</summary>
    public required EquatableArray<ColumnPlan> Columns { get; init; }

    /// <summary>The tree in pre-order, the framework first; the trees of shared groups it uses follow, then its 集計.</summary>
    public required EquatableArray<NodePlan> Nodes { get; init; }

    /// <summary>The items in the order of their nodes.</summary>
    public required EquatableArray<ItemPlan> Items { get; init; }

    /// <summary>The rankings.</summary>
    public required EquatableArray<RankingPlan> Rankings { get; init; }

    /// <summary>The constants its expressions use.</summary>
    public required EquatableArray<ConstantPlan> Constants { get; init; }

    /// <summary>Evaluation order.</summary>
    public required EquatableArray<StepPlan> Steps { get; init; }

    /// <summary>Number of score slots: one per node, then the shadow slots of <c>除く この指標</c>.</summary>
    public required int SlotCount { get; init; }

    /// <summary>What the shadow slots hold; the first one's slot is the number of nodes.</summary>
    public EquatableArray<ShadowPlan> Shadows { get; init; }

    /// <summary>Where it is declared.</summary>
    public required PlanLocation Location { get; init; }
}
