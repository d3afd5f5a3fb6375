using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>
/// A sum, a total or a 高い方 that is there before and after. A child that is there before and after counts in every world; one that came, went or
/// stands elsewhere counts with its change, with the points of its own side.
/// </summary>
internal sealed class HybridGroup : HybridNode
{
    private readonly Worlds _worlds;
    private readonly NodePlan _old;
    private readonly NodePlan _new;
    private readonly int _cap;
    private readonly List<HybridNode> _lasting = [];
    private readonly List<(Side Side, int Node, int Factor)> _passing = [];
    private readonly Dictionary<string, int[]> _points = [];

    public HybridGroup(Worlds worlds, NodePlan oldNode, NodePlan newNode)
    {
        (_worlds, _old, _new) = (worlds, oldNode, newNode);
        _cap = oldNode.Cap == newNode.Cap ? -1 : worlds.Book.Change(ChangeKinds.CapChanged, oldNode.Index, newNode.Index);
        var newChildren = ChildrenOf(Side.New, newNode).ToList();
        foreach (var child in ChildrenOf(Side.Old, oldNode))
        {
            var other = worlds.Pair.NewOf(child);
            if (newChildren.Remove(other))
            {
                _lasting.Add(worlds.Nodes.Of(child, other));
            }
            else
            {
                _passing.Add((Side.Old, child, Presence.FactorOf(worlds, Side.Old, child)));
            }
        }

        foreach (var child in newChildren)
        {
            _passing.Add((Side.New, child, Presence.FactorOf(worlds, Side.New, child)));
        }

        Factors =
        [
            .. _lasting.SelectMany(static node => node.Factors)
                .Concat(_passing.Select(static node => node.Factor))
                .Append(_cap)
                .Where(static factor => factor >= 0)
                .Distinct()
                .Order(),
        ];
    }

    public override IReadOnlyList<int> Factors { get; }

    public override int[] Points(FactorSet world)
    {
        var key = world.Seen(Factors);
        if (!_points.TryGetValue(key, out var points))
        {
            _points.Add(key, points = Compute(world));
        }

        return points;
    }

    private IEnumerable<int> ChildrenOf(Side side, NodePlan node) =>
        node.Rule == ScoreRule.Total ? node.Terms.Where(term => !_worlds.IsExcluded(side, term)) : _worlds.ChildrenOf(side, node);

    private int[] Compute(FactorSet world)
    {
        var parts = _lasting.Select(node => node.Points(world))
            .Concat(_passing.Where(node => world.SideOf(node.Factor) == node.Side).Select(node => _worlds.PointsOf(node.Side, node.Node)))
            .ToArray();
        return Worlds.Combine(_new.Rule == ScoreRule.Best, parts, (world.Has(_cap) ? _new : _old).Cap, _worlds.Rows.Count);
    }
}
