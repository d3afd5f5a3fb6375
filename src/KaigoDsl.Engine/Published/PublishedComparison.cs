using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>One published figure beside the computed one.</summary>
/// <param name="Block">The block (公表値) it is written in: edition and source.</param>
/// <param name="Value">The figure as published.</param>
/// <param name="Node">The node it is about.</param>
/// <param name="Outcome">Whether they agree.</param>
/// <param name="Computed">
/// The computed figure in base units, exact; for 標準偏差 its square. Missing when not computable.
/// </param>
/// <param name="UnknownCount">How many rows are left out of the computed figure because their score is unknown.</param>
public sealed record PublishedComparison(
    PublishedPlan Block,
    PublishedValue Value,
    NodePlan Node,
    PublishedOutcome Outcome,
    Rational Computed,
    int UnknownCount)
{
    /// <summary>The computed figure in base units, rounded exactly; empty when not computable.</summary>
    public string ComputedText(int decimals) => Value.Statistic == StatisticKind.StandardDeviation
        ? Runtime.Statistics.SquareRoot(Computed, decimals)
        : Computed.ToDecimalString(decimals);
}
