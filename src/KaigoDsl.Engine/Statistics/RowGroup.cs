using System.Collections.Immutable;

namespace KaigoDsl.Engine;

/// <summary>Rows that belong together: the municipalities of a prefecture, of a size class, or all.</summary>
/// <param name="Label">What they share; <see langword="null"/> when the cell that says it is blank.</param>
/// <param name="Rows">The rows, ascending.</param>
public sealed record RowGroup(string? Label, ImmutableArray<int> Rows);
