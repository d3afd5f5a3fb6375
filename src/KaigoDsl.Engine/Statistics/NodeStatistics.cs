using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Figures about one node over a set of rows.</summary>
/// <param name="Node">The node.</param>
/// <param name="Scores">Count of known scores, mean, median, variance, minimum and maximum, in 点.</param>
/// <param name="UnknownCount">How many rows are left out because their score is not known.</param>
/// <param name="MetCount">For an item: how many rows score it (met, and its series booked); otherwise <see langword="null"/>.</param>
public sealed record NodeStatistics(NodePlan Node, Summary Scores, int UnknownCount, int? MetCount)
{
    /// <summary>得点率: mean ÷ full mark; missing when there is no score or no known full mark.</summary>
    public Rational Rate => Node.FullMark is { } fullMark ? Scores.Rate(fullMark) : Rational.Missing;

    /// <summary>平均 in 点, rounded exactly; empty when there is no score.</summary>
    public string MeanText(int decimals = 1) => Scores.Mean.ToDecimalString(decimals);

    /// <summary>中央値 in 点, rounded exactly; empty when there is no score.</summary>
    public string MedianText(int decimals = 1) => Scores.Median.ToDecimalString(decimals);

    /// <summary>標準偏差 in 点, rounded exactly; empty when there is no score.</summary>
    public string StandardDeviationText(int decimals = 1) => Scores.StandardDeviation(decimals);

    /// <summary>得点率 in percent without its sign, rounded exactly; empty when there is none.</summary>
    public string RateText(int decimals = 1) => (Rate * 100).ToDecimalString(decimals);
}
