using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Everything a set of <c>.kaigo</c> files says, ready to run.</summary>
/// <param name="Frameworks">In evaluation order: a framework that aggregates another comes after it.</param>
/// <param name="Published">公表値, to be compared with what is computed.</param>
/// <param name="Tests">試験.</param>
public sealed record ProgramPlan(
    EquatableArray<FrameworkPlan> Frameworks,
    EquatableArray<PublishedPlan> Published,
    EquatableArray<TestPlan> Tests)
{
    /// <summary>The ground of formulas, decisions and allocations: one for each framework whose entity has some, then one for each entity without a framework.</summary>
    public EquatableArray<RulesPlan> Rules { get; init; } = EquatableArray<RulesPlan>.Empty;

    /// <summary>配分, in an order in which each comes after those that spill into it.</summary>
    public EquatableArray<AllocationPlan> Allocations { get; init; } = EquatableArray<AllocationPlan>.Empty;

    /// <summary>割合表.</summary>
    public EquatableArray<ShareTablePlan> ShareTables { get; init; } = EquatableArray<ShareTablePlan>.Empty;
}
