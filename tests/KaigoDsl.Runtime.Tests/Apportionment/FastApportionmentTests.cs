using System.Numerics;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>The 64-bit kernels against plain big integers, near the ends of what fits.</summary>
public sealed class FastApportionmentTests
{
    [Fact]
    public void Every_quota_and_remainder_is_the_exact_division()
    {
        var random = new Random(17);
        var accepted = 0;
        for (var n = 0; n < 60_000; n++)
        {
            var largest = Draw(random);
            var sum = Math.Max(largest, Draw(random));
            var (numerator, denominator) = (Draw(random), 1 + (Draw(random) >> random.Next(64)));
            if (!ProportionalRate.TryCreate(numerator, denominator, sum, largest, out var rate))
            {
                Assert.True((BigInteger)numerator * largest / denominator / sum >= BigInteger.One << 62);
                continue;
            }

            accepted++;
            foreach (var weight in new[] { largest, 0, largest / 2, Math.Min(largest, 1), random.NextInt64(largest + (largest == long.MaxValue ? 0 : 1)) })
            {
                var quota = rate.Quota(weight, out var remainder);
                if (rate.Divisor == 0)
                {
                    Assert.True(numerator == 0 || sum == 0 || largest == 0);
                    Assert.Equal(0, quota);
                    continue;
                }

                var exact = BigInteger.DivRem((BigInteger)numerator * weight, (BigInteger)denominator * sum, out var rest);
                Assert.Equal(exact, quota);
                Assert.Equal(rest, (BigInteger)remainder);
                Assert.Equal(exact + (rest.IsZero ? 0 : 1), rate.Amount(weight, RoundingMode.Up));
                Assert.Equal(exact + (rest * 2 >= (BigInteger)denominator * sum ? 1 : 0), rate.Amount(weight, RoundingMode.HalfUp));
            }
        }

        Assert.True(accepted > 30_000);
    }

    [Fact]
    public void Classes_are_apportioned_each_by_itself()
    {
        var random = new Random(3);
        for (var n = 0; n < 500; n++)
        {
            var count = random.Next(40);
            var classCount = random.Next(2) == 0 ? 5 : 40;
            long[] weights = [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(400_000_000))];
            int[] classes = [.. Enumerable.Range(0, count).Select(_ => random.Next(-1, classCount))];
            long[] budgets = [.. Enumerable.Range(0, classCount).Select(_ => random.NextInt64(1_000_000))];
            var (amounts, paid) = (new long[count], new long[classCount]);
            Assert.True(FastApportionment.TryApportionByClass(weights, classes, budgets, 7, RoundingMode.HalfUp, amounts, paid));
            for (var group = 0; group < classCount; group++)
            {
                var members = Enumerable.Range(0, count).Where(i => classes[i] == group).ToArray();
                var alone = new long[members.Length];
                Assert.True(FastApportionment.TryApportion([.. members.Select(i => weights[i])], budgets[group], 7, RoundingMode.HalfUp, alone, out var total));
                Assert.Equal(alone, members.Select(i => amounts[i]));
                Assert.Equal(total, paid[group]);
            }

            Assert.All(Enumerable.Range(0, count).Where(i => classes[i] < 0), i => Assert.Equal(0, amounts[i]));
        }
    }

    [Fact]
    public void What_does_not_fit_or_is_negative_is_left_to_the_general_method()
    {
        var amounts = new long[2];
        Assert.False(FastApportionment.TryApportion([1, -1], 10, 1, RoundingMode.Down, amounts, out _));
        Assert.False(FastApportionment.TryApportion([long.MaxValue, long.MaxValue], 10, 1, RoundingMode.Down, amounts, out _));
        Assert.False(FastApportionment.TryApportion([1, 1], -10, 1, RoundingMode.Down, amounts, out _));
        Assert.False(FastApportionment.TryApportionByClass([1, -1], [0, 0], [10], 1, RoundingMode.Down, amounts, new long[1]));
        Assert.False(FastApportionment.TryApportionCapped([1, 1], [5, -1], 10, RoundingMode.Down, amounts, out _, out _));
    }

    [Fact]
    public void More_rounds_than_worth_it_are_left_to_sorting_with_the_same_result()
    {
        // Doubling weights with tripling headroom: every round caps a few more.
        var count = 200;
        Rational[] weights = [.. Enumerable.Range(1, count).Select(i => Rational.FromInt64(i))];
        Rational?[] caps = [.. Enumerable.Range(1, count).Select(i => (Rational?)Rational.FromInt64((count - i) * (long)(count - i)))];
        var request = new ApportionmentRequest { Budget = 1_000_000, Weights = [.. weights], Caps = [.. caps], Rounding = new(RoundingMode.Down, 1) };
        var result = Apportioner.Apportion(request);
        var naive = NaiveApportionment.Amounts(request, out _) ?? [];
        Assert.Equal(naive.Select(a => a.N / a.D), result.Amounts.Select(a => a.Numerator));
    }

    private static long Draw(Random random) => random.NextInt64(long.MaxValue) >> random.Next(63);
}
