using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Tooling.Impact;

/// <summary>One line of an attribution.</summary>
/// <param name="Kind">What sort of cause it is.</param>
/// <param name="Text">What it is, in a sentence.</param>
/// <param name="Change">For a change: its index in the changes of the comparison; otherwise, or when it goes without saying there, -1.</param>
/// <param name="Parts">By entity of <see cref="ImpactResult.Entities"/>: its part of the difference in points; missing where the difference is not known.</param>
public sealed record ImpactFactor(FactorKind Kind, LocalizedText Text, int Change, ImmutableArray<Runtime.Rational> Parts)
{
    /// <summary>How many entities it gives points.</summary>
    public int Gains => Parts.Count(static part => !part.IsMissing && part.Sign > 0);

    /// <summary>How many entities it takes points from.</summary>
    public int Losses => Parts.Count(static part => !part.IsMissing && part.Sign < 0);

    /// <summary>The points it gives to all entities together.</summary>
    public Runtime.Rational Total => Parts.Where(static part => !part.IsMissing).Aggregate(Runtime.Rational.Zero, static (sum, part) => sum + part);
}
