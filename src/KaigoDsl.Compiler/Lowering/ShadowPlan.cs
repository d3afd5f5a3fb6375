namespace KaigoDsl.Compiler.Lowering;

/// <summary>A shadow slot: the points a node has without an indicator below it (<c>除く この指標</c>).</summary>
/// <param name="Node">The node summed.</param>
/// <param name="Without">The indicator left out.</param>
public sealed record ShadowPlan(int Node, int Without);
