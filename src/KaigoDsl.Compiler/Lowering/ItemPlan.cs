using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// An item (項目): worth its points or nothing. It is met when its condition is true and every prerequisite is met. A reported
/// answer in <paramref name="AnswerColumn"/> overrides a computed condition (but not a prerequisite); 未報告 overrides nothing.
/// A tier is true for rows in it, false for rows ranked outside it or outside the population, and unknown where the measure is
/// missing or the population unknown.
/// </summary>
/// <param name="Index">Position in <see cref="FrameworkPlan.Items"/>.</param>
/// <param name="Node">Its node.</param>
/// <param name="Points">What it is worth, in 点.</param>
/// <param name="Condition">What decides.</param>
/// <param name="AnswerColumn">The column of its answer (required for <see cref="ConditionKind.Answer"/>) or of its override (optional).</param>
/// <param name="Ranking">For a tier: the ranking; otherwise -1.</param>
/// <param name="Tier">For a tier: index into <see cref="RankingPlan.Tiers"/>; otherwise -1.</param>
/// <param name="Expression">For an expression: a truth expression.</param>
/// <param name="Prerequisites">前提: items that must be met as well.</param>
/// <param name="Location">Where the condition is written.</param>
public sealed record ItemPlan(
    int Index,
    int Node,
    int Points,
    ConditionKind Condition,
    int AnswerColumn,
    int Ranking,
    int Tier,
    ExpressionPlan? Expression,
    EquatableArray<int> Prerequisites,
    PlanLocation Location);
