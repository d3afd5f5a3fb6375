using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>A 枠 between the worlds. One that came or went is there with its change and is its own side's in everything.</summary>
internal sealed class PoolBetween
{
    private readonly AllocationBetween _allocation;
    private readonly PoolPlan? _old;
    private readonly PoolPlan? _new;
    private readonly Side _passing;
    private readonly int _presence = -1;
    private readonly int _budget = -1;
    private readonly int _classes = -1;
    private readonly int _classBudget = -1;
    private readonly int _rule = -1;
    private readonly int _weight = -1;
    private readonly int _conditions = -1;
    private readonly int _members = -1;
    private readonly int _cap = -1;
    private readonly int _floor = -1;
    private readonly int _redistribution = -1;
    private readonly int _residue = -1;
    private readonly int _roundings = -1;

    private PoolBetween(AllocationBetween allocation, PoolPlan? oldPool, PoolPlan? newPool)
    {
        (_allocation, _old, _new) = (allocation, oldPool, newPool);
        Label = (newPool ?? oldPool)?.Label ?? throw new ArgumentException("A 枠 is on one side at least.");
        var book = allocation.Money.Worlds.Book;
        var subject = $"{allocation.Name}.{Label}";
        int Find(ChangeKind kind) => book.FindNamed(kind, subject);
        if (oldPool is null || newPool is null)
        {
            _passing = oldPool is null ? Side.New : Side.Old;
            _presence = Find(oldPool is null ? ChangeKinds.PoolAdded : ChangeKinds.PoolRemoved);
            return;
        }

        // Given budgets of the classes add up to that of the 枠, so that they change together.
        var (before, after) = (oldPool.Classes, newPool.Classes);
        if (IsGiven(before) || IsGiven(after))
        {
            var labels = (before?.Classes ?? []).Concat(after?.Classes ?? []).Select(static c => c.Label).Distinct(StringComparer.Ordinal);
            _budget = _classes = _classBudget = book.Joint(
            [
                (ChangeKinds.PoolBudgetChanged, subject), (ChangeKinds.ClassesChanged, subject), (ChangeKinds.ClassBudgetChanged, subject),
                .. labels.Select(label => (ChangeKinds.ClassBudgetChanged, $"{subject}.{label}")),
            ]);
        }
        else
        {
            _budget = Find(ChangeKinds.PoolBudgetChanged);
            _classes = allocation.OrMembers(Find(ChangeKinds.ClassesChanged), before?.Measure);
            _classBudget = before is null || after is null ? _classes : allocation.OrMembers(Find(ChangeKinds.ClassBudgetChanged), before.BudgetMeasure);
        }

        _rule = !book.Has(ChangeKinds.PoolRuleChanged, subject)
            ? -1
            : book.Joint([(ChangeKinds.PoolRuleChanged, subject), (ChangeKinds.WeightChanged, subject), (ChangeKinds.EqualConditionsChanged, subject)]);
        _weight = _rule >= 0 ? _rule : allocation.OrMembers(Find(ChangeKinds.WeightChanged), oldPool.Weight);
        _conditions = _rule >= 0 ? _rule : allocation.OrMembers(Find(ChangeKinds.EqualConditionsChanged), oldPool.Conditions.Select(static c => c.Condition));
        _members = allocation.OrMembers(Find(ChangeKinds.MembersChanged), oldPool.Members);
        _cap = allocation.OrMembers(Find(ChangeKinds.AllocationCapChanged), oldPool.Cap);
        _floor = allocation.OrMembers(Find(ChangeKinds.AllocationFloorChanged), oldPool.Floor);
        _redistribution = allocation.OrMembers(Find(ChangeKinds.RedistributionChanged), oldPool.Redistribution?.Weight, oldPool.Redistribution?.Members);
        _residue = allocation.OrMembers(Find(ChangeKinds.ResidueChanged), oldPool.Residue?.Key);
        _roundings = Find(ChangeKinds.AllocationRoundingChanged) is >= 0 and var own ? own
            : oldPool.Roundings.OrderBy(static r => r.Target).SequenceEqual(newPool.Roundings.OrderBy(static r => r.Target)) ? -1
            : book.FindNamed(ChangeKinds.AllocationRoundingChanged, allocation.Name);
    }

