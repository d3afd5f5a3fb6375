using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Which change brought a node, took it away or put it elsewhere.</summary>
internal static class Presence
{
    /// <summary>The factor by which a node of one side counts where it stands.</summary>
    public static int FactorOf(Worlds worlds, Side side, int node) => FactorOf(worlds, side, Ancestors(worlds.PlanOf(side), node));

    /// <summary>The factor by which the first node of a chain counts at the place that the others lead to; the nearest reason decides.</summary>
    /// <param name="worlds">Both worlds.</param>
    /// <param name="side">The side of the nodes.</param>
    /// <param name="chain">The node, then what is above it; through a reference into a shared group, what refers to it.</param>
    public static int FactorOf(Worlds worlds, Side side, IEnumerable<int> chain)
    {
        var pair = worlds.Pair;
        var first = -1;
        foreach (var node in chain)
        {
            first = first < 0 ? node : first;
            var match = side == Side.Old ? pair.MatchOfOld(node) : pair.MatchOfNew(node);
            var found = match is null ? OfUnmatched(worlds, side, node)
                : match.Relation != NodeRelation.Continued ? OfRegrouped(worlds, match)
                : OfPlace(worlds, match.Old[0], match.New[0]);
            if (found is { } factor)
            {
                return factor;
            }
        }

        return OfParts(worlds, side, first) ?? worlds.Book.Structure(ChangeKinds.NodeMoved, worlds.PlanOf(side).Nodes[first].Path);
    }

    private static IEnumerable<int> Ancestors(FrameworkPlan plan, int node)
    {
        for (var current = node; current >= 0; current = plan.Nodes[current].Parent)
        {
            yield return current;
        }
    }

    /// <summary>The one change that all below a node came or went by; <see langword="null"/> when there is none or they are several.</summary>
    private static int? OfParts(Worlds worlds, Side side, int node)
    {
        int? found = null;
        foreach (var child in worlds.PlanOf(side).Nodes[node].Children)
        {
            var match = side == Side.Old ? worlds.Pair.MatchOfOld(child) : worlds.Pair.MatchOfNew(child);
            var own = match is null ? OfUnmatched(worlds, side, child) : match.Relation != NodeRelation.Continued ? OfRegrouped(worlds, match) : null;
            own ??= OfParts(worlds, side, child);
            if (own is null || (found ?? own) != own)
            {
                return null;
            }

            found = own;
        }

        return found;
    }

    private static int? OfUnmatched(Worlds worlds, Side side, int node) => side == Side.Old
        ? worlds.Book.FindChange(ChangeKinds.NodeRemoved, node, -1)
        : worlds.Book.FindChange(ChangeKinds.NodeAdded, -1, node);

    private static int? OfRegrouped(Worlds worlds, NodeMatch match) =>
        worlds.Book.FindChange(ChangeKinds.NodesMerged, match.Old[0], match.New[0])
        ?? worlds.Book.FindChange(ChangeKinds.NodeSplit, match.Old[0], match.New[0])
        ?? worlds.Book.FindChange(ChangeKinds.NodesRegrouped, match.Old[0], match.New[0]);

    private static int? OfPlace(Worlds worlds, int oldNode, int newNode) =>
        worlds.Book.FindChange(ChangeKinds.NodeMoved, oldNode, newNode)
        ?? worlds.Book.FindChange(ChangeKinds.ReferenceChanged, oldNode, newNode)
        ?? worlds.Book.FindChange(ChangeKinds.RuleChanged, oldNode, newNode)
        ?? worlds.Book.FindChange(ChangeKinds.LevelChanged, oldNode, newNode)
        ?? worlds.Book.FindChange(ChangeKinds.CapChanged, oldNode, newNode);
}
