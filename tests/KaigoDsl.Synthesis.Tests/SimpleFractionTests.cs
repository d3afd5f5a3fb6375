using KaigoDsl.Runtime;
using KaigoDsl.Synthesis.Solving;

namespace KaigoDsl.Synthesis.Tests;

public sealed class SimpleFractionTests
{
    [Theory]
    [InlineData(-1, 3, 1, 2, "0")]
    [InlineData(0, 1, 1, 100, "1/101")]
    [InlineData(1, 1, 11, 10, "12/11")]
    [InlineData(31, 10, 32, 10, "19/6")]
    [InlineData(-32, 10, -31, 10, "-19/6")]
    [InlineData(5, 2, 9, 2, "3")]
    public void The_smallest_denominator_strictly_between_two_values(long a, long b, long c, long d, string expected) =>
        Assert.Equal(expected, SimpleFraction.Between(Rational.Create(a, b), Rational.Create(c, d)).ToString());

    /// <summary>Against trying every denominator.</summary>
    [Fact]
    public void No_smaller_denominator_lies_between()
    {
        for (var low = -20; low < 20; low++)
        {
            for (var high = low + 1; high < low + 9; high++)
            {
                var (from, to) = (Rational.Create(low, 17), Rational.Create(high, 17) + Rational.Create(1, 1000));
                var found = SimpleFraction.Between(from, to);
                Assert.True(from.CompareTo(found) < 0 && found.CompareTo(to) < 0);
                for (var denominator = 1; denominator < found.Denominator; denominator++)
                {
                    var next = Rational.Create((from * denominator).Floor() + 1, denominator);
                    Assert.True(next.CompareTo(to) >= 0, $"{next} is simpler than {found}");
                }
            }
        }
    }
}
