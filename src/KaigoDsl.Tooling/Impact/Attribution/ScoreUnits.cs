using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>
/// Divides the points of the root into addends: sums without a cap that could bite are opened on the way down, until a node's points are got in
/// another way. Addends that are there before and after belong together, as often as the root counts them on both sides.
/// </summary>
internal sealed class ScoreUnits
{
    private readonly Worlds _worlds;
    private readonly List<int[]> _old = [];
    private readonly List<int[]> _new = [];

    public ScoreUnits(Worlds worlds)
    {
        _worlds = worlds;
        Open(Side.Old, [0], _old);
        Open(Side.New, [0], _new);
    }

    /// <summary>The addends there before and after, with how often each counts.</summary>
    public IEnumerable<(int Old, int New, int Count)> Lasting()
    {
        foreach (var group in _old.GroupBy(static chain => chain[0]))
        {
            var other = _worlds.Pair.NewOf(group.Key);
            var count = other < 0 ? 0 : Math.Min(group.Count(), _new.Count(chain => chain[0] == other));
            if (count > 0)
            {
                yield return (group.Key, other, count);
            }
        }
    }

    /// <summary>The addends of one side that the other has not, or not as often: each with what is above it, by which it counts.</summary>
    public IEnumerable<(Side Side, int[] Chain)> Passing()
    {
        var lasting = Lasting().ToArray();
        return Rest(Side.Old, _old, lasting.ToDictionary(static unit => unit.Old, static unit => unit.Count))
            .Concat(Rest(Side.New, _new, lasting.ToDictionary(static unit => unit.New, static unit => unit.Count)));
    }

    private static IEnumerable<(Side, int[])> Rest(Side side, List<int[]> chains, Dictionary<int, int> lasting)
    {
        foreach (var group in chains.GroupBy(static chain => chain[0]))
        {
            foreach (var chain in group.Skip(lasting.GetValueOrDefault(group.Key)))
            {
                yield return (side, chain);
            }
        }
    }

    private void Open(Side side, int[] chain, List<int[]> addends)
    {
        var node = _worlds.PlanOf(side).Nodes[chain[0]];
        if (node.Rule == ScoreRule.Reference)
        {
            Open(side, [node.Reference, .. chain], addends);
        }
        else if (IsOpen(side, node) && (Counterpart(side, node) is not { } other || IsOpen(Worlds.Opposite(side), other)))
        {
            foreach (var child in _worlds.ChildrenOf(side, node))
            {
                Open(side, [child, .. chain], addends);
            }
        }
        else
        {
            addends.Add(chain);
        }
    }

    private NodePlan? Counterpart(Side side, NodePlan node)
    {
        var other = side == Side.Old ? _worlds.Pair.NewOf(node.Index) : _worlds.Pair.OldOf(node.Index);
        return other < 0 ? null : _worlds.PlanOf(Worlds.Opposite(side)).Nodes[other];
    }

    private bool IsOpen(Side side, NodePlan node) => node.Rule == ScoreRule.Sum
        && (node.Cap is not { } cap || (Most(side, node) is { } most && most <= cap));

    /// <summary>The most that the nodes below could give together; <see langword="null"/> when one of them says nothing about it.</summary>
    private long? Most(Side side, NodePlan node)
    {
        long sum = 0;
        foreach (var child in _worlds.ChildrenOf(side, node))
        {
            if (_worlds.PlanOf(side).Nodes[child].FullMark is not { } points)
            {
                return null;
            }

            sum += points;
        }

        return sum;
    }
}
