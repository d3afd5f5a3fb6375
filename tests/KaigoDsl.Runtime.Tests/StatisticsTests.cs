using System.Globalization;
using System.Numerics;

namespace KaigoDsl.Runtime.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void A_hand_computed_summary_with_one_unknown()
    {
        var summary = Statistics.OfScores([2, 4, 4, ScoreColumn.Unknown, 4, 5, 5, 7, 9]);
        Assert.Equal(8, summary.Count);
        Assert.Equal(40, summary.Sum);
        Assert.Equal(5, summary.Mean);
        Assert.Equal(Rational.Create(9, 2), summary.Median);
        Assert.Equal(4, summary.Variance);
        Assert.Equal("2.0", summary.StandardDeviation(1));
        Assert.Equal((2, 9), (summary.Minimum, summary.Maximum));
        Assert.Equal(Rational.Create(1, 2), summary.Rate(10));
        Assert.True(summary.Rate(0).IsMissing);
    }

    [Fact]
    public void Nothing_known_has_no_mean_but_a_sum_of_zero()
    {
        var summary = Statistics.OfScores([ScoreColumn.Unknown]);
        Assert.Equal((0, Rational.Zero), (summary.Count, summary.Sum));
        Assert.All([summary.Mean, summary.Median, summary.Variance, summary.Minimum, summary.Maximum], value => Assert.True(value.IsMissing));
        Assert.Equal(string.Empty, summary.StandardDeviation(2));
        Assert.Equal(summary, Statistics.Of([Rational.Missing]));
    }

    [Fact]
    public void Quantities_and_scores_agree_and_match_the_definitions()
    {
        var random = new Random(42);
        for (var i = 0; i < 2_000; i++)
        {
            int[] scores = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(5) == 0 ? ScoreColumn.Unknown : random.Next(-3, i % 2 == 0 ? 20 : 5_000))];
            var known = scores.Where(score => score != ScoreColumn.Unknown).Order().ToArray();
            var summary = Statistics.OfScores(scores);
            Assert.Equal(Statistics.Of([.. scores.Select(score => score == ScoreColumn.Unknown ? Rational.Missing : score)]), summary);
            if (known.Length == 0)
            {
                continue;
            }

            var mean = Rational.Create(known.Sum(), known.Length);
            Assert.Equal(mean, summary.Mean);
            var deviations = known.Aggregate(Rational.Zero, (sum, score) => sum + ((score - mean) * (score - mean)));
            Assert.Equal(deviations / known.Length, summary.Variance);

            // The median: as many at or below as at or above it, and midway when even.
            var middle = known.Length % 2 == 1 ? known[known.Length / 2] : Rational.Create(known[(known.Length / 2) - 1] + known[known.Length / 2], 2);
            Assert.Equal(middle, summary.Median);
            Assert.Equal(
                scores.Select(score => score == ScoreColumn.Unknown ? 0 : 1 + known.Count(other => other > score)),
                Statistics.Ranks(scores));
            Rational[] values = [.. scores.Select(score => score == ScoreColumn.Unknown ? Rational.Missing : Rational.Create(score, 3))];
            Assert.Equal(Statistics.Ranks(scores), Statistics.Ranks(values));
        }
    }

    [Fact]
    public void Square_roots_are_within_half_of_the_last_digit()
    {
        var random = new Random(1);
        for (var i = 0; i < 3_000; i++)
        {
            var value = Rational.Create(random.NextInt64(0, i % 2 == 0 ? 50 : long.MaxValue), random.Next(1, 1000));
            var decimals = random.Next(4);
            var digits = BigInteger.Parse(Statistics.SquareRoot(value, decimals).Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
            var unit = BigInteger.Pow(10, decimals);
            var (low, high) = (Rational.Create((2 * digits) - 1, 2 * unit), Rational.Create((2 * digits) + 1, 2 * unit));
            Assert.True(digits.IsZero || (low * low).CompareTo(value) <= 0);
            Assert.True(value.CompareTo(high * high) < 0);
            Assert.True(Statistics.CompareSquareRoot(value, low) >= 0 && Statistics.CompareSquareRoot(value, high) < 0);
        }
    }

    [Theory]
    [InlineData(9, 4, 0, "2")]
    [InlineData(9, 4, 1, "1.5")]
    [InlineData(2, 1, 5, "1.41421")]
    [InlineData(0, 1, 2, "0.00")]
    [InlineData(1, 400, 1, "0.1")]
    [InlineData(76_914_7829, 100_000, 2, "87.70")]
    public void Known_square_roots(long numerator, long denominator, int decimals, string expected) =>
        Assert.Equal(expected, Statistics.SquareRoot(Rational.Create(numerator, denominator), decimals));
}
