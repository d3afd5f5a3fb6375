using System.Collections.Immutable;

namespace KaigoDsl.Engine;

/// <summary>Figures about the rows of one group, such as the municipalities of a prefecture.</summary>
/// <param name="Group">The value they share; <see langword="null"/> for rows whose cell is blank.</param>
/// <param name="Rows">The rows, ascending.</param>
/// <param name="Nodes">One entry per node, in the plan's order.</param>
public sealed record GroupStatistics(string? Group, ImmutableArray<int> Rows, ImmutableArray<NodeStatistics> Nodes);
