using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Takes out of a plan what the emitted code does not depend on, so that equal code comes from equal plans.</summary>
public static partial class PlanRewriter
{
    /// <summary>
    /// The same plan with every <see cref="PlanLocation"/> replaced by <see cref="PlanLocation.None"/>: without line directives
    /// a moved line must not look like a change.
    /// </summary>
    public static FrameworkPlan WithoutLocations(this FrameworkPlan plan) => plan with
    {
        Location = PlanLocation.None,
        Columns = WithoutLocations(plan.Columns),
        Constants = WithoutLocations(plan.Constants),
        Nodes = plan.Nodes.Select(node => node with { Location = PlanLocation.None }).ToImmutableArray(),
        Items = plan.Items.Select(item => item with { Location = PlanLocation.None }).ToImmutableArray(),
        Rankings = plan.Rankings.Select(ranking => ranking with { Location = PlanLocation.None }).ToImmutableArray(),
    };

    /// <summary>
    /// The same plan with only the locations that a line directive prints: those of conditions that are expressions and of
    /// rankings. A line inserted between two answered items then changes nothing.
    /// </summary>
    public static FrameworkPlan WithPrintedLocationsOnly(this FrameworkPlan plan) => plan with
    {
        Location = PlanLocation.None,
        Columns = WithoutLocations(plan.Columns),
        Constants = WithoutLocations(plan.Constants),
        Nodes = plan.Nodes.Select(node => node with { Location = PlanLocation.None }).ToImmutableArray(),
        Items = plan.Items
            .Select(item => item.Condition == ConditionKind.Expression ? item : item with { Location = PlanLocation.None })
            .ToImmutableArray(),
    };

    /// <summary>The same plan without what only documents it: titles, notes, lineage. Names, rules and steps stay.</summary>
    public static FrameworkPlan WithoutTexts(this FrameworkPlan plan) => plan with
    {
        Title = null,
        Columns = plan.Columns
            .Select(column => column with { Title = null, Aliases = ImmutableArray<string>.Empty, Assumptions = ImmutableArray<string>.Empty })
            .ToImmutableArray(),
        Nodes = plan.Nodes
            .Select(node => node with
            {
                Title = null,
                Period = null,
                Source = null,
                Assumptions = ImmutableArray<string>.Empty,
                Lineage = ImmutableArray<LineagePlan>.Empty,
                Documentation = null,
            })
            .ToImmutableArray(),
    };

    private static ImmutableArray<ColumnPlan> WithoutLocations(IEnumerable<ColumnPlan> columns) =>
        columns.Select(column => column with { Location = PlanLocation.None }).ToImmutableArray();

    private static ImmutableArray<ConstantPlan> WithoutLocations(IEnumerable<ConstantPlan> constants) =>
        constants.Select(constant => constant with { Location = PlanLocation.None }).ToImmutableArray();
}
