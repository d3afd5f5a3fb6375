namespace KaigoDsl.Compiler.Lowering;

/// <summary>再配分: what caps cut off is divided again, each round among those then below their cap; what rounding leaves is not offered again.</summary>
/// <param name="Weight">By what; <see langword="null"/> for the proposed amounts (案) in the whole, for the pool's own weights in a 枠.</param>
/// <param name="Rounds">How often; <see langword="null"/> for 収束まで, until nothing is left or everyone is capped.</param>
/// <param name="Members">対象: who takes part, besides being payable; <see langword="null"/> for everyone below the cap (上限未満).</param>
/// <param name="Location">Where it is written.</param>
public sealed record RedistributionPlan(ExpressionPlan? Weight, int? Rounds, ExpressionPlan? Members, PlanLocation Location);
