namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>A part of the tree whose points can be asked for in any world between the old and the new one.</summary>
internal abstract class HybridNode
{
    /// <summary>What its points depend on.</summary>
    public abstract IReadOnlyList<int> Factors { get; }

    /// <summary>Its points in a world, by entity that is in both tables; nobody writes into the array.</summary>
    public abstract int[] Points(FactorSet world);
}
