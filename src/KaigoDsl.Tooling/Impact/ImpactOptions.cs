using System.Collections.Immutable;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Impact;

/// <summary>What an impact is computed with besides the tables.</summary>
public sealed record ImpactOptions
{
    /// <summary>Nothing special.</summary>
    public static ImpactOptions Default { get; } = new();

    /// <summary>Constants replaced on both sides.</summary>
    public ConstantOverrides Overrides { get; init; } = ConstantOverrides.None;

    /// <summary>For a framework that aggregates members (管内): their evaluations, by index in the old program.</summary>
    public ImmutableDictionary<int, Evaluation> OldMembers { get; init; } = ImmutableDictionary<int, Evaluation>.Empty;

    /// <summary>For a framework that aggregates members (管内): their evaluations, by index in the new program.</summary>
    public ImmutableDictionary<int, Evaluation> NewMembers { get; init; } = ImmutableDictionary<int, Evaluation>.Empty;
}
