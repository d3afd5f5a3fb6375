using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Reports;

/// <summary>One entity of a report.</summary>
/// <param name="Key">Its key, or a pseudonym.</param>
/// <param name="Name">Its name; empty when the data has none or it must not be told.</param>
/// <param name="Owner">Whom it belongs to (都道府県); empty when nothing says so or it must not be told.</param>
/// <param name="OldPoints">Points under the old set; <see langword="null"/> when unknown, not there or not to be told.</param>
/// <param name="NewPoints">Points under the new set; <see langword="null"/> when unknown, not there or not to be told.</param>
/// <param name="Difference">New points less old; <see langword="null"/> when not known.</param>
/// <param name="OldRank">Its rank under the old set; 0 for none.</param>
/// <param name="NewRank">Its rank under the new set; 0 for none.</param>
/// <param name="RankGain">Places gained (positive) or lost; <see langword="null"/> when not known or not to be told.</param>
/// <param name="Parts">What the difference consists of: index into <see cref="ImpactSummary.Factors"/> and points, the greatest first; they add up to it.</param>
public sealed record SummaryEntity(
    string Key,
    string Name,
    string Owner,
    int? OldPoints,
    int? NewPoints,
    int? Difference,
    int OldRank,
    int NewRank,
    int? RankGain,
    ImmutableArray<(int Factor, Rational Points)> Parts)
{
    /// <summary>What it was paid, in 円; missing when not known, not there or not to be told.</summary>
    public Rational OldYen { get; init; } = Rational.Missing;

    /// <summary>What it is paid, in 円; missing when not known, not there or not to be told.</summary>
    public Rational NewYen { get; init; } = Rational.Missing;

    /// <summary>What the difference of its payments consists of, in 円, the greatest first; the parts add up to it.</summary>
    public ImmutableArray<(int Factor, Rational Yen)> YenParts { get; init; } = [];

    /// <summary>New payment less old, in 円; missing when either is.</summary>
    public Rational YenDifference => NewYen - OldYen;
}
