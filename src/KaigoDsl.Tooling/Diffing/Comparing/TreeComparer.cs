using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>What became of the nodes: added, removed, moved, renumbered, merged, split.</summary>
internal static class TreeComparer
{
    public static void Compare(PairComparison comparison)
    {
        AddAdded(comparison);
        AddRemoved(comparison);
        foreach (var match in comparison.Pair.Nodes.Where(static match => match.Relation != NodeRelation.Continued))
        {
            AddRegrouped(comparison, match);
        }

        foreach (var (old, current) in comparison.Continued)
        {
            ComparePlace(comparison, old, current);
        }

        AddUnknownLineage(comparison);
    }

    /// <summary>A node whose items all come from nodes that were split, or went into merged ones, is told by them.</summary>
    private static bool IsToldByParts(FrameworkPlan plan, NodePlan node, Func<int, NodeMatch?> match) =>
        node.Children.Count > 0 && node.Children.All(child =>
            match(child) is { Relation: not NodeRelation.Continued } || (match(child) is null && IsToldByParts(plan, plan.Nodes[child], match)));

    private static void AddAdded(PairComparison comparison)
    {
        var (pair, plan) = (comparison.Pair, comparison.New);
        foreach (var node in plan.Nodes)
        {
            if (pair.MatchOfNew(node.Index) is null && (node.Parent < 0 || pair.MatchOfNew(node.Parent) is not null) && !IsToldByParts(plan, node, pair.MatchOfNew))
            {
                comparison.AddNew(ChangeKinds.NodeAdded, node, null, Describe(plan, node), PlanLocation.None);
            }
        }
    }

    private static void AddRemoved(PairComparison comparison)
    {
        var (pair, plan) = (comparison.Pair, comparison.Old);
        foreach (var node in plan.Nodes)
        {
            if (pair.MatchOfOld(node.Index) is null && (node.Parent < 0 || pair.MatchOfOld(node.Parent) is not null) && !IsToldByParts(plan, node, pair.MatchOfOld))
            {
                comparison.AddOld(ChangeKinds.NodeRemoved, node, Describe(plan, node), null, PlanLocation.None);
            }
        }
    }

    private static void AddRegrouped(PairComparison comparison, NodeMatch match)
    {
        var (oldNodes, newNodes) = (match.Old.Select(i => comparison.Old.Nodes[i]).ToArray(), match.New.Select(i => comparison.New.Nodes[i]).ToArray());
        var (before, after) = (List(oldNodes), List(newNodes));
        if (match.Relation == NodeRelation.Split)
        {
            comparison.Add(ChangeKinds.NodeSplit, oldNodes[0], newNodes[0], before, after);
        }
        else
        {
            comparison.Add(match.Relation == NodeRelation.Merged ? ChangeKinds.NodesMerged : ChangeKinds.NodesRegrouped, oldNodes[0], newNodes[0], before, after);
        }
    }

    private static void ComparePlace(PairComparison comparison, NodePlan old, NodePlan current)
    {
        if (old.Kind != current.Kind)
        {
            comparison.Add(ChangeKinds.LevelChanged, old, current, DiffTexts.Level(old.Kind), DiffTexts.Level(current.Kind));
        }

        if (current.Index == 0)
        {
            return;
        }

        var stayed = old.Parent < 0 || current.Parent < 0
            ? old.Parent < 0 && current.Parent < 0
            : comparison.Pair.MatchOfNew(current.Parent)?.Old.Contains(old.Parent) == true;
        if (!stayed)
        {
            comparison.Add(ChangeKinds.NodeMoved, old, current, DiffTexts.Plain(old.Path), DiffTexts.Plain(current.Path));
        }
        else if (!string.Equals(old.Label, current.Label, StringComparison.Ordinal))
        {
            comparison.Add(ChangeKinds.NodeRenumbered, old, current, DiffTexts.Plain(old.Path), DiffTexts.Plain(current.Path));
        }
    }

    private static void AddUnknownLineage(PairComparison comparison)
    {
        if (comparison.Pair.Relation != PairRelation.Successor)
        {
            return;
        }

        foreach (var node in comparison.New.Nodes)
        {
            foreach (var from in node.Lineage.SelectMany(static line => line.From))
            {
                if (NodeMatcher.PathIn(comparison.Old, from) is { } path && PlanTree.Find(comparison.Old, path) < 0)
                {
                    comparison.AddNew(ChangeKinds.LineageUnknown, node, null, DiffTexts.Plain(from), PlanLocation.None);
                }
            }
        }
    }

    /// <summary>Level, points and, where it has some, the number of items below.</summary>
    private static LocalizedText Describe(FrameworkPlan plan, NodePlan node)
    {
        var (level, points) = (DiffTexts.Level(node.Kind), DiffTexts.Points(node.FullMark));
        var items = node.Kind == NodeKind.Item ? 0 : CountItems(plan, node);
        return items == 0
            ? DiffTexts.Join(" ", [level, points])
            : new LocalizedText(
                $"{level.Japanese} {points.Japanese}（項目 {items}）",
                $"{level.English} {points.English} ({items} {(items == 1 ? "item" : "items")})");
    }

    private static int CountItems(FrameworkPlan plan, NodePlan node) =>
        node.Kind == NodeKind.Item ? 1 : node.Children.Sum(child => CountItems(plan, plan.Nodes[child]));

    private static LocalizedText List(IEnumerable<NodePlan> nodes) => DiffTexts.Join(" + ", nodes.Select(static node =>
    {
        var points = DiffTexts.Points(node.FullMark);
        return new LocalizedText($"{node.Path} {points.Japanese}", $"{node.Path} {points.English}");
    }));
}
