using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// Orders the evaluation of one framework: depth first from the roots, every task after what it reads. A circle is reported with the
/// nodes on it. <c>除く この指標</c> becomes shadow slots: the nodes above the indicator, summed a first time without it.
/// </summary>
internal sealed class StepScheduler
{
    private readonly FrameworkLayout _layout;
    private readonly Reporter _reporter;
    private readonly List<StepPlan> _steps = [];
    private readonly HashSet<object> _done = [];
    private readonly List<(object Task, NodeSymbol Node)> _open = [];
    private readonly Dictionary<(NodeSymbol Node, NodeSymbol Without), int> _shadows = [];
    private readonly Dictionary<NodeSymbol, HashSet<NodeSymbol>> _above = [];
    private bool _failed;

    public StepScheduler(FrameworkLayout layout, Reporter reporter)
    {
        _layout = layout;
        _reporter = reporter;
        SlotCount = layout.Nodes.Length;
    }

    public int SlotCount { get; private set; }

    /// <summary>The shadow slots used, in the order of their slots.</summary>
    public ImmutableArray<ShadowPlan> Shadows =>
        [.. _shadows.OrderBy(s => s.Value).Select(s => new ShadowPlan(_layout.NodeOf(s.Key.Node), _layout.NodeOf(s.Key.Without)))];

    /// <summary>The steps in order.</summary>
    public ImmutableArray<StepPlan> Steps => [.. _steps];

    /// <summary>Finds the steps; <see langword="false"/> when they cannot be ordered (reported).</summary>
    public bool Schedule()
    {
        foreach (var root in _layout.Framework.Roots)
        {
            VisitNode(root);
        }

        return !_failed;
    }

    /// <summary>The slot a score is read from.</summary>
    public int SlotOf(BoundScore score) =>
        score.Excluding is { } without && Above(without).Contains(score.Node) ? ShadowSlot(score.Node, without) : _layout.NodeOf(score.Node);

    private int ShadowSlot(NodeSymbol node, NodeSymbol without)
    {
        if (!_shadows.TryGetValue((node, without), out var slot))
        {
            slot = SlotCount++;
            _shadows.Add((node, without), slot);
        }

        return slot;
    }

    /// <summary>The nodes whose points contain a node's, itself included, looking through references.</summary>
    private HashSet<NodeSymbol> Above(NodeSymbol node)
    {
        if (!_above.TryGetValue(node, out var above))
        {
            _above.Add(node, above = []);
            var pending = new Stack<NodeSymbol>();
            pending.Push(node);
            while (pending.Count > 0)
            {
                var next = pending.Pop();
                if (!above.Add(next))
                {
                    continue;
                }

                if (next.Parent is { } parent)
                {
                    pending.Push(parent);
                }

                foreach (var reference in _layout.Nodes.Where(n => ReferenceEquals(n.Reference, next)))
                {
                    pending.Push(reference);
                }
            }
        }

        return above;
    }

    private void Run(object task, NodeSymbol node, Action action)
    {
        if (_done.Contains(task))
        {
            return;
        }

        var start = _open.FindIndex(o => o.Task.Equals(task));
        if (start >= 0)
        {
            ReportCircle(start, node);
            return;
        }

        _open.Add((task, node));
        action();
        _open.RemoveAt(_open.Count - 1);
        _done.Add(task);
    }

    private void ReportCircle(int start, NodeSymbol node)
    {
        _failed = true;
        var names = new List<string>();
        foreach (var (_, passed) in _open.Skip(start).Append((node, node)))
        {
            var name = "`" + passed.DisplayPath + "`";
            if (names.Count == 0 || names[names.Count - 1] != name)
            {
                names.Add(name);
            }
        }

        // Blame the place that reads a score: the innermost ranking or condition on the circle.
        var culprit = _open.Skip(start).LastOrDefault(o => o.Task is RankingSymbol || o.Node.Condition is BoundExpressionCondition);
        var location = culprit.Task is RankingSymbol ranking ? ranking.Location : culprit.Node?.Condition?.Location ?? node.Location;
        _reporter.Report(Descriptors.Cycle, location, string.Join(" → ", names));
    }

