using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>
/// An item that is there before and after: in a world between, each thing about it is as it was or as it is. Where a world leaves nothing about it
/// between, the evaluations of the old and the new world are read; only mixtures are computed.
/// </summary>
internal sealed class HybridItem : HybridNode
{
    private readonly Worlds _worlds;
    private readonly ItemPlan _old;
    private readonly ItemPlan _new;
    private readonly int _points;
    private readonly int _condition;
    private readonly int _prerequisites;
    private readonly HybridRanking? _ranking;
    private readonly List<int> _truthFactors;
    private readonly Dictionary<string, Truth[]> _truths = [];
    private readonly Dictionary<string, int[]> _pointsOf = [];

    public HybridItem(Worlds worlds, int oldItem, int newItem)
    {
        _worlds = worlds;
        _old = worlds.Pair.Old.Items[oldItem];
        _new = worlds.Pair.New.Items[newItem];
        _points = _old.Points == _new.Points ? -1 : worlds.Book.Change(ChangeKinds.PointsChanged, _old.Node, _new.Node);
        _condition = ConditionFactor();
        _ranking = _old.Condition == ConditionKind.Tier && _new.Condition == ConditionKind.Tier && AreRankingsMatched()
            ? new HybridRanking(worlds, _old.Ranking, _new.Ranking)
            : null;
        var oldPrerequisites = _old.Prerequisites.Select(item => worlds.Pair.NewOf(worlds.Pair.Old.Items[item].Node)).Order();
        var newPrerequisites = _new.Prerequisites.Select(item => worlds.Pair.New.Items[item].Node).Order();
        _prerequisites = oldPrerequisites.SequenceEqual(newPrerequisites)
            ? -1
            : worlds.Book.Change(ChangeKinds.PrerequisitesChanged, _old.Node, _new.Node);
        _truthFactors = [.. FindTruthFactors().Where(static factor => factor >= 0).Distinct().Order()];
        Factors = [.. _truthFactors.Append(_points).Where(static factor => factor >= 0).Distinct().Order()];
    }

    public override IReadOnlyList<int> Factors { get; }

    public override int[] Points(FactorSet world)
    {
        var key = world.Seen(Factors);
        if (!_pointsOf.TryGetValue(key, out var found))
        {
            var points = world.SideOf(_points) == Side.New ? _new.Points : _old.Points;
            _pointsOf.Add(key, found = Array.ConvertAll(Truths(world), met => Runtime.Points.When(met, points)));
        }

        return found;
    }

    /// <summary>What decides whether it is met.</summary>
    public IReadOnlyList<int> TruthFactors => _truthFactors;

    /// <summary>Whether it is met, by entity that is in both tables; nobody writes into the array.</summary>
    public Truth[] Truths(FactorSet world)
    {
        var key = world.Seen(_truthFactors);
        if (!_truths.TryGetValue(key, out var truths))
        {
            var isPure = !key.Contains('1', StringComparison.Ordinal) || !key.Contains('0', StringComparison.Ordinal);
            truths = isPure
                ? TruthsOf(key.Contains('1', StringComparison.Ordinal) ? Side.New : Side.Old)
                : Mix(world);
            _truths.Add(key, truths);
        }

        return truths;
    }

    private Truth[] TruthsOf(Side side)
    {
        var (truths, rows) = (_worlds.Of(side).ItemTruths(Plan(side).Index).ToArray(), _worlds.Rows.Of(side));
        return Array.ConvertAll(rows, row => truths[row]);
    }

    private Truth[] Mix(FactorSet world)
    {
        var plan = Plan(world.SideOf(_condition));
        var side = world.SideOf(_condition);
        var rows = _worlds.Rows.Of(_worlds.RowsIn(world));
        var truths = plan.Condition switch
        {
            ConditionKind.Tier => _ranking is null
                ? HybridRanking.Truths(_worlds, world, side, plan, _new.Node)
                : _ranking.Truths(world, side, plan),
            ConditionKind.Expression when plan.Expression is { } expression => ExpressionTruths(world, side, expression),
            _ => new Truth[_worlds.TableOf(_worlds.RowsIn(world)).Count],
        };
        if (plan.AnswerColumn >= 0 && _worlds.ColumnIn(world, side, plan.AnswerColumn) is AnswerColumn answers)
        {
            truths = [.. truths.Select((truth, row) => answers[row] == Answer.NotReported ? truth : answers[row].ToTruth())];
        }

        var result = Array.ConvertAll(rows, row => truths[row]);
        var whose = world.SideOf(_prerequisites);
        foreach (var prerequisite in Plan(whose).Prerequisites)
        {
            var other = PrerequisiteTruths(world, whose, prerequisite);
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = Kleene.And(result[i], other[i]);
            }
        }

