using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>A place in a framework's tree as people see it. A shared group's nodes have one place under each node that refers to it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Path">The path of this place: <c>推進.Ⅳ.1.ア.①</c> for <c>成果指標.1.ア.①</c>; empty for the framework.</param>
/// <param name="Depth">0 for the framework.</param>
public readonly record struct TreeEntry(NodePlan Node, string Path, int Depth);
