namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// A ranking named in rules or allocations. A row's standing is 1 + the number of ranked rows strictly better; rows whose value is
/// missing or for which <paramref name="Population"/> is not true have none. Comparison is exact.
/// </summary>
/// <param name="Index">Position in <see cref="RulesPlan.Standings"/>.</param>
/// <param name="Label">As written; the name of the standing in expressions.</param>
/// <param name="Owner">Label of the decision or allocation that declares it; <see langword="null"/> when declared at top level.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Value">The measure.</param>
/// <param name="Direction">Which end is best.</param>
/// <param name="Population">母集団; <see langword="null"/> for all.</param>
/// <param name="Text">The measure as written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record StandingPlan(
    int Index,
    string Label,
    string? Owner,
    string Identifier,
    ExpressionPlan Value,
    RankDirection Direction,
    ExpressionPlan? Population,
    string Text,
    PlanLocation Location);
