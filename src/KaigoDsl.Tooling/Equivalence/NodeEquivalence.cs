using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>
/// Proves node by node that two frameworks score alike. Each node is looked at with the points and results of all others taken as given; as these are
/// proved in the same way and evaluation has no circles, all of them together are the whole.
/// </summary>
internal sealed class NodeEquivalence
{
    private readonly ProgramPlan _oldProgram;
    private readonly ProgramPlan _newProgram;
    private readonly FrameworkPlan _old;
    private readonly FrameworkPlan _new;
    private readonly Dictionary<string, int> _oldNodes;
    private readonly bool _isUnknownSeen;

    public NodeEquivalence(ProgramPlan oldProgram, FrameworkPlan old, ProgramPlan newProgram, FrameworkPlan current)
    {
        (_oldProgram, _old, _newProgram, _new) = (oldProgram, old, newProgram, current);
        _isUnknownSeen = new[] { oldProgram, newProgram }.SelectMany(static program => program.Frameworks)
            .SelectMany(static plan => plan.Expressions().Concat(plan.Aggregates().Select(static aggregate => aggregate.Value)))
            .SelectMany(static expression => expression.SelfAndParts())
            .Any(static part => part is ItemExpression);
        _oldNodes = old.Nodes.ToDictionary(static node => node.Path, static node => node.Index, StringComparer.Ordinal);
    }

    /// <summary>The new nodes that could not be proved; both frameworks have the same paths.</summary>
    public IEnumerable<NodePlan> Suspects() => _new.Nodes.Where(node => !IsProved(_old.Nodes[_oldNodes[node.Path]], node));

    private bool IsProved(NodePlan old, NodePlan current)
    {
        if (old.Rule != current.Rule || Cap(_old, old) != Cap(_new, current))
        {
            return false;
        }

        return current.Rule switch
        {
            ScoreRule.Item => AreItems(_old.Items[old.Item], _new.Items[current.Item]),
            ScoreRule.Sum => SamePaths(old.Children, current.Children, isOrdered: false),
            ScoreRule.Total => SamePaths(old.Terms, current.Terms, isOrdered: false),
            ScoreRule.Best => SamePaths(old.Children, current.Children, isOrdered: true) && AreCandidates(old, current),
            ScoreRule.Reference => _old.Nodes[old.Reference].Path == _new.Nodes[current.Reference].Path,
            _ => old.FullMark == current.FullMark,
        };
    }

    /// <summary>A cap that can never bind is none.</summary>
    private static int? Cap(FrameworkPlan plan, NodePlan node)
    {
        var parts = node.Children.Select(child => plan.Nodes[child].FullMark).ToArray();
        var most = node.Rule == ScoreRule.Best ? parts.Max() : parts.Any(static p => p is null) ? null : parts.Sum();
        return node.Cap is { } cap && most is { } reachable && parts.All(static p => p is not null) && cap >= reachable ? null : node.Cap;
    }

    private bool SamePaths(IEnumerable<int> old, IEnumerable<int> current, bool isOrdered)
    {
        var (before, after) = (old.Select(n => _old.Nodes[n].Path), current.Select(n => _new.Nodes[n].Path));
        return isOrdered
            ? before.SequenceEqual(after, StringComparer.Ordinal)
            : before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private bool AreItems(ItemPlan old, ItemPlan current)
    {
        if (old.Points != current.Points
            || old.Condition != current.Condition
            || !Prerequisites(_old, old).SetEquals(Prerequisites(_new, current)))
        {
            return false;
        }

        return current.Condition switch
        {
            ConditionKind.Answer => true,
            ConditionKind.Expression => old.Expression is { } a && current.Expression is { } b && Agree(a, b, isOnlyTrueSeen: !_isUnknownSeen),
            _ => AreTiers(old, current),
        };
    }

    /// <summary>A prerequisite's own prerequisites are met with it, so it makes no difference whether they are written again.</summary>
    private static HashSet<string> Prerequisites(FrameworkPlan plan, ItemPlan item)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<int>(item.Prerequisites);
        while (open.TryPop(out var next))
        {
            if (found.Add(plan.Nodes[plan.Items[next].Node].Path))
            {
                foreach (var further in plan.Items[next].Prerequisites)
                {
                    open.Push(further);
                }
            }
        }

        return found;
    }

    private bool AreTiers(ItemPlan old, ItemPlan current)
    {
        var (before, after) = (_old.Rankings[old.Ranking], _new.Rankings[current.Ranking]);
        var (oldTier, newTier) = (before.Tiers[old.Tier], after.Tiers[current.Tier]);
        return oldTier.Share == newTier.Share && before.Ties == after.Ties && before.Rounding == after.Rounding
            && BestEnd(before, oldTier.Side) == BestEnd(after, newTier.Side) * Order(before, after)
            && SamePopulation(before, after);
    }

    /// <summary>Equal series are told apart by their standings.</summary>
    private bool AreCandidates(NodePlan old, NodePlan current) => old.Children.Zip(current.Children).All(both =>
    {
        var (a, b) = (_old.Nodes[both.First].Ranking, _new.Nodes[both.Second].Ranking);
        return a < 0 || b < 0
            ? a < 0 && b < 0
            : BestEnd(_old.Rankings[a], TierSide.Top) == BestEnd(_new.Rankings[b], TierSide.Top) * Order(_old.Rankings[a], _new.Rankings[b])
                && SamePopulation(_old.Rankings[a], _new.Rankings[b]);
    });

    private static int BestEnd(RankingPlan ranking, TierSide side) =>
        (ranking.Direction == RankDirection.HighestFirst ? 1 : -1) * (side == TierSide.Top ? 1 : -1);

    private int Order(RankingPlan old, RankingPlan current)
    {
        var (a, b) = (new FormBuilder(_oldProgram, _old, _old), new FormBuilder(_newProgram, _new, _new));
        var (left, right) = (a.Quantity(old.Value), b.Quantity(current.Value));
        return a.IsTooLarge || b.IsTooLarge ? 0 : CellComparison.Order(left, right);
    }

    private bool SamePopulation(RankingPlan old, RankingPlan current) => (old.Population is null && current.Population is null)
        || Agree(old.Population ?? new TruthExpression(true), current.Population ?? new TruthExpression(true), isOnlyTrueSeen: false);

    /// <summary>Only true scores; that something is unknown and not false is seen where an expression names the item.</summary>
    private bool Agree(ExpressionPlan old, ExpressionPlan current, bool isOnlyTrueSeen)
    {
        var (a, b) = (new FormBuilder(_oldProgram, _old, _old), new FormBuilder(_newProgram, _new, _new));
        var (left, right) = (a.Truth(old), b.Truth(current));
        return !a.IsTooLarge && !b.IsTooLarge && CellComparison.Agree(left, right, isOnlyTrueSeen) == true;
    }
}