    /// <summary>As written.</summary>
    public string Label { get; }

    /// <summary>What about the 枠 itself has changed; -1 among them means nothing.</summary>
    public IEnumerable<int> Factors =>
        [_presence, _budget, _classes, _classBudget, _rule, _weight, _conditions, _members, _cap, _floor, _redistribution, _residue, _roundings];

    /// <summary>The 枠 of both sides: the new ones in their order, each old one without a partner behind the one it stood behind.</summary>
    public static ImmutableArray<PoolBetween> Match(AllocationBetween allocation, AllocationPlan oldPlan, AllocationPlan newPlan)
    {
        var pools = newPlan.Pools.Select(pool => new PoolBetween(allocation, oldPlan.Pools.FirstOrDefault(old => old.Label == pool.Label), pool)).ToList();
        var place = -1;
        foreach (var old in oldPlan.Pools)
        {
            var known = pools.FindIndex(pool => pool.Label == old.Label);
            if (known < 0)
            {
                known = place + 1;
                pools.Insert(known, new PoolBetween(allocation, old, null));
            }

            place = known;
        }

        return [.. pools];
    }

    /// <summary>再配分 of one side in a world.</summary>
    public static RedistributionPlan? Redistribution(WorldRules rules, Side side, RedistributionPlan? plan) => plan is null ? null : plan with
    {
        Weight = Column(rules, side, plan.Weight),
        Members = Column(rules, side, plan.Members),
    };

    /// <summary>Whether a world has it.</summary>
    public bool IsIn(FactorSet world) => (_old is not null && _new is not null) || world.SideOf(_presence) == _passing;

    /// <summary>The 枠 as a world has it, over the columns of the world's rules.</summary>
    public PoolPlan InWorld(FactorSet world, WorldRules rules, int index)
    {
        var (rule, weight) = (Of(world, _rule), Of(world, _weight));
        return (_new ?? Of(world, -1)) with
        {
            Budget = rules.Column(SideOf(world, _budget), Of(world, _budget).Budget),
            Rule = rule.Rule,
            Weight = Column(rules, SideOf(world, _weight), weight.Weight),
            Conditions = Of(world, _conditions).Conditions
                .Select(condition => condition with { Condition = rules.Column(SideOf(world, _conditions), condition.Condition) })
                .ToImmutableArray(),
            Classes = Classes(world, rules),
            Members = Column(rules, SideOf(world, _members), Of(world, _members).Members),
            Cap = Column(rules, SideOf(world, _cap), Of(world, _cap).Cap),
            Floor = Column(rules, SideOf(world, _floor), Of(world, _floor).Floor),
            Redistribution = Redistribution(rules, SideOf(world, _redistribution), Of(world, _redistribution).Redistribution),
            Roundings = Of(world, _roundings).Roundings,
            Residue = _allocation.Residue(world, rules, SideOf(world, _residue), Of(world, _residue).Residue, index),
        };
    }

    private static bool IsGiven(SizeClassesPlan? classes) => classes is not null && classes.Classes.Any(static c => c.Budget is not null);

    private static ColumnExpression? Column(WorldRules rules, Side side, ExpressionPlan? expression) => expression is null ? null : rules.Column(side, expression);

    private SizeClassesPlan? Classes(FactorSet world, WorldRules rules)
    {
        var side = SideOf(world, _classes);
        if (Of(world, _classes).Classes is not { } classes)
        {
            return null;
        }

        var measured = Of(world, _classBudget).Classes ?? classes;
        return classes with
        {
            Measure = rules.Column(side, classes.Measure),
            Classes = classes.Classes.Select(c => c with { Budget = Column(rules, side, c.Budget) }).ToImmutableArray(),
            BudgetMeasure = Column(rules, SideOf(world, _classBudget), measured.BudgetMeasure),
        };
    }

    private Side SideOf(FactorSet world, int factor) => _old is null || _new is null ? _passing : world.SideOf(factor);

    private PoolPlan Of(FactorSet world, int factor) =>
        (SideOf(world, factor) == Side.Old ? _old : _new) ?? throw new InvalidOperationException($"`{Label}` is not on this side.");
}
