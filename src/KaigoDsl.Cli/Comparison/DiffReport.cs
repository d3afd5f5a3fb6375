using System.Collections.Immutable;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Cli;

/// <summary>A comparison ready to be shown.</summary>
/// <param name="OldName">What people call the old side.</param>
/// <param name="NewName">What people call the new side.</param>
/// <param name="Diff">What differs.</param>
internal sealed record DiffReport(string OldName, string NewName, SpecDiff Diff)
{
    /// <summary>Whom the changes move, by framework; empty without data.</summary>
    public ImmutableArray<ImpactSummary> Impacts { get; init; } = [];

    /// <summary>The severities from the most to the least.</summary>
    public static IEnumerable<ChangeSeverity> Severities { get; } = Enum.GetValues<ChangeSeverity>().OrderDescending();

    /// <summary>The changes between two frameworks (-1: of whole frameworks) of one severity.</summary>
    public IEnumerable<SpecChange> Of(int pair, ChangeSeverity severity) =>
        Diff.Changes.Where(change => change.Pair == pair && change.Kind.Severity == severity);

    /// <summary>The pairs in order, whole frameworks first.</summary>
    public IEnumerable<int> PairIndexes => Enumerable.Range(-1, Diff.Pairs.Length + 1);

    /// <summary>Matches that rest on something else than the specification's word or the same place with the same title.</summary>
    public static IEnumerable<NodeMatch> Guesses(FrameworkPair pair) => pair.Nodes.Where(static match => match.Certainty < 100);
}
