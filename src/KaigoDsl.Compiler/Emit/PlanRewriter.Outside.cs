using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <content>A framework as code outside its own names it.</content>
public static partial class PlanRewriter
{
    // Asked for by the framework's rules, each of its allocations and every framework that aggregates it.
    private static readonly ConditionalWeakTable<FrameworkPlan, FrameworkPlan> SeenFromOutsideOf = new();

    /// <summary>
    /// The same plan with only what the code of other frameworks, of rules and of allocations depends on: the names and types of its columns,
    /// the names of its nodes, items and constants, and which of its scores can be unknown. How it scores is left out.
    /// </summary>
    public static FrameworkPlan SeenFromOutside(this FrameworkPlan plan) => SeenFromOutsideOf.GetValue(plan, static seen => Outline(seen));

    /// <summary>The same plan with only what the code of its table depends on: columns, and the most points that may stand in one.</summary>
    public static FrameworkPlan SeenByTable(this FrameworkPlan plan) => plan with
    {
        Title = null,
        Location = PlanLocation.None,
        Columns = WithoutLocations(plan.Columns),
        Nodes = plan.Nodes.Select(node => Named(node) with { FullMark = node.FullMark }).ToImmutableArray(),
        Items = EquatableArray<ItemPlan>.Empty,
        Rankings = EquatableArray<RankingPlan>.Empty,
        Constants = EquatableArray<ConstantPlan>.Empty,
        Steps = EquatableArray<StepPlan>.Empty,
        Shadows = EquatableArray<ShadowPlan>.Empty,
        SlotCount = 0,
    };

    private static FrameworkPlan Outline(FrameworkPlan plan) => plan with
    {
        Title = null,
        Location = PlanLocation.None,
        Columns = Named(plan.Columns),
        Nodes = plan.Nodes.Select(Named).ToImmutableArray(),
        Items = plan.Items
            .Select(item => new ItemPlan(item.Index, item.Node, 0, ConditionKind.Answer, -1, -1, -1, null, EquatableArray<int>.Empty, PlanLocation.None))
            .ToImmutableArray(),
        Rankings = EquatableArray<RankingPlan>.Empty,
        Constants = plan.Constants
            .Select(constant => new ConstantPlan(constant.Name, constant.Identifier, ExactNumber.Zero, string.Empty, EquatableArray<string>.Empty))
            .ToImmutableArray(),
        Steps = plan.Steps.Select(WithoutPoints).OfType<StepPlan>().ToImmutableArray(),
    };

    /// <summary>A node with its place in the tree and the name it has there.</summary>
    private static NodePlan Named(NodePlan node) => new(
        node.Index, node.Parent, node.Kind, string.Empty, string.Empty, node.Identifier, null, ScoreRule.Sum, null, null, EquatableArray<int>.Empty, -1,
        EquatableArray<int>.Empty, -1, -1, -1, false, null, null, EquatableArray<string>.Empty, EquatableArray<LineagePlan>.Empty, null, PlanLocation.None);

    /// <summary>Columns with the names and types that code prints where it reads them.</summary>
    private static EquatableArray<ColumnPlan> Named(EquatableArray<ColumnPlan> columns) => columns
        .Select(column => new ColumnPlan(
            column.Index, column.Kind, column.Type, column.Name, column.Identifier, EquatableArray<string>.Empty, false, string.Empty, ExactNumber.One,
            EquatableArray<string>.Empty, string.Empty, 0, column.Node, null, EquatableArray<string>.Empty))
        .ToImmutableArray();

    // Which score can be unknown follows from the steps that pass points on.
    private static StepPlan? WithoutPoints(StepPlan step) => step switch
    {
        PointsStep => step,
        SumStep sum => sum with { Cap = null },
        BestStep best => new BestStep(
            best.Target, best.Candidates.Select(c => new SeriesCandidate(c.Slot, -1, EquatableArray<int>.Empty)).ToImmutableArray(), null, false),
        _ => null,
    };
}
