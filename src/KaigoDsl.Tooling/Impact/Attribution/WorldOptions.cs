using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>What both worlds share.</summary>
/// <param name="Part">What can be scored on both sides.</param>
/// <param name="Overrides">Constants replaced in both.</param>
/// <param name="OldMembers">Evaluations that the old framework aggregates, by index in the old program.</param>
/// <param name="NewMembers">Evaluations that the new framework aggregates, by index in the new program.</param>
internal sealed record WorldOptions(
    ComparablePart Part,
    ConstantOverrides Overrides,
    IReadOnlyDictionary<int, Evaluation> OldMembers,
    IReadOnlyDictionary<int, Evaluation> NewMembers);
