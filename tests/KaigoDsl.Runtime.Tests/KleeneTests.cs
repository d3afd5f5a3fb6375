namespace KaigoDsl.Runtime.Tests;

public sealed class KleeneTests
{
    /// <summary>Truth tables by definition: unknown stands for both, and the result is known when both give the same.</summary>
    [Fact]
    public void Connectives_are_known_exactly_when_every_reading_of_the_unknown_agrees()
    {
        Truth[] all = [Truth.Unknown, Truth.False, Truth.True];
        foreach (var left in all)
        {
            Assert.Equal(Lift(Readings(left).Select(l => !l)), Kleene.Not(left));
            foreach (var right in all)
            {
                var pairs = Readings(left).SelectMany(l => Readings(right).Select(r => (l, r))).ToArray();
                Assert.Equal(Lift(pairs.Select(p => p.l && p.r)), Kleene.And(left, right));
                Assert.Equal(Lift(pairs.Select(p => p.l || p.r)), Kleene.Or(left, right));
                Assert.Equal(left == Truth.Unknown || right == Truth.Unknown ? Truth.Unknown : Kleene.From(left == right), Kleene.Equal(left, right));
            }
        }
    }

    [Theory]
    [InlineData(Answer.Met, Truth.True)]
    [InlineData(Answer.NotMet, Truth.False)]
    [InlineData(Answer.NotImplemented, Truth.False)]
    [InlineData(Answer.NotReported, Truth.Unknown)]
    public void Only_met_is_true_and_only_unreported_is_unknown(Answer answer, Truth truth) => Assert.Equal(truth, answer.ToTruth());

    private static bool[] Readings(Truth value) => value == Truth.Unknown ? [false, true] : [value == Truth.True];

    private static Truth Lift(IEnumerable<bool> readings)
    {
        var distinct = readings.Distinct().ToArray();
        return distinct.Length == 1 ? Kleene.From(distinct[0]) : Truth.Unknown;
    }
}
