namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// 激変緩和: amount = (1 − <paramref name="Share"/>) × new + <paramref name="Share"/> × <paramref name="Previous"/>. The blended amounts need not add up to what
/// was to be divided: with <paramref name="Normalised"/> one common factor makes them; without it a sum above the budget refuses the run and a
/// sum below it leaves a residue.
/// </summary>
/// <param name="Previous">Last year's amount in yen; missing counts as no last year, and the new amount stands (listed).</param>
/// <param name="Share">The part of last year's amount, made of numbers and constants; at least 0, at most 1.</param>
/// <param name="Normalised">総額に合わせる.</param>
/// <param name="Text">As written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record TransitionPlan(ExpressionPlan Previous, ExpressionPlan Share, bool Normalised, string Text, PlanLocation Location);
