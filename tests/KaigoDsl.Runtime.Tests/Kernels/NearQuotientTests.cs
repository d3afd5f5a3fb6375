namespace KaigoDsl.Runtime.Tests.Kernels;

/// <summary>
/// Quotients at a power of two and right beside it, where rounded keys say most: some are equal and need not be looked at, their
/// neighbours share a key and differ.
/// </summary>
public sealed class NearQuotientTests
{
    private const int Count = 480;

    private const int Most = 1 << 24;

    private static readonly TierOptions[] s_tiers = [.. Enumerable.Range(1, 29).Select(i => new TierOptions(TierSide.Top, Rational.Create(i, 30)))];

    public static TheoryData<int, RankDirection, TieRule> Cases()
    {
        var cases = new TheoryData<int, RankDirection, TieRule>();
        foreach (var halvings in new[] { -2, -1, 0, 1, 2, 5 })
        {
            foreach (var direction in Enum.GetValues<RankDirection>())
            {
                foreach (var ties in Enum.GetValues<TieRule>())
                {
                    cases.Add(halvings, direction, ties);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cut_offs_among_quotients_that_hardly_differ_are_exact(int halvings, RankDirection direction, TieRule ties)
    {
        // Numerators a little off the exact one, all operands just below 2^24.
        var random = new Random(halvings);
        var (numerators, denominators) = (new Rational[Count], new Rational[Count]);
        for (var row = 0; row < Count; row++)
        {
            var off = random.Next(-2, 3);
            if (halvings >= 0)
            {
                var numerator = (Most - 1 - random.Next(64) >> halvings) - 1;
                (numerators[row], denominators[row]) = (numerator, (numerator << halvings) + off);
            }
            else
            {
                var denominator = (Most - 1 - random.Next(64) >> -halvings) - 1;
                (numerators[row], denominators[row]) = ((denominator << -halvings) + off, denominator);
            }
        }

        var rule = new RankingRule(new RankingOptions(direction, ties, CountRounding.Down), hasStandings: false, s_tiers);
        var board = new ScoreBoard(s_tiers.Length, 1);
        board.Reset(Count);
        board.Rank(0, rule, RowMeasure.Ratio(QuantityColumn.FromValues(numerators), QuantityColumn.FromValues(denominators)));
        for (var tier = 0; tier < s_tiers.Length; tier++)
        {
            board.Item(tier, board.Tier(0, tier), 1);
        }

        board.Complete();
        var exact = Ranking.Evaluate([.. numerators.Zip(denominators, (a, b) => a / b)], default, rule.Options, s_tiers);
        for (var tier = 0; tier < s_tiers.Length; tier++)
        {
            Assert.Equal(
                string.Concat(Enumerable.Range(0, Count).Select(row => exact.Tiers[tier].IsHit(row) ? '1' : '0')),
                string.Concat(board.Points(tier).ToArray()));
        }
    }
}
