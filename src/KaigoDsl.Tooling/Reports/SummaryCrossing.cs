using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>One side's data under the other's rules, in means.</summary>
/// <param name="IsOldData">Old data under the new rules, not new data under the old.</param>
/// <param name="Count">Entities with known points under both.</param>
/// <param name="OwnMean">Mean points under its own rules, on the part that both can score.</param>
/// <param name="CrossedMean">Mean points under the other rules, on the same part.</param>
/// <param name="Gains">How many have more points under the other rules.</param>
/// <param name="Losses">How many have fewer.</param>
/// <param name="Omitted">How many items are left out of that part.</param>
public sealed record SummaryCrossing(bool IsOldData, int Count, Rational OwnMean, Rational CrossedMean, int Gains, int Losses, int Omitted)
{
    internal static SummaryCrossing Create(CrossedScores scores)
    {
        var known = scores.OwnPoints.Zip(scores.CrossedPoints)
            .Where(static both => both.First is not null && both.Second is not null)
            .Select(static both => (Own: both.First ?? 0, Crossed: both.Second ?? 0))
            .ToArray();
        return new SummaryCrossing(
            scores.IsOldData,
            known.Length,
            Mean(known.Sum(static both => (long)both.Own), known.Length),
            Mean(known.Sum(static both => (long)both.Crossed), known.Length),
            known.Count(static both => both.Crossed > both.Own),
            known.Count(static both => both.Crossed < both.Own),
            scores.Omitted.Length);
    }

    private static Rational Mean(long sum, int count) => count == 0 ? Rational.Missing : Rational.FromInt64(sum) / count;
}
