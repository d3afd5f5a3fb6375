using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <content>Rules.</content>
public static partial class PlanRewriter
{
    /// <summary>The same rules with every place replaced by none.</summary>
    public static RulesPlan WithoutLocations(this RulesPlan plan) => plan.WithPrintedLocationsOnly() with
    {
        Formulas = plan.Formulas.Select(formula => formula with { Location = PlanLocation.None }).ToImmutableArray(),
        Standings = plan.Standings.Select(standing => standing with { Location = PlanLocation.None }).ToImmutableArray(),
        Decisions = plan.Decisions
            .Select(decision => decision with
            {
                Location = PlanLocation.None,
                Clauses = decision.Clauses.Select(clause => clause with { Location = PlanLocation.None }).ToImmutableArray(),
            })
            .ToImmutableArray(),
    };

    /// <summary>
    /// The same rules with only the places that a line directive prints: those of formulas, standings and clauses. Of columns the names and types
    /// stay: the table is printed with the framework, or from the ground of the rules.
    /// </summary>
    public static RulesPlan WithPrintedLocationsOnly(this RulesPlan plan) => plan with
    {
        Location = PlanLocation.None,
        Columns = Named(plan.Columns),
        Constants = WithoutLocations(plan.Constants),
        StepTables = plan.StepTables.Select(table => table with { Location = PlanLocation.None }).ToImmutableArray(),
        Decisions = plan.Decisions.Select(decision => decision with { Location = PlanLocation.None }).ToImmutableArray(),
    };

    /// <summary>The same tables without places.</summary>
    public static EquatableArray<ShareTablePlan> WithoutLocations(this EquatableArray<ShareTablePlan> tables) =>
        tables.Select(table => table with { Location = PlanLocation.None }).ToImmutableArray();

    /// <summary>The same rules without what only documents them. Names, units and expressions stay.</summary>
    public static RulesPlan WithoutTexts(this RulesPlan plan) => plan with
    {
        Columns = Named(plan.Columns),
        Formulas = plan.Formulas
            .Select(formula => formula with { Title = null, Text = string.Empty, Source = null, Assumptions = ImmutableArray<string>.Empty, Documentation = null })
            .ToImmutableArray(),
        Standings = plan.Standings.Select(standing => standing with { Text = string.Empty }).ToImmutableArray(),
        Decisions = plan.Decisions
            .Select(decision => decision with
            {
                Title = null,
                Source = null,
                Assumptions = ImmutableArray<string>.Empty,
                Documentation = null,
                Clauses = decision.Clauses
                    .Select(clause => clause with { Title = null, Text = string.Empty, Assumptions = ImmutableArray<string>.Empty })
                    .ToImmutableArray(),
            })
            .ToImmutableArray(),
    };

    /// <summary>The same allocation with every place replaced by none.</summary>
    public static AllocationPlan WithoutLocations(this AllocationPlan plan) => plan with
    {
        Location = PlanLocation.None,
        Gates = plan.Gates.Select(gate => gate with { Location = PlanLocation.None }).ToImmutableArray(),
        Transition = plan.Transition is { } transition ? transition with { Location = PlanLocation.None } : null,
        Redistribution = WithoutLocation(plan.Redistribution),
        Residue = plan.Residue with { Location = PlanLocation.None },
        Pools = plan.Pools
            .Select(pool => pool with
            {
                Location = PlanLocation.None,
                Conditions = pool.Conditions.Select(condition => condition with { Location = PlanLocation.None }).ToImmutableArray(),
                Classes = pool.Classes is { } classes ? classes with { Location = PlanLocation.None } : null,
                Redistribution = WithoutLocation(pool.Redistribution),
                Residue = pool.Residue is { } residue ? residue with { Location = PlanLocation.None } : null,
            })
            .ToImmutableArray(),
    };

    private static RedistributionPlan? WithoutLocation(RedistributionPlan? plan) => plan is null ? null : plan with { Location = PlanLocation.None };
}
