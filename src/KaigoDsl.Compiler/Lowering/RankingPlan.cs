using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// 順位: entities of the population whose value exists are ordered by it, best first; N is their number. Comparison is exact.
/// </summary>
/// <param name="Index">Position in <see cref="FrameworkPlan.Rankings"/>.</param>
/// <param name="Node">The node that declares it.</param>
/// <param name="Value">The measure.</param>
/// <param name="Direction">Which end is best.</param>
/// <param name="Population">母集団: only entities for which this is true are ranked; <see langword="null"/> for all.</param>
/// <param name="Ties">What happens at the cut-off.</param>
/// <param name="Rounding">How q·N becomes k.</param>
/// <param name="Tiers">The tiers used by its items.</param>
/// <param name="Text">The measure as written, for explanations.</param>
/// <param name="Location">Where it is written.</param>
public sealed record RankingPlan(
    int Index,
    int Node,
    ExpressionPlan Value,
    RankDirection Direction,
    ExpressionPlan? Population,
    TieRule Ties,
    CountRounding Rounding,
    EquatableArray<TierPlan> Tiers,
    string Text,
    PlanLocation Location);
