namespace KaigoDsl.Synthesis.Tests;

public sealed class RandomSourceTests
{
    /// <summary>The published reference output of SplitMix64: a change here would change every nation.</summary>
    [Fact]
    public void Sequence_is_SplitMix64()
    {
        var random = new RandomSource(1234567);
        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => random.NextUInt64()));
    }

    [Fact]
    public void Streams_of_different_purposes_differ_and_repeat()
    {
        Assert.Equal(RandomSource.For(7, "質").NextUInt64(), RandomSource.For(7, "質").NextUInt64());
        Assert.NotEqual(RandomSource.For(7, "質").NextUInt64(), RandomSource.For(7, "量").NextUInt64());
        Assert.NotEqual(RandomSource.For(7, "質").NextUInt64(), RandomSource.For(8, "質").NextUInt64());
    }

    [Fact]
    public void Normal_deviates_have_mean_zero_and_deviation_one()
    {
        var random = new RandomSource(1);
        var (sum, squares) = (0L, 0L);
        for (var i = 0; i < 10_000; i++)
        {
            var normal = (long)random.NextNormal();
            Assert.InRange(normal, -6L * RandomSource.One, 6L * RandomSource.One);
            sum += normal;
            squares += normal * normal >> 16;
        }

        Assert.InRange(sum / 10_000, -RandomSource.One / 30, RandomSource.One / 30);
        Assert.InRange(squares / 10_000, RandomSource.One * 95 / 100, RandomSource.One * 105 / 100);
    }

    [Theory]
    [InlineData(1000, 0, 1000)]
    [InlineData(1000, 65536, 2000)]
    [InlineData(1000, -65536, 500)]
    [InlineData(1_000_000, 32768, 1_414_213)]
    [InlineData(1_000_000, -3 * 65536 / 2, 353_553)]
    [InlineData(1_000_000, 65536 * 3 / 10, 1_231_134)]
    public void Powers_of_two(long value, int exponent, long expected) =>
        Assert.InRange(FixedPoint.TimesPowerOfTwo(value, exponent), expected - 3, expected + 1);
}
