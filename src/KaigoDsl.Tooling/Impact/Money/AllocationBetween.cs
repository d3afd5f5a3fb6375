using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>
/// An allocation that is there before and after, in any world between: each part of it is as it was or as it is, and reads what that world has. The
/// whole budget is what the budgets of its 枠 add up to.
/// </summary>
internal sealed class AllocationBetween
{
    private readonly MoneyBetween _money;
    private readonly AllocationPlan _old;
    private readonly AllocationPlan _new;
    private readonly int _gates;
    private readonly int _transition;
    private readonly int _roundings;
    private readonly int _cap;
    private readonly int _floor;
    private readonly int _redistribution;
    private readonly int _residue;
    private readonly Dictionary<string, AllocationResult> _results = [];
    private ImmutableArray<int>? _factors;

    public AllocationBetween(MoneyBetween money, AllocationPlan oldPlan, AllocationPlan newPlan, int index)
    {
        (_money, _old, _new, Index) = (money, oldPlan, newPlan, index);
        int Find(ChangeKind kind) => money.Worlds.Book.FindNamed(kind, newPlan.Name);
        _gates = Find(ChangeKinds.GatesChanged);
        _roundings = Find(ChangeKinds.AllocationRoundingChanged);
        _cap = OrMembers(Find(ChangeKinds.AllocationCapChanged), oldPlan.Cap);
        _floor = OrMembers(Find(ChangeKinds.AllocationFloorChanged), oldPlan.Floor);
        _redistribution = OrMembers(Find(ChangeKinds.RedistributionChanged), oldPlan.Redistribution?.Weight, oldPlan.Redistribution?.Members);
        _residue = OrMembers(Find(ChangeKinds.ResidueChanged), oldPlan.Residue.Key);
        _transition = OrMembers(Find(ChangeKinds.TransitionChanged), oldPlan.Transition?.Previous);
        Pools = PoolBetween.Match(this, oldPlan, newPlan);
    }

    /// <summary>Its place among the allocations of the comparison.</summary>
    public int Index { get; }

    public string Name => _new.Name;

    public MoneyBetween Money => _money;

    /// <summary>The 枠 of both sides, in the order of the new one.</summary>
    public ImmutableArray<PoolBetween> Pools { get; }

    /// <summary>What the payments depend on, ascending; what allocations that leave money to it depend on is among it.</summary>
    public IReadOnlyList<int> Factors => _factors ??=
    [
        .. OwnFactors()
            .Concat(_money.SourcesOf(this).SelectMany(static source => source.Factors))
            .Where(static factor => factor >= 0)
            .Distinct()
            .Order(),
    ];

    /// <summary>The 枠 there are in a world.</summary>
    public IEnumerable<PoolBetween> PoolsIn(FactorSet world) => Pools.Where(pool => pool.IsIn(world));

    /// <summary>The factor of something that has not changed but aggregates members.</summary>
    public int OrMembers(int changed, params IEnumerable<ExpressionPlan?> expressions) =>
        changed >= 0 ? changed : _money.Rules.MembersFactor(Name, expressions.OfType<ExpressionPlan>());

    /// <summary>Carries it out in a world.</summary>
    public AllocationResult Run(FactorSet world)
    {
        var key = world.Seen(Factors);
        if (!_results.TryGetValue(key, out var result))
        {
            _results.Add(key, result = Compute(world));
        }

        return result;
    }

    /// <summary>The payments by entity in both tables; <see langword="null"/> when a world cannot be allocated.</summary>
    public Rational[]? Payments(FactorSet world)
    {
        var result = Run(world);
        return result.IsDone ? [.. result.Payments.Take(_money.Worlds.Rows.Count)] : null;
    }

