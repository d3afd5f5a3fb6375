using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis;

/// <summary>A fictional nation and how well it agrees with the published counts.</summary>
/// <param name="Table">Its data, for the framework it was made for.</param>
/// <param name="Targets">Every published count, in the order of the items.</param>
public sealed record SyntheticNationResult(EntityTable Table, ImmutableArray<TargetResult> Targets)
{
    /// <summary>Whether every published count is hit.</summary>
    public bool HitsAllTargets => Targets.All(t => t.IsAchieved);
}
