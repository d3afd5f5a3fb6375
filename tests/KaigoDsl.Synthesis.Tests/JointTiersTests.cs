using KaigoDsl.Synthesis.Solving;

namespace KaigoDsl.Synthesis.Tests;

public sealed class JointTiersTests
{
    private static readonly int[] Tiers = [1218, 870, 522, 174];

    /// <summary>The outcome indicators 1, 3 and 5 of R7 and R8 (得点市町村数 of the two series).</summary>
    [Theory]
    [InlineData(new[] { 732, 580, 417, 159 }, new[] { 681, 556, 400, 155 })]
    [InlineData(new[] { 744, 558, 373, 138 }, new[] { 662, 517, 357, 123 })]
    [InlineData(new[] { 728, 599, 409, 152 }, new[] { 807, 659, 429, 155 })]
    [InlineData(new[] { 752, 592, 399, 158 }, new[] { 655, 517, 377, 145 })]
    [InlineData(new[] { 759, 578, 380, 140 }, new[] { 680, 532, 348, 127 })]
    [InlineData(new[] { 746, 610, 415, 147 }, new[] { 770, 644, 426, 163 })]
    public void Published_counts_have_a_joint_distribution(int[] first, int[] second)
    {
        var joint = JointTiers.Solve(1741, Tiers, Tiers, first, second, out var reason);
        Assert.True(joint is not null, reason);
        var cells = joint.Cells;
        Assert.Equal(1741, Sum((_, _) => true));
        for (var step = 1; step <= 4; step++)
        {
            Assert.Equal(Tiers[step - 1], Sum((a, _) => a >= step));
            Assert.Equal(Tiers[step - 1], Sum((_, b) => b >= step));
            Assert.Equal(first[step - 1], Sum((a, b) => a >= step && a > b) + joint.FirstWins[step..].Sum());
            Assert.Equal(
                second[step - 1],
                Sum((a, b) => b >= step && b > a) + Enumerable.Range(step, 5 - step).Sum(a => cells[a, a] - joint.FirstWins[a]));
            Assert.InRange(joint.FirstWins[step], 0, cells[step, step]);
        }

        int Sum(Func<int, int, bool> counts)
        {
            var sum = 0;
            for (var a = 0; a <= 4; a++)
            {
                for (var b = 0; b <= 4; b++)
                {
                    Assert.True(cells[a, b] >= 0);
                    sum += counts(a, b) ? cells[a, b] : 0;
                }
            }

            return sum;
        }
    }

    /// <summary>The better of two series is booked for at least those who reach the step in one of them.</summary>
    [Theory]
    [InlineData(new[] { 300, 200, 100, 10 }, new[] { 300, 200, 100, 10 })]
    [InlineData(new[] { 1218, 870, 522, 174 }, new[] { 1218, 870, 522, 174 })]
    [InlineData(new[] { 100, 200, 300, 400 }, new[] { 800, 700, 600, 100 })]
    public void Impossible_counts_are_refused_with_a_reason(int[] first, int[] second)
    {
        Assert.Null(JointTiers.Solve(1741, Tiers, Tiers, first, second, out var reason));
        Assert.NotNull(reason);
    }
}
