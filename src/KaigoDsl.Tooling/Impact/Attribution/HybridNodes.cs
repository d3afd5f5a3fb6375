using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Makes the parts of the tree between the worlds.</summary>
internal static class HybridNodes
{
    /// <summary>A node that is there before and after.</summary>
    public static HybridNode Create(Worlds worlds, int oldNode, int newNode)
    {
        var (old, current) = (worlds.Pair.Old.Nodes[oldNode], worlds.Pair.New.Nodes[newNode]);
        switch (old.Rule, current.Rule)
        {
            case (ScoreRule.Item, ScoreRule.Item) when worlds.Items.Of(old.Item, current.Item) is { } item:
                return item;
            case (ScoreRule.Sum, ScoreRule.Sum) or (ScoreRule.Best, ScoreRule.Best) or (ScoreRule.Total, ScoreRule.Total):
                return new HybridGroup(worlds, old, current);
            case (ScoreRule.Reference, ScoreRule.Reference) when worlds.Pair.NewOf(old.Reference) == current.Reference:
                return Create(worlds, old.Reference, current.Reference);
            case (ScoreRule.Input or ScoreRule.Unconfirmed, ScoreRule.Input or ScoreRule.Unconfirmed):
                var column = worlds.FactorOf(Side.Old, old.PointsColumn);
                return new HybridSwap(worlds, oldNode, newNode, column >= 0 ? column : worlds.Book.Data);
            default:
                return new HybridSwap(worlds, oldNode, newNode, SwapFactor(worlds, old, current));
        }
    }

    private static int SwapFactor(Worlds worlds, NodePlan old, NodePlan current) =>
        worlds.Book.FindChange(ChangeKinds.RuleChanged, old.Index, current.Index)
        ?? worlds.Book.FindChange(ChangeKinds.LevelChanged, old.Index, current.Index)
        ?? worlds.Book.FindChange(ChangeKinds.ReferenceChanged, old.Index, current.Index)
        ?? worlds.Book.Change(ChangeKinds.RuleChanged, old.Index, current.Index);
}