    /// <summary>What a residue becomes in a world, in the indexes of the comparison.</summary>
    public ResiduePlan? Residue(FactorSet world, WorldRules rules, Side side, ResiduePlan? residue, int pool)
    {
        if (residue is null)
        {
            return null;
        }

        var key = residue.Key is null ? null : rules.Column(side, residue.Key);
        if (residue.Kind != ResidueKind.SpillOver)
        {
            return residue with { Key = key };
        }

        var target = residue.Allocation < 0 ? this : _money.AllocationOf(side, residue.Allocation);
        var label = residue.Pool < 0 ? null : _money.PlanOf(side, residue.Allocation < 0 ? PlanOf(side).Index : residue.Allocation).Pools[residue.Pool].Label;
        if (target is null)
        {
            // It goes to an allocation that only one side has, whose payments are that side's own.
            return ResiduePlan.Report;
        }

        var place = label is null ? -1 : target.PoolsIn(world).ToList().FindIndex(other => string.Equals(other.Label, label, StringComparison.Ordinal));
        return residue.Allocation >= 0 ? residue with { Key = key, Allocation = target.Index, Pool = place }
            : place > pool ? residue with { Key = key, Pool = place }
            : ResiduePlan.Report;
    }

    private AllocationPlan PlanOf(Side side) => side == Side.Old ? _old : _new;

    private AllocationPlan From(FactorSet world, int factor) => PlanOf(world.SideOf(factor));

    private AllocationResult Compute(FactorSet world)
    {
        var rules = _money.Rules.NewRules(world);
        var pools = PoolsIn(world).ToArray();
        var plans = pools.Select((pool, i) => pool.InWorld(world, rules, i)).ToImmutableArray();
        ExpressionPlan? Amount(int factor, Func<AllocationPlan, ExpressionPlan?> part) =>
            part(From(world, factor)) is { } expression ? rules.Column(world.SideOf(factor), expression) : null;
        var gates = From(world, _gates).Gates.Select(gate =>
        {
            var side = world.SideOf(_gates);
            var decision = _money.RulesOf(side).Decisions[gate.Decision];
            return gate with { Decision = rules.Gate(decision.Label, rules.Column(side, new DecisionExpression(gate.Decision))) };
        }).ToImmutableArray();
        var plan = _new with
        {
            Index = Index,
            Rules = 0,
            Budget = plans.Select(static pool => pool.Budget).Aggregate<ExpressionPlan, ExpressionPlan>(
                new NumberExpression(ExactNumber.Zero), static (sum, budget) => new BinaryExpression(BinaryOperator.Add, sum, budget, ExpressionType.Quantity)),
            Gates = gates,
            Pools = plans,
            Transition = From(world, _transition).Transition is { } transition
                ? transition with { Previous = rules.Column(world.SideOf(_transition), transition.Previous), Share = rules.Column(world.SideOf(_transition), transition.Share) }
                : null,
            Roundings = From(world, _roundings).Roundings,
            Cap = Amount(_cap, static plan => plan.Cap),
            Floor = Amount(_floor, static plan => plan.Floor),
            Redistribution = PoolBetween.Redistribution(rules, world.SideOf(_redistribution), From(world, _redistribution).Redistribution),
            Residue = Residue(world, rules, world.SideOf(_residue), From(world, _residue).Residue, -1) ?? ResiduePlan.Report,
            Columns = EquatableArray<int>.Empty,
        };
        return AllocationEvaluator.Try(plan, rules.Evaluate(), [.. _money.SourcesOf(this).SelectMany(source => source.Spills(world, this))]);
    }

    private IEnumerable<int> OwnFactors()
    {
        var rules = _money.Rules;
        yield return _gates;
        yield return _transition;
        yield return _roundings;
        yield return _cap;
        yield return _floor;
        yield return _redistribution;
        yield return _residue;
        yield return rules.Columns.EntityFactor;
        foreach (var side in new[] { Side.Old, Side.New })
        {
            var plan = PlanOf(side);
            var parts = plan.Expressions().Where(expression => !ReferenceEquals(expression, plan.Budget)).SelectMany(expression => rules.FactorsOf(side, expression));
            foreach (var factor in parts.Concat(plan.Gates.SelectMany(gate => rules.FactorsOfDecision(side, gate.Decision))))
            {
                yield return factor;
            }
        }

        foreach (var factor in Pools.SelectMany(static pool => pool.Factors))
        {
            yield return factor;
        }
    }
}
