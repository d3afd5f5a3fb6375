using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// A decision (判定): the first clause that holds decides, and is the reason. A clause whose condition is unknown is passed over but
/// remembered: when a later clause decides the same way (該当 or 非該当) that clause is the reason; when it would decide the other way, the
/// outcome is unknown. With no clause left the decision is <see cref="ClausePlan.Met"/> of the last one, which has no condition.
/// </summary>
/// <param name="Index">Position in <see cref="RulesPlan.Decisions"/>.</param>
/// <param name="Label">As written.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Title">As written, without the brackets.</param>
/// <param name="Clauses">In order; the last, and only the last, has no condition.</param>
/// <param name="Columns">Columns it reads, directly or through other rules, ascending.</param>
/// <param name="Source">出典.</param>
/// <param name="Assumptions">仮定.</param>
/// <param name="Documentation">The text of its <c>///</c> comment.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record DecisionPlan(
    int Index,
    string Label,
    string Identifier,
    string? Title,
    EquatableArray<ClausePlan> Clauses,
    EquatableArray<int> Columns,
    string? Source,
    EquatableArray<string> Assumptions,
    string? Documentation,
    PlanLocation Location);
