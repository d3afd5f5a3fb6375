using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Naive;

internal sealed partial class NaiveEvaluator
{
    /// <summary>The ranking declared at a node.</summary>
    public NaiveRanking Ranking(Node node) => _rankings.Get(node.Id, () =>
    {
        var rule = node.Ranking!;
        var rows = Enumerable.Range(0, _table.Count).ToList();
        var values = rows.Select(r => Quantity(rule.Measure, r, node)).ToArray();
        var population = rows.Select(r => rule.Population is null ? true : Truth(rule.Population, r, node)).ToArray();
        if (_mutation == Mutation.PopulationIgnored)
        {
            Array.Fill(population, true);
        }

        if (_mutation == Mutation.MissingIsZero)
        {
            values = Array.ConvertAll<Fraction?, Fraction?>(values, v => v ?? 0);
        }

        var ranking = new NaiveRanking(values, population, rule);
        CountRanking(rule, ranking);
        return ranking;
    });

    /// <summary>
    /// Ranked and at or better than the cut-off: true. Ranked otherwise, or certainly outside the 母集団: false. Who has no measure, or is
    /// perhaps in the 母集団, is in no tier, but nobody knows whether it would have been.
    /// </summary>
    private bool? InTier(Node item, Tier tier, int row)
    {
        var node = _index.RankingAbove(item)!;
        var ranking = Ranking(node);
        if (ranking.Population[row] == false)
        {
            return false;
        }

        if (!ranking.IsRanked(row))
        {
            return null;
        }

        var isTop = tier.IsTop || _mutation == Mutation.BottomCountsFromTheTop;
        var rule = node.Ranking!;
        var k = (int)(_mutation == Mutation.CeilingInsteadOfFloor && rule.Rounding == CountRule.Down
            ? (tier.Share.Value * ranking.N).Ceiling()
            : ranking.Count(tier.Share.Value));
        CountTier(tier, rule, ranking, k);
        if (k == 0)
        {
            return false;
        }

        var own = ranking.Values[row]!.Value;
        var cutOff = ranking.CutOff(isTop, k);
        var isIn = ranking.AtOrBeyond(isTop, cutOff).Contains(own);
        if (rule.TiesIncluded && _mutation != Mutation.TiesLeftOut)
        {
            _coverage.Hit(Construct.TieBeyondK, isIn && own == cutOff && ranking.AtOrBeyond(isTop, cutOff).Count > k);
            return isIn;
        }

        var fits = isIn && ranking.AtOrBeyond(isTop, own).Count <= k;
        _coverage.Hit(Construct.TieLeftOut, isIn && !fits);
        return fits;
    }

    private void CountRanking(RankingRule rule, NaiveRanking ranking)
    {
        _coverage.Hit(rule.IsHighestFirst ? Construct.HighestFirst : Construct.LowestFirst);
        _coverage.Hit(Construct.NobodyRanked, ranking.N == 0 && _table.Count > 0);
        _coverage.Hit(Construct.OneRanked, ranking.N == 1);
        _coverage.Hit(Construct.AllEqual, ranking.N > 1 && ranking.Ranked.Distinct().Count() == 1);
        _coverage.Hit(Construct.MeasureMissing, ranking.Values.Any(v => v is null));
        _coverage.Hit(Construct.OutsidePopulation, ranking.Population.Contains(false));
        _coverage.Hit(Construct.PopulationUnknown, ranking.Population.Contains(null));
        _coverage.Hit(Construct.MeasureBeyond64Bits, ranking.Ranked.Any(v => v.Numerator > long.MaxValue || v.Denominator > long.MaxValue));
        _coverage.Hit(Construct.MeasureNotWhole, ranking.Ranked.Any(v => !v.Denominator.IsOne));
    }

    private void CountTier(Tier tier, RankingRule rule, NaiveRanking ranking, int k)
    {
        _coverage.Hit(tier.IsTop ? Construct.TopTier : Construct.BottomTier);
        _coverage.Hit(Construct.TierOfNobody, k == 0);
        _coverage.Hit(
            rule.Rounding switch
            {
                CountRule.Down => Construct.CountRoundedDown,
                CountRule.Up => Construct.CountRoundedUp,
                _ => k < tier.Share.Value * ranking.N ? Construct.CountRoundedNearestDown : Construct.CountRoundedNearestUp,
            },
            k != tier.Share.Value * ranking.N);
    }
}
