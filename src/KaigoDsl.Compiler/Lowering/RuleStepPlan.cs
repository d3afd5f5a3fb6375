namespace KaigoDsl.Compiler.Lowering;

/// <summary>One step of the evaluation of rules, run over the whole table.</summary>
public abstract record RuleStepPlan;

/// <summary>Evaluates a formula.</summary>
/// <param name="Formula">Index into <see cref="RulesPlan.Formulas"/>.</param>
public sealed record FormulaStep(int Formula) : RuleStepPlan;

/// <summary>Ranks the rows by a standing's value.</summary>
/// <param name="Standing">Index into <see cref="RulesPlan.Standings"/>.</param>
public sealed record StandingStep(int Standing) : RuleStepPlan;

/// <summary>Takes a decision for every row.</summary>
/// <param name="Decision">Index into <see cref="RulesPlan.Decisions"/>.</param>
public sealed record DecisionStep(int Decision) : RuleStepPlan;
