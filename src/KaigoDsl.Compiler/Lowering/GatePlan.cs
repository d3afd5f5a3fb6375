namespace KaigoDsl.Compiler.Lowering;

/// <summary>交付要件: who may be paid.</summary>
/// <param name="Decision">Index into <see cref="RulesPlan.Decisions"/>.</param>
/// <param name="Effect">What happens to the share of whoever may not.</param>
/// <param name="Location">Where it is written.</param>
public sealed record GatePlan(int Decision, GateEffect Effect, PlanLocation Location);
