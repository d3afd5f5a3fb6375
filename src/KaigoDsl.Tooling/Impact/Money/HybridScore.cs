using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>
/// The points of a slot (得点) that is there before and after, in any world between, by entity in both tables. Where no tree between the worlds stands for the slot
/// (points without a part, a series that a 高い方 has not booked) all that moves it is one factor.
/// </summary>
internal sealed class HybridScore
{
    private readonly HybridNode? _tree;
    private readonly int _swap = -1;
    private readonly int[] _old;
    private readonly int[] _new;

    public HybridScore(Worlds worlds, int oldSlot, int newSlot)
    {
        _old = PointsOf(worlds, Side.Old, oldSlot);
        _new = PointsOf(worlds, Side.New, newSlot);
        if (oldSlot < worlds.Pair.Old.Nodes.Length && newSlot < worlds.Pair.New.Nodes.Length)
        {
            var tree = worlds.Nodes.Of(oldSlot, newSlot);
            _tree = tree.Points(new FactorSet([])).AsSpan().SequenceEqual(_old) && tree.Points(new FactorSet(tree.Factors)).AsSpan().SequenceEqual(_new) ? tree : null;
        }

        if (_tree is null && !_old.AsSpan().SequenceEqual(_new))
        {
            _swap = worlds.Book.OtherScores(NodeOf(worlds.Pair.New, newSlot));
        }

        Factors = _tree?.Factors ?? (_swap < 0 ? [] : [_swap]);
    }

    /// <summary>What the points depend on.</summary>
    public IReadOnlyList<int> Factors { get; }

    /// <summary>The points in a world; nobody writes into the array.</summary>
    public int[] Points(FactorSet world) => _tree?.Points(world) ?? (world.Has(_swap) ? _new : _old);

    private static int NodeOf(FrameworkPlan plan, int slot) => slot < plan.Nodes.Length ? slot : plan.Shadows[slot - plan.Nodes.Length].Node;

    private static int[] PointsOf(Worlds worlds, Side side, int slot)
    {
        var score = worlds.Of(side).Score(slot);
        return Array.ConvertAll(worlds.Rows.Of(side), row => score[row]);
    }
}
