using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Tooling.Impact;

/// <summary>One line of an attribution, of points and of yen.</summary>
/// <param name="Kind">What sort of cause it is.</param>
/// <param name="Text">What it is, in a sentence.</param>
/// <param name="Change">For a change: its index in the changes of the comparison; otherwise, or when it goes without saying there, -1.</param>
/// <param name="Parts">By entity of <see cref="ImpactResult.Entities"/>: its part of the difference in points; missing where the difference is not known.</param>
public sealed record ImpactFactor(FactorKind Kind, LocalizedText Text, int Change, ImmutableArray<Runtime.Rational> Parts)
{
    /// <summary>By entity: its part of the difference of the payments, in 円; missing where that is not known, empty where no allocation is compared.</summary>
    public ImmutableArray<Runtime.Rational> Yen { get; init; } = [];

    /// <summary>Further changes of the comparison that only happen together with <see cref="Change"/>, and that this stands for as well.</summary>
    public ImmutableArray<int> Joined { get; init; } = [];

    /// <summary>Whether it moves anybody's points or payments.</summary>
    public bool IsEffective => Parts.Concat(Yen).Any(static part => !part.IsMissing && part.Sign != 0);

    /// <summary>How many entities get more by it.</summary>
    public int YenGains => Yen.Count(static part => !part.IsMissing && part.Sign > 0);

    /// <summary>How many entities get less by it.</summary>
    public int YenLosses => Yen.Count(static part => !part.IsMissing && part.Sign < 0);

    /// <summary>What it gives to all entities together, in 円; missing where no allocation is compared.</summary>
    public Runtime.Rational YenTotal => Yen.IsEmpty
        ? Runtime.Rational.Missing
        : Yen.Where(static part => !part.IsMissing).Aggregate(Runtime.Rational.Zero, static (sum, part) => sum + part);

    /// <summary>How many entities it gives points.</summary>
    public int Gains => Parts.Count(static part => !part.IsMissing && part.Sign > 0);

    /// <summary>How many entities it takes points from.</summary>
    public int Losses => Parts.Count(static part => !part.IsMissing && part.Sign < 0);

    /// <summary>The points it gives to all entities together.</summary>
    public Runtime.Rational Total => Parts.Where(static part => !part.IsMissing).Aggregate(Runtime.Rational.Zero, static (sum, part) => sum + part);
}
