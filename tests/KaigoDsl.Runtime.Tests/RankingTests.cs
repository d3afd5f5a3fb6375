using System.Numerics;

namespace KaigoDsl.Runtime.Tests;

public sealed class RankingTests
{
    private static readonly TierOptions[] s_national =
        [.. new[] { 7, 5, 3, 1 }.Select(tenths => new TierOptions(TierSide.Top, Rational.Create(tenths, 10)))];

    [Fact]
    public void Of_1741_distinct_values_the_published_counts_score()
    {
        var values = Enumerable.Range(0, 1741).Select(i => Rational.FromInt64((i * 7919L) % 1741)).ToArray();
        var result = Ranking.Evaluate(values, [], default, s_national);
        Assert.Equal([1218, 870, 522, 174], result.Tiers.Select(tier => tier.HitCount));
    }

    [Fact]
    public void Three_missing_values_leave_N_1738()
    {
        var values = Enumerable.Range(0, 1741).Select(i => i < 3 ? Rational.Missing : Rational.Create(i, 7)).ToArray();
        var result = Ranking.Evaluate(values, [], default, s_national);
        Assert.Equal(1738, result.N);
        Assert.Equal([1216, 869, 521, 173], result.Tiers.Select(tier => tier.HitCount));
    }

    [Fact]
    public void Ties_at_the_cut_off_are_all_in()
    {
        // 医療情報突合 R7: 1,270 municipalities at 100 % hit all four tiers.
        var values = Enumerable.Range(0, 1741).Select(i => i < 1270 ? Rational.One : Rational.Create(i, 2000)).ToArray();
        var result = Ranking.Evaluate(values, [], default, s_national);
        Assert.Equal([1270, 1270, 1270, 1270], result.Tiers.Select(tier => tier.HitCount));
        Assert.Equal([1218, 870, 522, 174], result.Tiers.Select(tier => tier.K));
    }

    [Theory]
    [InlineData("7/10", 1741, CountRounding.Down, 1218)]
    [InlineData("7/10", 1741, CountRounding.Up, 1219)]
    [InlineData("1/2", 81, CountRounding.Down, 40)]
    [InlineData("1/2", 81, CountRounding.Nearest, 41)]
    [InlineData("1/10", 4, CountRounding.Down, 0)]
    [InlineData("1/3", 3, CountRounding.Down, 1)]
    [InlineData("0", 10, CountRounding.Up, 0)]
    [InlineData("1", 10, CountRounding.Nearest, 10)]
    public void K_is_the_exact_product_made_whole(string share, int n, CountRounding rounding, int expected)
    {
        var parts = share.Split('/');
        var q = Rational.Create(long.Parse(parts[0], null), parts.Length > 1 ? long.Parse(parts[1], null) : 1);
        Assert.Equal(expected, Ranking.Count(q, n, rounding));
    }

    [Fact]
    public void Nobody_is_in_a_tier_of_zero_and_its_cut_off_is_missing()
    {
        var result = Ranking.Evaluate([5, 5, 5], [], default, [new TierOptions(TierSide.Top, Rational.Create(1, 10)), new TierOptions(TierSide.Bottom, Rational.Zero)]);
        Assert.All(result.Tiers, tier => Assert.True(tier is { K: 0, HitCount: 0, CutOff.IsMissing: true }));
    }

    [Fact]
    public void Shares_outside_0_to_1_are_refused()
    {
        foreach (var share in new[] { Rational.Missing, Rational.Create(-1, 10), Rational.Create(11, 10) })
        {
            Assert.Throws<ArgumentException>(() => Ranking.Count(share, 10, CountRounding.Down));
        }
    }

    /// <summary>Ten thousand small random rankings against the definition, read literally, in quadratic time.</summary>
    [Fact]
    public void Agrees_with_the_definition()
    {
        var random = new Random(20250401);
        var (ties, missing, outside, empty, big) = (0, 0, 0, 0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var values = RandomValues(random);
            bool[] population = random.Next(2) == 0 ? [] : [.. values.Select(_ => random.Next(4) != 0)];
            var options = new RankingOptions((RankDirection)random.Next(2), (TieRule)random.Next(2), (CountRounding)random.Next(3));
            TierOptions[] tiers = [.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomTier(random))];
            var result = Ranking.Evaluate(values, population, options, tiers);
            Naive.AssertAgrees(values, population, options, tiers, result);

            var standings = result.Standing.ToArray().Where(standing => standing > 0).ToArray();
            ties += standings.Length != standings.Distinct().Count() ? 1 : 0;
            missing += values.Any(value => value.IsMissing) ? 1 : 0;
            outside += population.Contains(false) ? 1 : 0;
            empty += result.N == 0 ? 1 : 0;
            big += values.Any(value => !value.IsMissing && !value.TryGetInt64(out _, out _)) ? 1 : 0;
        }

