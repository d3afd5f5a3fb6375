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
                .SelectMany(block => block.Subject is { } subject ? CompareEntity(block, subject, statistics, evaluation) : CompareAll(block, statistics, evaluation)),
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

    /// <summary>Whether figures are about as many entities as there are: those over 1,741 say nothing about a table of five.</summary>
    internal static bool IsAboutAll(PublishedPlan block, int count) =>
        block.Values.FirstOrDefault(v => v.Node == 0 && v.Statistic == StatisticKind.EntityCount) is not { } stated || StandsFor(stated, count);

    /// <summary>The row of a key or name; −1 when it is not in the data.</summary>
    internal static int FindRow(FrameworkPlan plan, EntityTable table, string subject)
    {
        foreach (var column in plan.Columns.Where(c => c.Kind is Compiler.Lowering.ColumnKind.Key or Compiler.Lowering.ColumnKind.Name))
        {
            var texts = table.Texts(column.Index);
            for (var row = 0; row < texts.Count; row++)
            {
                if (string.Equals(texts[row], subject, StringComparison.Ordinal))
                {
                    return row;
                }
            }
        }

        return -1;
    }

    private static IEnumerable<PublishedComparison> CompareAll(PublishedPlan block, FrameworkStatistics statistics, Evaluation evaluation)
    {
        var sameEntities = IsAboutAll(block, evaluation.Table.Count);
        foreach (var value in block.Values)
        {
            var node = statistics.Nodes[value.Node];
            var computed = sameEntities ? Compute(value.Statistic, node) : Rational.Missing;
            yield return Judge(block, value, node, computed, evaluation.Plan);
        }
    }

    private static IEnumerable<PublishedComparison> CompareEntity(
        PublishedPlan block, string subject, FrameworkStatistics statistics, Evaluation evaluation)
    {
        var row = FindRow(evaluation.Plan, evaluation.Table, subject);
        foreach (var value in block.Values)
        {
            var computed = row < 0 ? Rational.Missing : Compute(value, statistics, evaluation, row);
            yield return Judge(block, value, statistics.Nodes[value.Node], computed, evaluation.Plan);
        }
    }

    private static PublishedComparison Judge(
        PublishedPlan block, PublishedValue value, NodeStatistics statistics, Rational computed, FrameworkPlan plan)
    {
        var outcome = computed.IsMissing ? PublishedConsistency.Judge(plan, block, value)
            : StandsFor(value, computed) ? PublishedOutcome.Agrees
            : PublishedOutcome.Disagrees;
        return new PublishedComparison(block, value, statistics.Node, outcome, computed, statistics.UnknownCount);
    }

    private static Rational Compute(PublishedValue value, FrameworkStatistics statistics, Evaluation evaluation, int row)
    {
        var score = evaluation.Score(value.Node)[row];
        if (score == ScoreColumn.Unknown)
        {
            return Rational.Missing;
        }

        return value.Statistic switch
        {
            StatisticKind.Score => score,
            StatisticKind.Rate => statistics.Nodes[value.Node].Node.FullMark is { } mark && mark > 0 ? Rational.Create(score, mark) : Rational.Missing,
            StatisticKind.Rank => statistics.Ranks(value.Node)[row],
            _ => Rational.Missing,
        };
    }

    private static Rational Compute(StatisticKind kind, NodeStatistics statistics) => kind switch
    {
        // 団体数 alone is about the entities, whatever is known of their scores.
        StatisticKind.EntityCount => statistics.Scores.Count + (statistics.Node.Index == 0 ? statistics.UnknownCount : 0),
        StatisticKind.MetCount => statistics.MetCount is { } met ? met : Rational.Missing,
        StatisticKind.Mean => statistics.Scores.Mean,
        StatisticKind.Median => statistics.Scores.Median,
        StatisticKind.StandardDeviation => statistics.Scores.Variance,
        StatisticKind.Rate => statistics.Rate,
        StatisticKind.Maximum => statistics.Scores.Maximum,
        StatisticKind.Minimum => statistics.Scores.Minimum,
        StatisticKind.Score or StatisticKind.Rank => Rational.Missing,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool StandsFor(PublishedValue published, Rational computed)
    {
        if (published.Statistic != StatisticKind.StandardDeviation)
        {
            return new PublishedRange(published.Value, published.Precision).Contains(computed);
        }

        var (value, precision) = (published.Value.ToRational(), published.Precision.ToRational());
        return Runtime.Statistics.CompareSquareRoot(computed, value) == 0
            || (Runtime.Statistics.CompareSquareRoot(computed, value - precision) >= 0 && Runtime.Statistics.CompareSquareRoot(computed, value + precision) < 0);
    }
}
