using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>One published figure about an allocation beside the computed one.</summary>
/// <param name="Block">The block (公表値) it is written in.</param>
/// <param name="Value">The figure as published.</param>
/// <param name="Place">What it is about: <c>配分.推進.基本.1</c>.</param>
/// <param name="Outcome">Whether they agree; never <see cref="PublishedOutcome.Consistent"/> or <see cref="PublishedOutcome.Contradicted"/>.</param>
/// <param name="Computed">The computed figure, in 円 or a count, exact; missing when not computable.</param>
public sealed record PublishedAmountComparison(PublishedPlan Block, PublishedAmount Value, string Place, PublishedOutcome Outcome, Rational Computed);
