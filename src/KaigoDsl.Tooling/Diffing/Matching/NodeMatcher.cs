using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>
/// Finds what became of each node: what the lineage of the new framework says goes first, then the same label below matched nodes, then likeness.
/// A place is passed over when its titles differ and exactly one other node of the level bears the new title.
/// </summary>
internal sealed class NodeMatcher
{
    private static readonly NodeKind[] s_levels =
        [NodeKind.Grant, NodeKind.Area, NodeKind.Goal, NodeKind.Group, NodeKind.Indicator, NodeKind.Series, NodeKind.Item, NodeKind.Total];

    private readonly FrameworkPlan _old;
    private readonly FrameworkPlan _new;
    private readonly bool _isSuccessor;
    private readonly SortedSet<int>?[] _oldOfNew;
    private readonly SortedSet<int>?[] _newOfOld;
    private readonly MatchWay[] _ways;
    private readonly int[] _certainties;
    private readonly bool[] _isNew;
    private readonly HashSet<(int Old, int New)> _visited = [];

    public NodeMatcher(FrameworkPlan oldPlan, FrameworkPlan newPlan, PairRelation relation)
    {
        (_old, _new, _isSuccessor) = (oldPlan, newPlan, relation == PairRelation.Successor);
        _oldOfNew = new SortedSet<int>?[newPlan.Nodes.Length];
        _newOfOld = new SortedSet<int>?[oldPlan.Nodes.Length];
        _ways = new MatchWay[newPlan.Nodes.Length];
        _certainties = new int[newPlan.Nodes.Length];
        _isNew = new bool[newPlan.Nodes.Length];
    }

    public ImmutableArray<NodeMatch> Match()
    {
        if (_isSuccessor)
        {
            ReadLineage();
        }

        Link(0, 0, MatchWay.Path, 100);
        Descend(0, 0);
        MatchRoots();
        foreach (var match in LinkedPairs().ToArray())
        {
            Descend(match.Old, match.New);
        }

        foreach (var level in s_levels)
        {
            MatchByLikeness(level);
        }

        return Collect();
    }

    /// <summary>A path of a 旧, 統合 or 分割 without its year, when the year is that of a framework; otherwise <see langword="null"/>.</summary>
    public static string? PathIn(FrameworkPlan plan, string from)
    {
        var dot = from.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && FiscalYearLiteral.TryParse(from[..dot], out var year) && year == plan.FiscalYear ? from[(dot + 1)..] : null;
    }

    private void ReadLineage()
    {
        for (var i = 0; i < _new.Nodes.Length; i++)
        {
            var node = _new.Nodes[i];
            _isNew[i] = node.Lineage.Any(static line => line.Kind == LineageKind.New) || (node.Parent > 0 && _isNew[node.Parent]);
            foreach (var from in node.Lineage.SelectMany(static line => line.From))
            {
                if (PathIn(_old, from) is { } path && PlanTree.Find(_old, path) is >= 0 and var old)
                {
                    Link(old, i, MatchWay.Lineage, 100);
                }
            }
        }
    }

    private void Link(int oldNode, int newNode, MatchWay way, int certainty)
    {
        (_oldOfNew[newNode] ??= []).Add(oldNode);
        (_newOfOld[oldNode] ??= []).Add(newNode);
        (_ways[newNode], _certainties[newNode]) = (way, certainty);
    }

    private bool IsFreeOld(int node) => _newOfOld[node] is null;

    private bool IsFreeNew(int node) => _oldOfNew[node] is null && !_isNew[node];

    private IEnumerable<(int Old, int New)> LinkedPairs() =>
        from node in Enumerable.Range(0, _new.Nodes.Length)
        where _oldOfNew[node] is { Count: 1 }
        let old = _oldOfNew[node]?.Min ?? -1
        where _newOfOld[old] is { Count: 1 }
        select (old, node);

    /// <summary>The roots of shared groups and the totals: those of one name, then the groups that matched nodes refer to.</summary>
    private void MatchRoots()
    {
        for (var i = 1; i < _new.Nodes.Length; i++)
        {
            if ((_new.Nodes[i].Parent < 0 || _new.Nodes[i].Kind == NodeKind.Total) && IsFreeNew(i))
            {
                MatchPlace(i, Enumerable.Range(1, _old.Nodes.Length - 1)
                    .Where(n => _old.Nodes[n].Parent < 0 == _new.Nodes[i].Parent < 0 && _old.Nodes[n].Kind == _new.Nodes[i].Kind));
            }
        }

        foreach (var (old, current) in LinkedPairs().ToArray())
        {
            var (oldRoot, newRoot) = (_old.Nodes[old].Reference, _new.Nodes[current].Reference);
            if (oldRoot > 0 && newRoot > 0 && IsFreeOld(oldRoot) && IsFreeNew(newRoot) && AreAlike(_old.Nodes[oldRoot], _new.Nodes[newRoot]))
            {
                Link(oldRoot, newRoot, MatchWay.Likeness, Likeness.OfTitles(_old.Nodes[oldRoot].Title, _new.Nodes[newRoot].Title));
                Descend(oldRoot, newRoot);
            }
        }
    }

    /// <summary>A group of another name at the same place is the old one only if its title says so.</summary>
    private static bool AreAlike(NodePlan old, NodePlan current) =>
        old.Title is not null && Likeness.OfTitles(old.Title, current.Title) >= Likeness.Threshold;