        Assert.All([ties, missing, outside, empty, big], reached => Assert.True(reached > 100, $"only {reached} cases reached a construct"));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var values = RandomValues(random);
            var permutation = Enumerable.Range(0, values.Length).ToArray();
            random.Shuffle(permutation);
            var options = new RankingOptions((RankDirection)random.Next(2), (TieRule)random.Next(2));
            TierOptions[] tiers = [RandomTier(random)];
            var original = Ranking.Evaluate(values, [], options, tiers);
            var permuted = Ranking.Evaluate([.. permutation.Select(row => values[row])], [], options, tiers);
            Assert.Equal(permutation.Select(row => original.Standing[row]), permuted.Standing.ToArray());
            Assert.Equal(permutation.Select(row => original.Tiers[0].IsHit(row)), permuted.Tiers[0].Hits.ToArray());
            Assert.Equal(original.Tiers[0].CutOff, permuted.Tiers[0].CutOff);
        }
    }

    [Theory]
    [InlineData(1, 10, 2, 10, -1)]
    [InlineData(1, 2, 500, 1000, 0)]
    [InlineData(0, 10, 9, 10, 1)]
    [InlineData(9, 10, 0, 10, -1)]
    [InlineData(0, 10, 0, 3, 0)]
    [InlineData(2_000_000_000, 2_000_000_001, 2_000_000_001, 2_000_000_002, -1)]
    public void Standings_compare_as_rank_over_N(int left, int leftN, int right, int rightN, int expected) =>
        Assert.Equal(expected, Math.Sign(Ranking.CompareStanding(left, leftN, right, rightN)));

    private static Rational[] RandomValues(Random random)
    {
        var kind = random.Next(5);
        return [.. Enumerable.Range(0, random.Next(13)).Select(_ => random.Next(8) == 0 ? Rational.Missing : kind switch
        {
            0 => Rational.FromInt64(random.Next(4)),
            1 => Rational.Create(random.Next(-6, 7), random.Next(1, 5)),
            2 => Rational.Create(random.NextInt64(long.MaxValue - 2, long.MaxValue), random.NextInt64(long.MaxValue - 2, long.MaxValue)),
            3 => Rational.Create(random.Next(int.MaxValue - 4, int.MaxValue), random.Next(int.MaxValue - 4, int.MaxValue)) - random.Next(2),
            _ => Rational.Create(BigInteger.Pow(10, 30) + random.Next(3), 1 + random.Next(2)),
        })];
    }

    private static TierOptions RandomTier(Random random)
    {
        var denominator = random.Next(1, 12);
        return new TierOptions((TierSide)random.Next(2), Rational.Create(random.Next(denominator + 1), denominator));
    }

    private static class Naive
    {
        public static void AssertAgrees(Rational[] values, bool[] population, RankingOptions options, TierOptions[] tiers, RankingResult actual)
        {
            var ranked = Enumerable.Range(0, values.Length).Where(row => !values[row].IsMissing && (population.Length == 0 || population[row])).ToArray();
            var n = ranked.Length;
            Assert.Equal(n, actual.N);
            for (var row = 0; row < values.Length; row++)
            {
                Assert.Equal(ranked.Contains(row) ? 1 + ranked.Count(other => Better(other, row)) : 0, actual.Standing[row]);
            }

            for (var t = 0; t < tiers.Length; t++)
            {
                var top = tiers[t].Side == TierSide.Top;
                var exact = tiers[t].Share * n;
                var k = options.Rounding switch
                {
                    CountRounding.Down => (int)(exact.Numerator / exact.Denominator),
                    CountRounding.Up => (int)((exact.Numerator + exact.Denominator - 1) / exact.Denominator),
                    _ => (int)(((2 * exact.Numerator) + exact.Denominator) / (2 * exact.Denominator)),
                };
                Assert.Equal(k, actual.Tiers[t].K);

                // Ahead: strictly nearer to the end the tier counts from.
                bool Ahead(int a, int b) => top ? Better(a, b) : Better(b, a);
                var cut = ranked.Where(row => ranked.Count(other => Ahead(other, row)) < k && ranked.Count(other => !Ahead(row, other)) >= k).ToArray();
                Assert.Equal(k == 0, cut.Length == 0);
                Assert.Equal(k == 0 ? Rational.Missing : values[cut[0]], actual.Tiers[t].CutOff);
                for (var row = 0; row < values.Length; row++)
                {
                    var expected = k > 0 && ranked.Contains(row) && (options.Ties == TieRule.Include
                        ? !Ahead(cut[0], row)
                        : ranked.Count(other => !Ahead(row, other)) <= k);
                    Assert.Equal(expected, actual.Tiers[t].IsHit(row));
                }

                Assert.Equal(actual.Tiers[t].Hits.ToArray().Count(hit => hit), actual.Tiers[t].HitCount);
            }

            bool Better(int a, int b)
            {
                var difference = (values[a] - values[b]).Sign;
                return options.Direction == RankDirection.HighestFirst ? difference > 0 : difference < 0;
            }
        }
    }
}
