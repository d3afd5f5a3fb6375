using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Compares published figures (公表値) with computed ones. A figure printed with precision p stands for the half-open interval [v − p, v + p);
/// the comparison is exact.
/// </summary>
public static class PublishedCheck
{
    /// <summary>Compares every figure about a framework, in written order.</summary>
    /// <param name="program">The program with the figures.</param>
    /// <param name="framework">Index of the framework.</param>
    /// <param name="evaluation">Its evaluation.</param>
    public static ImmutableArray<PublishedComparison> Run(ProgramPlan program, int framework, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(program);
        var statistics = FrameworkStatistics.Create(evaluation);
        return
        [
            .. program.Published
                .Where(block => block.Framework == framework)
                .SelectMany(block => block.Values.Select(value => Compare(block, value, statistics.Nodes[value.Node]))),
        ];
    }

    /// <summary>Compares every figure of a program about the frameworks that were evaluated.</summary>
    public static ImmutableArray<PublishedComparison> Run(ProgramEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return
        [
            .. Enumerable.Range(0, evaluation.Frameworks.Length).SelectMany(framework =>
                evaluation.Frameworks[framework] is { } evaluated ? Run(evaluation.Program, framework, evaluated) : []),
        ];
    }

    private static PublishedComparison Compare(PublishedPlan block, PublishedValue value, NodeStatistics statistics)
    {
        var computed = Compute(value.Statistic, statistics);
        var outcome = computed.IsMissing ? PublishedOutcome.NotComputable
            : StandsFor(value, computed) ? PublishedOutcome.Agrees
            : PublishedOutcome.Disagrees;
        return new PublishedComparison(block, value, statistics.Node, outcome, computed, statistics.UnknownCount);
    }

    private static Rational Compute(StatisticKind kind, NodeStatistics statistics) => kind switch
    {
        StatisticKind.EntityCount => statistics.Scores.Count,
        StatisticKind.MetCount => statistics.MetCount is { } met ? met : Rational.Missing,
        StatisticKind.Mean => statistics.Scores.Mean,
        StatisticKind.Median => statistics.Scores.Median,
        StatisticKind.StandardDeviation => statistics.Scores.Variance,
        StatisticKind.Rate => statistics.Rate,
        StatisticKind.Maximum => statistics.Scores.Maximum,
        StatisticKind.Minimum => statistics.Scores.Minimum,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool StandsFor(PublishedValue published, Rational computed)
    {
        var (value, precision) = (published.Value.ToRational(), published.Precision.ToRational());
        var (low, high) = (value - precision, value + precision);

        // A count is printed whole: precision 0 leaves one value, not an empty interval.
        return published.Statistic == StatisticKind.StandardDeviation
            ? Runtime.Statistics.CompareSquareRoot(computed, low) >= 0
                && (Runtime.Statistics.CompareSquareRoot(computed, high) < 0 || (precision.Sign == 0 && Runtime.Statistics.CompareSquareRoot(computed, value) == 0))
            : computed.CompareTo(low) >= 0 && (computed.CompareTo(high) < 0 || computed == value);
    }
}