        return result;
    }

    /// <summary>A condition that is the same before and after aggregates, where it does, the members that the world has.</summary>
    private Truth[] ExpressionTruths(FactorSet world, Side side, ExpressionPlan expression)
    {
        if (_condition < 0 && world.Has(_worlds.Members(_old.Expression, _new.Node)) && _new.Expression is { } current)
        {
            (side, expression) = (Side.New, current);
        }

        var mixture = new MixedPlan(_worlds, world, _new.Node);
        return mixture.Truths(mixture.Rewrite(side, expression));
    }

    private Truth[] PrerequisiteTruths(FactorSet world, Side side, int prerequisite) =>
        FindPrerequisite(side, prerequisite) is { } item
            ? item.Truths(world)
            : Array.ConvertAll(_worlds.Rows.Of(side), row => _worlds.Of(side).ItemTruth(prerequisite, row));

    private HybridItem? FindPrerequisite(Side side, int prerequisite)
    {
        var node = _worlds.PlanOf(side).Items[prerequisite].Node;
        var counterpart = side == Side.Old ? _worlds.Pair.NewOf(node) : _worlds.Pair.OldOf(node);
        var other = counterpart < 0 ? -1 : _worlds.PlanOf(Worlds.Opposite(side)).Nodes[counterpart].Item;
        return other < 0 ? null
            : side == Side.Old ? _worlds.Items.Of(prerequisite, other)
            : _worlds.Items.Of(other, prerequisite);
    }

    private ItemPlan Plan(Side side) => side == Side.Old ? _old : _new;

    private bool AreRankingsMatched() =>
        _worlds.Pair.NewOf(_worlds.Pair.Old.Rankings[_old.Ranking].Node) == _worlds.Pair.New.Rankings[_new.Ranking].Node;

    private int ConditionFactor()
    {
        if (_old.Condition != _new.Condition)
        {
            return _worlds.Book.Change(ChangeKinds.ConditionSortChanged, _old.Node, _new.Node);
        }

        switch (_old.Condition)
        {
            case ConditionKind.Tier:
                var (before, after) = (TierOf(Side.Old), TierOf(Side.New));
                return (before.Side == after.Side && before.Share == after.Share) && AreRankingsMatched()
                    ? -1
                    : _worlds.Book.Change(ChangeKinds.TierChanged, _old.Node, _new.Node);
            case ConditionKind.Expression:
                return _worlds.Same(_old.Expression, _new.Expression) ? -1 : _worlds.Book.Change(ChangeKinds.ConditionChanged, _old.Node, _new.Node);
            default:
                return -1;
        }
    }

    private TierPlan TierOf(Side side) => _worlds.PlanOf(side).Rankings[Plan(side).Ranking].Tiers[Plan(side).Tier];

    private IEnumerable<int> FindTruthFactors()
    {
        yield return _condition;
        yield return _prerequisites;
        foreach (var side in new[] { Side.Old, Side.New })
        {
            var plan = Plan(side);
            if (plan.AnswerColumn >= 0)
            {
                yield return _worlds.FactorOf(side, plan.AnswerColumn);
            }

            if (_ranking is null && plan.Condition == ConditionKind.Tier)
            {
                foreach (var factor in HybridRanking.FactorsOf(_worlds, side, _worlds.PlanOf(side).Rankings[plan.Ranking], _new.Node))
                {
                    yield return factor;
                }
            }

            if (plan.Condition == ConditionKind.Expression && plan.Expression is { } expression)
            {
                foreach (var factor in _worlds.FactorsRead(side, expression, _new.Node))
                {
                    yield return factor;
                }

                yield return _condition < 0 ? _worlds.Members(expression, _new.Node) : -1;
            }

            foreach (var prerequisite in plan.Prerequisites)
            {
                foreach (var factor in FindPrerequisite(side, prerequisite)?._truthFactors ?? [])
                {
                    yield return factor;
                }
            }
        }

        foreach (var factor in _ranking?.Factors ?? [])
        {
            yield return factor;
        }
    }
}
