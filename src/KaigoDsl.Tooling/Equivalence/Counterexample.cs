using System.Collections.Immutable;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>A nation that two programs score differently, as small as it could be made.</summary>
/// <param name="Framework">The new framework's name.</param>
/// <param name="Entities">The rows; only cells that are not blank.</param>
/// <param name="Row">Index of the row in which the scores differ.</param>
/// <param name="Node">The path of the lowest node whose points differ; empty for the framework.</param>
/// <param name="OldPoints">Its points under the old program; <see langword="null"/> when unknown.</param>
/// <param name="NewPoints">Its points under the new one.</param>
public sealed record Counterexample(
    string Framework, ImmutableArray<ImmutableArray<(string Column, string Cell)>> Entities, int Row, string Node, int? OldPoints, int? NewPoints);
