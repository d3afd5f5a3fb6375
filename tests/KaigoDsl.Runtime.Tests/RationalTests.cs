using System.Numerics;

namespace KaigoDsl.Runtime.Tests;

/// <summary>Every operation against plain big-integer fractions, over all pairs of awkward values.</summary>
public sealed class RationalTests
{
    private static readonly BigInteger[] s_numerators =
    [
        0, 1, -1, 2, -3, 7, 10, 1_000_000_007, int.MinValue, long.MaxValue, long.MaxValue - 1, long.MinValue, long.MinValue + 1,
        BigInteger.Pow(2, 63), -BigInteger.Pow(2, 64), BigInteger.Pow(10, 40),
    ];

    private static readonly BigInteger[] s_denominators =
        [1, 2, 3, 10, -4, 1_000_000_009, long.MaxValue, long.MinValue, BigInteger.Pow(2, 63) + 1, BigInteger.Pow(3, 50)];

    private static readonly (BigInteger N, BigInteger D)[] s_fractions =
        [.. s_numerators.SelectMany(n => s_denominators.Select(d => (n, d))).DistinctBy(pair => Rational.Create(pair.n, pair.d))];

    [Fact]
    public void Arithmetic_agrees_with_big_fractions_for_all_pairs_of_edge_values()
    {
        foreach (var (a, b) in s_fractions)
        {
            foreach (var (c, d) in s_fractions)
            {
                var (left, right) = (Rational.Create(a, b), Rational.Create(c, d));
                AssertIs((a * d) + (c * b), b * d, left + right);
                AssertIs((a * d) - (c * b), b * d, left - right);
                AssertIs(a * c, b * d, left * right);
                if (c.IsZero)
                {
                    Assert.True((left / right).IsMissing);
                }
                else
                {
                    AssertIs(a * d, b * c, left / right);
                }
            }
        }
    }

    [Fact]
    public void Order_agrees_with_big_fractions_for_all_pairs_of_edge_values()
    {
        foreach (var (a, b) in s_fractions)
        {
            foreach (var (c, d) in s_fractions)
            {
                var (left, right) = (Rational.Create(a, b), Rational.Create(c, d));
                var expected = (a * d * (b * d).Sign).CompareTo(c * b * (b * d).Sign);
                Assert.Equal(Math.Sign(expected), Math.Sign(left.CompareTo(right)));
                Assert.Equal(expected == 0, left == right);
                Assert.True(expected != 0 || left.GetHashCode() == right.GetHashCode());
                Assert.Equal(expected < 0, Rational.Less(left, right) == Truth.True);
                Assert.Equal(expected <= 0, Rational.LessOrEqual(left, right) == Truth.True);
                Assert.Equal(expected > 0, Rational.Greater(left, right) == Truth.True);
                Assert.Equal(expected >= 0, Rational.GreaterOrEqual(left, right) == Truth.True);
                Assert.Equal(expected == 0, Rational.Equal(left, right) == Truth.True);
                Assert.Equal(expected != 0, Rational.NotEqual(left, right) == Truth.True);
                Assert.Equal(expected <= 0 ? left : right, Rational.Min(left, right));
                Assert.Equal(expected >= 0 ? left : right, Rational.Max(left, right));
            }
        }
    }

    [Fact]
    public void Floor_ceiling_and_decimals_agree_with_big_fractions()
    {
        foreach (var (n, d) in s_fractions)
        {
            var value = Rational.Create(n, d);
            var floor = value.Floor();
            Assert.True(floor * value.Denominator <= value.Numerator && value.Numerator < (floor + 1) * value.Denominator);
            Assert.Equal(value.IsInteger ? floor : floor + 1, value.Ceiling());

            // The printed number is within half a unit of its last digit, and on the far side of zero when exactly half.
            var hundredths = BigInteger.Parse(value.ToDecimalString(2).Replace(".", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
            var error = (hundredths * value.Denominator) - (100 * value.Numerator);
            Assert.True(2 * BigInteger.Abs(error) <= value.Denominator);
            Assert.True(2 * BigInteger.Abs(error) != value.Denominator || error.Sign == value.Sign);
        }
    }

    [Fact]
    public void Every_result_is_in_lowest_terms_with_a_positive_denominator()
    {
        foreach (var (n, d) in s_fractions)
        {
            foreach (var result in new[] { Rational.Create(n, d), -Rational.Create(n, d), Rational.Create(n, d) * Rational.Create(3, 7) })
            {
                Assert.True(result.Denominator.Sign > 0);
                Assert.True(BigInteger.GreatestCommonDivisor(result.Numerator, result.Denominator).IsOne);
                Assert.Equal(result.TryGetInt64(out _, out _), result.Numerator >= long.MinValue && result.Numerator <= long.MaxValue && result.Denominator <= long.MaxValue);
            }
        }
    }

    [Fact]
    public void The_default_is_missing_and_absorbs()
    {
        Rational missing = default;
        Assert.True(missing.IsMissing);
        Assert.Equal(Rational.Missing, missing);
        foreach (var other in new[] { Rational.Zero, Rational.One, Rational.Create(BigInteger.Pow(10, 40), 3), missing })
        {
            Rational[] results =
            [
                missing + other, other + missing, missing - other, other - missing, missing * other, other * missing, missing / other,
                other / missing, -missing, Rational.Min(missing, other), Rational.Min(other, missing), Rational.Max(missing, other), Rational.Max(other, missing),
            ];
            Assert.All(results, result => Assert.True(result.IsMissing));
            Assert.Equal(Truth.Unknown, Rational.Less(missing, other));
            Assert.Equal(Truth.Unknown, Rational.Equal(other, missing));
            Assert.Equal(Truth.Unknown, Rational.NotEqual(missing, other));
        }

        Assert.Equal(string.Empty, missing.ToString());
        Assert.Equal(string.Empty, missing.ToDecimalString(2));
        Assert.Throws<InvalidOperationException>(() => missing.CompareTo(Rational.One));
        Assert.Throws<InvalidOperationException>(() => Rational.One.CompareTo(missing));
        Assert.Throws<InvalidOperationException>(() => missing.Numerator);
    }

    [Theory]
    [InlineData(7, 10, "7/10", "0.7")]
    [InlineData(-7, 10, "-7/10", "-0.7")]
    [InlineData(1, 20, "1/20", "0.1")]
    [InlineData(-1, 20, "-1/20", "-0.1")]
    [InlineData(-1, 30, "-1/30", "0.0")]
    [InlineData(4350, 10, "435", "435.0")]
    [InlineData(long.MinValue, 1, "-9223372036854775808", "-9223372036854775808.0")]
    [InlineData(long.MinValue, -1, "9223372036854775808", "9223372036854775808.0")]
    public void Text_is_exact_and_decimals_round_half_away_from_zero(long numerator, long denominator, string exact, string oneDecimal)
    {
        var value = Rational.Create(numerator, denominator);
        Assert.Equal(exact, value.ToString());
        Assert.Equal(oneDecimal, value.ToDecimalString(1));
    }

    private static void AssertIs(BigInteger numerator, BigInteger denominator, Rational actual)
    {
        Assert.False(actual.IsMissing);
        Assert.True(numerator * actual.Denominator == actual.Numerator * denominator, $"expected {numerator}/{denominator}, got {actual}");
    }
}
