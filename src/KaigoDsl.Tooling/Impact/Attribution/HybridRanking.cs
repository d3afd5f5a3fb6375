using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>A ranking (順位) that is there before and after, each of its parts as it was or as it is.</summary>
internal sealed class HybridRanking
{
    private readonly Worlds _worlds;
    private readonly RankingPlan _old;
    private readonly RankingPlan _new;
    private readonly int _measure;
    private readonly int _population;
    private readonly int _direction;
    private readonly int _ties;
    private readonly int _rounding;
    private readonly int _members;

    public HybridRanking(Worlds worlds, int oldRanking, int newRanking)
    {
        (_worlds, _old, _new) = (worlds, worlds.Pair.Old.Rankings[oldRanking], worlds.Pair.New.Rankings[newRanking]);
        _measure = FactorIf(!worlds.Same(_old.Value, _new.Value), ChangeKinds.MeasureChanged);
        _population = FactorIf(!worlds.Same(_old.Population, _new.Population), ChangeKinds.PopulationChanged);
        _direction = FactorIf(_old.Direction != _new.Direction, ChangeKinds.DirectionChanged);
        _ties = FactorIf(_old.Ties != _new.Ties, ChangeKinds.TiesChanged);
        _rounding = FactorIf(_old.Rounding != _new.Rounding, ChangeKinds.RoundingChanged);
        _members = Math.Max(
            _measure < 0 ? worlds.Members(_old.Value, _new.Node) : -1, _population < 0 ? worlds.Members(_old.Population, _new.Node) : -1);
        Factors =
        [
            _measure, _population, _direction, _ties, _rounding, _members,
            .. FactorsOf(worlds, Side.Old, _old, _new.Node), .. FactorsOf(worlds, Side.New, _new, _new.Node),
        ];
    }

    /// <summary>What the ranking depends on; -1 among them means nothing.</summary>
    public IReadOnlyList<int> Factors { get; }

    /// <summary>What a ranking of one side reads that may differ.</summary>
    public static IEnumerable<int> FactorsOf(Worlds worlds, Side side, RankingPlan ranking, int newNode)
    {
        // Whom one is compared with changes with the data even where one's own cells do not.
        yield return worlds.Data.IsOneSet || worlds.Rows.AreSame ? -1 : worlds.Book.Data;
        foreach (var expression in new[] { ranking.Value, ranking.Population })
        {
            foreach (var factor in expression is null ? [] : worlds.FactorsRead(side, expression, newNode))
            {
                yield return factor;
            }
        }
    }

    /// <summary>Who is in the tier of an item, by row of the world's table.</summary>
    /// <param name="world">The world.</param>
    /// <param name="side">Whose tier.</param>
    /// <param name="item">The item of that side.</param>
    public Truth[] Truths(FactorSet world, Side side, ItemPlan item)
    {
        var mixture = new MixedPlan(_worlds, world, _new.Node);
        var tier = _worlds.PlanOf(side).Rankings[item.Ranking].Tiers[item.Tier];
        return mixture.TierTruths(new MixedRanking(
            Choose(world, _measure, static ranking => ranking.Value, mixture) ?? _old.Value,
            Choose(world, _population, static ranking => ranking.Population, mixture),
            Of(world, _direction).Direction,
            Of(world, _ties).Ties,
            Of(world, _rounding).Rounding,
            tier));
    }

    /// <summary>The same where the item has another ranking before and after: that of one side, as it stands there.</summary>
    public static Truth[] Truths(Worlds worlds, FactorSet world, Side side, ItemPlan item, int reader)
    {
        var mixture = new MixedPlan(worlds, world, reader);
        var ranking = worlds.PlanOf(side).Rankings[item.Ranking];
        return mixture.TierTruths(new MixedRanking(
            mixture.Rewrite(side, ranking.Value),
            ranking.Population is null ? null : mixture.Rewrite(side, ranking.Population),
            ranking.Direction,
            ranking.Ties,
            ranking.Rounding,
            ranking.Tiers[item.Tier]));
    }

    private ExpressionPlan? Choose(FactorSet world, int factor, Func<RankingPlan, ExpressionPlan?> part, MixedPlan mixture)
    {
        // An expression that has not changed aggregates, where it does, the members that the world has.
        var side = world.SideOf(factor >= 0 ? factor : _members);
        return part(side == Side.Old ? _old : _new) is { } expression ? mixture.Rewrite(side, expression) : null;
    }

    private RankingPlan Of(FactorSet world, int factor) => world.Has(factor) ? _new : _old;

    private int FactorIf(bool differs, ChangeKind kind) => differs ? _worlds.Book.Change(kind, _old.Node, _new.Node) : -1;
}
