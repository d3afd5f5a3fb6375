using System.Collections.Immutable;

namespace KaigoDsl.Tooling.Impact;

/// <summary>One side's data under the other side's rules, as far as it can be carried over, next to the same part under its own rules.</summary>
/// <param name="IsOldData">Old data under the new rules, not new data under the old ones.</param>
/// <param name="OwnPoints">By row of the data: points under its own rules, on the part that both can score; <see langword="null"/> when unknown.</param>
/// <param name="CrossedPoints">By row of the data: points under the other rules, on the same part.</param>
/// <param name="Omitted">Items left out, as nothing in the data says anything about them.</param>
public sealed record CrossedScores(
    bool IsOldData, ImmutableArray<int?> OwnPoints, ImmutableArray<int?> CrossedPoints, ImmutableArray<OmittedNode> Omitted);
