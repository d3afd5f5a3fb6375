namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>A node whose points are got in another way than before: one change, whatever lies below.</summary>
internal sealed class HybridSwap(Worlds worlds, int oldNode, int newNode, int factor) : HybridNode
{
    public override IReadOnlyList<int> Factors { get; } = [factor];

    public override int[] Points(FactorSet world) =>
        world.SideOf(factor) == Side.Old ? worlds.PointsOf(Side.Old, oldNode) : worlds.PointsOf(Side.New, newNode);
}
