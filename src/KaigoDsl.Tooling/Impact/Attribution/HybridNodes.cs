using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Makes the parts of the tree between the worlds.</summary>
internal sealed class HybridNodes(Worlds worlds)
{
    private readonly Dictionary<(int Old, int New), HybridNode> _nodes = [];

    /// <summary>A node that is there before and after, made once: whoever asks shares the points it has worked out.</summary>
    public HybridNode Of(int oldNode, int newNode)
    {
        if (!_nodes.TryGetValue((oldNode, newNode), out var node))
        {
            _nodes[(oldNode, newNode)] = node = Create(oldNode, newNode);
        }

        return node;
    }

    private HybridNode Create(int oldNode, int newNode)
    {
        var (old, current) = (worlds.Pair.Old.Nodes[oldNode], worlds.Pair.New.Nodes[newNode]);
        switch (old.Rule, current.Rule)
        {
            case (ScoreRule.Item, ScoreRule.Item) when worlds.Items.Of(old.Item, current.Item) is { } item:
                return item;
            case (ScoreRule.Sum, ScoreRule.Sum) or (ScoreRule.Best, ScoreRule.Best) or (ScoreRule.Total, ScoreRule.Total):
                return new HybridGroup(worlds, old, current);
            case (ScoreRule.Reference, ScoreRule.Reference) when worlds.Pair.NewOf(old.Reference) == current.Reference:
                return Of(old.Reference, current.Reference);
            case (ScoreRule.Input or ScoreRule.Unconfirmed, ScoreRule.Input or ScoreRule.Unconfirmed):
                var column = worlds.FactorOf(Side.Old, old.PointsColumn);
                return new HybridSwap(worlds, oldNode, newNode, column >= 0 ? column : worlds.Book.Data);
            default:
                return new HybridSwap(worlds, oldNode, newNode, SwapFactor(old, current));
        }
    }

    private int SwapFactor(NodePlan old, NodePlan current) =>
        worlds.Book.FindChange(ChangeKinds.RuleChanged, old.Index, current.Index)
        ?? worlds.Book.FindChange(ChangeKinds.LevelChanged, old.Index, current.Index)
        ?? worlds.Book.FindChange(ChangeKinds.ReferenceChanged, old.Index, current.Index)
        ?? worlds.Book.Change(ChangeKinds.RuleChanged, old.Index, current.Index);
}
