using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Checks published figures against each other where the data cannot: a rate must be reachable from the mean printed beside it, a mean from
/// the means of the parts. Every figure stands for its interval; intervals that meet are consistent.
/// </summary>
internal static class PublishedConsistency
{
    /// <summary><see cref="PublishedOutcome.Consistent"/>, <see cref="PublishedOutcome.Contradicted"/>, or not computable when nothing is printed beside it.</summary>
    public static PublishedOutcome Judge(FrameworkPlan plan, PublishedPlan block, PublishedValue value)
    {
        var implied = value.Statistic switch
        {
            StatisticKind.Rate => FromMean(plan, block, value.Node),
            StatisticKind.Mean => FromParts(plan, block, value.Node),
            _ => null,
        };
        if (implied is not { } range)
        {
            return PublishedOutcome.NotComputable;
        }

        var printed = Interval.Of(value);
        return printed.Low.CompareTo(range.High) <= 0 && range.Low.CompareTo(printed.High) <= 0
            ? PublishedOutcome.Consistent
            : PublishedOutcome.Contradicted;
    }

    private static Interval? FromMean(FrameworkPlan plan, PublishedPlan block, int node)
    {
        if (plan.Nodes[node].FullMark is not { } mark || mark == 0 || Find(block, node, StatisticKind.Mean) is not { } mean)
        {
            return null;
        }

        var range = Interval.Of(mean);
        return new Interval(range.Low / mark, range.High / mark);
    }

    private static Interval? FromParts(FrameworkPlan plan, PublishedPlan block, int node)
    {
        var symbol = plan.Nodes[node];
        var parts = symbol.Rule switch
        {
            ScoreRule.Sum when symbol.Cap is null => symbol.Children,
            ScoreRule.Total => symbol.Terms,
            _ => [],
        };
        if (parts.Length == 0)
        {
            return null;
        }

        var (low, high) = (Rational.FromInt64(0), Rational.FromInt64(0));
        foreach (var part in parts)
        {
            if (Find(block, part, StatisticKind.Mean) is not { } mean)
            {
                return null;
            }

            var range = Interval.Of(mean);
            low += range.Low;
            high += range.High;
        }

        return new Interval(low, high);
    }

    private static PublishedValue? Find(PublishedPlan block, int node, StatisticKind statistic) =>
        block.Values.FirstOrDefault(v => v.Node == node && v.Statistic == statistic);

    private readonly record struct Interval(Rational Low, Rational High)
    {
        public static Interval Of(PublishedValue value)
        {
            var (middle, half) = (value.Value.ToRational(), value.Precision.ToRational());
            return new Interval(middle - half, middle + half);
        }
    }
}
