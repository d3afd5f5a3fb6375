using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact;

/// <summary>
/// What can be scored on both sides with the data there is. Where a column could not be filled, the items that need it are taken out of both
/// frameworks, with what was matched to them: their points are unknown, and unknown is never zero.
/// </summary>
internal sealed class ComparablePart
{
    private readonly FrameworkPair _pair;
    private readonly Side _old;
    private readonly Side _new;

    public ComparablePart(FrameworkPair pair, IEnumerable<int> unfedOld, IEnumerable<int> unfedNew)
    {
        _pair = pair;
        _old = new Side(pair.Old, [.. unfedOld]);
        _new = new Side(pair.New, [.. unfedNew]);
        Close();
        (Old, New) = (_old.Prune(), _new.Prune());
    }

    /// <summary>The old framework without what cannot be scored; nodes keep their indexes.</summary>
    public FrameworkPlan Old { get; }

    /// <summary>The new framework without what cannot be scored.</summary>
    public FrameworkPlan New { get; }

    public bool IsOldExcluded(int node) => _old.Excluded[node];

    public bool IsNewExcluded(int node) => _new.Excluded[node];

    /// <summary>The items, and nodes whose points are read, that are out, in the order of the trees.</summary>
    public ImmutableArray<OmittedNode> Omitted() => [.. _old.Omitted(isOld: true), .. _new.Omitted(isOld: false)];

    private void Close()
    {
        bool changed;
        do
        {
            changed = _old.Close() | _new.Close();
            foreach (var match in _pair.Nodes)
            {
                if (match.Old.Any(_old.IsCause) || match.New.Any(_new.IsCause))
                {
                    foreach (var node in match.Old)
                    {
                        changed |= _old.Exclude(node);
                    }

                    foreach (var node in match.New)
                    {
                        changed |= _new.Exclude(node);
                    }
                }
            }
        }
        while (changed);
    }

    /// <summary>One framework: which of its nodes are out.</summary>
    private sealed class Side(FrameworkPlan plan, HashSet<int> unfed)
    {
        public bool[] Excluded { get; } = new bool[plan.Nodes.Length];

        /// <summary>Whether a node is out for its own sake, so that what it was matched to goes with it; sums that have nothing left are not.</summary>
        public bool IsCause(int node) => Excluded[node] && plan.Nodes[node].Rule is not (ScoreRule.Sum or ScoreRule.Reference or ScoreRule.Total);

        public bool Exclude(int node)
        {
            if (Excluded[node])
            {
                return false;
            }

            Excluded[node] = true;
            foreach (var child in plan.Nodes[node].Children)
            {
                Exclude(child);
            }

            return true;
        }

        public bool Close()
        {
            if (unfed.Count == 0 && !Excluded.Contains(true))
            {
                return false;
            }

            var changed = false;
            for (var i = plan.Nodes.Length - 1; i >= 0; i--)
            {
                if (!Excluded[i] && MustGo(plan.Nodes[i]))
                {
                    changed |= Exclude(i);
                }
            }

            return changed;
        }

        public FrameworkPlan Prune() =>
            Excluded.Contains(true) ? plan with { Steps = plan.Steps.Select(Prune).OfType<StepPlan>().ToImmutableArray() } : plan;

        public IEnumerable<OmittedNode> Omitted(bool isOld) => plan.Nodes
            .Where(node => Excluded[node.Index] && node.Rule is (ScoreRule.Item or ScoreRule.Input or ScoreRule.Unconfirmed))
            .Select(node => new OmittedNode(isOld, node.Index, node.Path, node.FullMark, node.Title));

        private bool MustGo(NodePlan node) => node.Rule switch
        {
            ScoreRule.Item => !CanDecide(plan.Items[node.Item]),
            ScoreRule.Input or ScoreRule.Unconfirmed => unfed.Contains(node.PointsColumn),
            ScoreRule.Best => node.Children.Any(child => HasLoss(child)),
            ScoreRule.Reference => Excluded[node.Reference],
            ScoreRule.Total => node.Terms.All(term => Excluded[term]),
            _ => node.Children.Length > 0 && node.Children.All(child => Excluded[child]),
        };

        /// <summary>What is left of a series says nothing about which is better.</summary>
        private bool HasLoss(int node) =>
            Excluded[node]
            || (plan.Nodes[node].Ranking is >= 0 and var ranking && !CanRank(plan.Rankings[ranking]))
            || ChildrenOf(plan.Nodes[node]).Any(HasLoss);

        private IEnumerable<int> ChildrenOf(NodePlan node) => node.Reference >= 0 ? plan.Nodes[node.Reference].Children : node.Children;

        private bool CanDecide(ItemPlan item) =>
            item.Prerequisites.All(other => !Excluded[plan.Items[other].Node])
            && item.Condition switch
            {
                ConditionKind.Answer => !unfed.Contains(item.AnswerColumn),
                ConditionKind.Tier => CanRank(plan.Rankings[item.Ranking]),
                _ => CanRead(item.Expression),
            };

        private bool CanRank(RankingPlan ranking) => CanRead(ranking.Value) && CanRead(ranking.Population);

        private bool CanRead(ExpressionPlan? expression) => expression is null || expression.SelfAndParts().All(part => part switch
        {
            ColumnExpression column => !unfed.Contains(column.Column),
            ItemExpression item => !Excluded[plan.Items[item.Item].Node],
            ScoreExpression score => !Excluded[NodeOf(score.Slot)],
            _ => true,
        });

        private int NodeOf(int slot) => slot < plan.Nodes.Length ? slot : plan.Shadows[slot - plan.Nodes.Length].Node;

        private StepPlan? Prune(StepPlan step) => step switch
        {
            RankStep rank => CanRank(plan.Rankings[rank.Ranking]) ? rank : null,
            ItemStep item => Excluded[plan.Items[item.Item].Node] ? null : item,
            PointsStep points => Excluded[points.Node] ? null : points,
            SumStep sum => Excluded[NodeOf(sum.Target)] ? null : sum with { Sources = sum.Sources.Where(slot => !Excluded[NodeOf(slot)]).ToImmutableArray() },
            BestStep best => Excluded[NodeOf(best.Target)] ? null : best,
            _ => step,
        };
    }
}
