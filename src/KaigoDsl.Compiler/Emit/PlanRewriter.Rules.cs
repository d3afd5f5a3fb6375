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

    /// <summary>The same rules with only the places that a line directive prints: those of formulas, standings and clauses.</summary>
    public static RulesPlan WithPrintedLocationsOnly(this RulesPlan plan) => plan with
    {
        Location = PlanLocation.None,
        Columns = WithoutLocations(plan.Columns),
        Constants = WithoutLocations(plan.Constants),
        StepTables = plan.StepTables.Select(table => table with { Location = PlanLocation.None }).ToImmutableArray(),
        Decisions = plan.Decisions.Select(decision => decision with { Location = PlanLocation.None }).ToImmutableArray(),
    };

    /// <summary>The same tables without places.</summary>
    public static EquatableArray<ShareTablePlan> WithoutLocations(this EquatableArray<ShareTablePlan> tables) =>
        tables.Select(table => table with { Location = PlanLocation.None }).ToImmutableArray();
}