    /// <summary>Matches what stands below two matched nodes by label.</summary>
    private void Descend(int oldNode, int newNode)
    {
        if (!_visited.Add((oldNode, newNode)))
        {
            return;
        }

        foreach (var child in _new.Nodes[newNode].Children)
        {
            if (IsFreeNew(child))
            {
                MatchPlace(child, _old.Nodes[oldNode].Children);
            }
            else if (_oldOfNew[child] is { Count: 1 } sources && _newOfOld[sources.Min] is { Count: 1 })
            {
                Descend(sources.Min, child);
            }
        }
    }

    private void MatchPlace(int newNode, IEnumerable<int> candidates)
    {
        var label = _new.Nodes[newNode].Label;
        foreach (var candidate in candidates)
        {
            if (IsFreeOld(candidate) && string.Equals(_old.Nodes[candidate].Label, label, StringComparison.Ordinal) && !IsDisplaced(candidate, newNode))
            {
                var (oldTitle, newTitle) = (_old.Nodes[candidate].Title, _new.Nodes[newNode].Title);
                var same = string.Equals(oldTitle, newTitle, StringComparison.Ordinal);
                Link(candidate, newNode, MatchWay.Path, same ? 100 : 50 + (Likeness.OfTitles(oldTitle, newTitle) / 2));
                Descend(candidate, newNode);
                return;
            }
        }
    }

    /// <summary>Whether one of two nodes at one place bears the title that one other node of the other framework has, so that the place was given away.</summary>
    private bool IsDisplaced(int oldNode, int newNode)
    {
        var (oldTitle, newTitle) = (_old.Nodes[oldNode].Title, _new.Nodes[newNode].Title);
        return oldTitle is not null && newTitle is not null && !string.Equals(oldTitle, newTitle, StringComparison.Ordinal)
            && (OnlyOf(_old, _new.Nodes[newNode]) is >= 0 and var origin && IsFreeOld(origin) && OnlyOf(_new, _new.Nodes[newNode]) == newNode
                || (OnlyOf(_new, _old.Nodes[oldNode]) is >= 0 and var target && IsFreeNew(target) && OnlyOf(_old, _old.Nodes[oldNode]) == oldNode));
    }

    /// <summary>The only node of a framework with a node's level and title; -1 when there is none or more than one.</summary>
    private static int OnlyOf(FrameworkPlan plan, NodePlan sought)
    {
        var found = -1;
        foreach (var node in plan.Nodes)
        {
            if (sought.Title is not null && node.Kind == sought.Kind && string.Equals(node.Title, sought.Title, StringComparison.Ordinal))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = node.Index;
            }
        }

        return found;
    }

    private void MatchByLikeness(NodeKind level)
    {
        var oldFree = _old.Nodes.Where(n => n.Kind == level && n.Index > 0 && IsFreeOld(n.Index)).ToArray();
        var newFree = _new.Nodes.Where(n => n.Kind == level && n.Index > 0 && IsFreeNew(n.Index)).ToArray();
        var candidates =
            from current in newFree
            from old in oldFree
            let parentsMatched = AreLinked(old.Parent, current.Parent)
            let isUnique = OnlyOf(_old, old) == old.Index && OnlyOf(_new, current) == current.Index
            where level is not (NodeKind.Series or NodeKind.Item) || parentsMatched || isUnique
            let same = isUnique && string.Equals(old.Title, current.Title, StringComparison.Ordinal)
            let score = same ? 100 : Likeness.Of(_old, old, _new, current, parentsMatched)
            where score >= Likeness.Threshold
            orderby score descending, parentsMatched descending, current.Index, old.Index
            select (Old: old.Index, New: current.Index, Score: score, Same: same);
        foreach (var (old, current, score, same) in candidates.ToArray())
        {
            if (IsFreeOld(old) && IsFreeNew(current))
            {
                // Even the same title elsewhere is less than a place or a word of lineage.
                Link(old, current, same ? MatchWay.Title : MatchWay.Likeness, same ? 95 : Math.Min(score, 90));
                Descend(old, current);
            }
        }
    }

    private bool AreLinked(int oldNode, int newNode) =>
        oldNode < 0 || newNode < 0 ? oldNode == newNode : _oldOfNew[newNode]?.Contains(oldNode) == true;

    /// <summary>Links that share a node are one match.</summary>
    private ImmutableArray<NodeMatch> Collect()
    {
        var matches = ImmutableArray.CreateBuilder<NodeMatch>();
        var seen = new bool[_new.Nodes.Length];
        for (var i = 0; i < _new.Nodes.Length; i++)
        {
            if (seen[i] || _oldOfNew[i] is null)
            {
                continue;
            }

            var (olds, news) = (new SortedSet<int>(), new SortedSet<int>());
            var open = new Stack<int>([i]);
            while (open.TryPop(out var current))
            {
                seen[current] = true;
                news.Add(current);
                foreach (var old in _oldOfNew[current] ?? [])
                {
                    olds.Add(old);
                    foreach (var other in (_newOfOld[old] ?? []).Where(other => !news.Contains(other)))
                    {
                        open.Push(other);
                    }
                }
            }

            matches.Add(new NodeMatch(olds.ToImmutableArray(), news.ToImmutableArray(), _ways[i], news.Min(n => _certainties[n])));
        }

        return matches.ToImmutable();
    }
}