    private void VisitNode(NodeSymbol node) => Run(node, node, () =>
    {
        switch (node.Rule)
        {
            case ScoreRule.Item:
                VisitItem(node);
                break;
            case ScoreRule.Total:
                node.Terms.ForEach(VisitBooked);
                _steps.Add(new SumStep(_layout.NodeOf(node), node.Terms.Select(_layout.NodeOf).ToImmutableArray(), null));
                break;
            case ScoreRule.Input or ScoreRule.Unconfirmed:
                VisitChildren(node);
                _steps.Add(new PointsStep(_layout.NodeOf(node)));
                break;
            case ScoreRule.Reference when node.Reference is { } shared:
                VisitNode(shared);
                _steps.Add(new SumStep(_layout.NodeOf(node), ImmutableArray.Create(_layout.NodeOf(shared)), node.Cap));
                break;
            case ScoreRule.Best:
                VisitChildren(node);
                VisitRankings(node);
                _steps.Add(Best(node, _layout.NodeOf(node), node.Children, _layout.NodeOf, books: true));
                break;
            default:
                VisitChildren(node);
                VisitRankings(node);
                _steps.Add(new SumStep(_layout.NodeOf(node), node.Children.Select(_layout.NodeOf).ToImmutableArray(), node.Cap));
                break;
        }
    });

    private void VisitChildren(NodeSymbol node)
    {
        foreach (var child in node.Children)
        {
            VisitNode(child);
        }
    }

    // A ranking without tiers still gets its step, so that explanations and the choice between series can use it.
    private void VisitRankings(NodeSymbol node)
    {
        foreach (var ranking in node.Children.Append(node).Select(n => n.Ranking).OfType<RankingSymbol>())
        {
            VisitRanking(ranking);
        }
    }

    private void VisitItem(NodeSymbol item)
    {
        foreach (var prerequisite in item.Prerequisites)
        {
            VisitNode(prerequisite);
        }

        switch (item.Condition)
        {
            case BoundTierCondition tier:
                VisitRanking(tier.Ranking);
                break;
            case BoundExpressionCondition { Expression: var expression }:
                VisitReads(expression);
                break;
        }

        _steps.Add(new ItemStep(_layout.ItemOf(item)));
    }

    private void VisitRanking(RankingSymbol ranking) => Run(ranking, ranking.Node, () =>
    {
        VisitReads(ranking.Value);
        if (ranking.Population is { } population)
        {
            VisitReads(population);
        }

        _steps.Add(new RankStep(_layout.RankingOf(ranking)));
    });

    private void VisitReads(BoundExpression expression)
    {
        foreach (var part in expression.SelfAndParts())
        {
            switch (part)
            {
                case BoundItem { Item: var item }:
                    VisitNode(item);
                    break;
                case BoundScore { Excluding: { } without } score when Above(without).Contains(score.Node):
                    VisitShadow(score.Node, without);
                    break;
                case BoundScore score:
                    VisitBooked(score.Node);
                    break;
            }
        }
    }

    /// <summary>
    /// A score below a 高い方 is settled only when the choice is made. A choice above a reference books the reference, not the shared
    /// group, whose other references still count.
    /// </summary>
    private void VisitBooked(NodeSymbol node)
    {
        VisitNode(node);
        foreach (var above in node.SelfAndAncestors().Where(n => n.Rule == ScoreRule.Best && !ReferenceEquals(n, node)))
        {
            VisitNode(above);
        }
    }

    private void VisitShadow(NodeSymbol node, NodeSymbol without) => Run((node, without), node, () =>
    {
        var parts = node.Reference is { } shared ? [shared] : node.Children.Where(c => !ReferenceEquals(c, without)).ToArray();
        var above = Above(without);
        foreach (var part in parts)
        {
            if (above.Contains(part))
            {
                VisitShadow(part, without);
            }
            else
            {
                VisitNode(part);
            }
        }

        int Slot(NodeSymbol part) => above.Contains(part) ? ShadowSlot(part, without) : _layout.NodeOf(part);
        if (node.Rule == ScoreRule.Best)
        {
            // Only the points are wanted, and equal series have the same: no ranking decides here, least of all that of the indicator left out.
            _steps.Add(Best(node, ShadowSlot(node, without), parts, Slot, books: false));
        }
        else
        {
            _steps.Add(new SumStep(ShadowSlot(node, without), parts.Select(Slot).ToImmutableArray(), node.Cap));
        }
    });

    private BestStep Best(NodeSymbol node, int target, IEnumerable<NodeSymbol> parts, Func<NodeSymbol, int> slotOf, bool books) => new(
        target,
        parts
            .Select(c => new SeriesCandidate(
                slotOf(c),
                books ? _layout.RankingOf(c.Ranking) : -1,
                books ? c.SelfAndDescendants().Skip(1).Select(_layout.NodeOf).ToImmutableArray() : []))
            .ToImmutableArray(),
        node.Cap,
        books);
}
