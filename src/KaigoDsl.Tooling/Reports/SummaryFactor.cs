using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>One cause of differences and whom it moves.</summary>
/// <param name="Kind">What sort of cause it is.</param>
/// <param name="Code">For a change: its code.</param>
/// <param name="Text">What it is.</param>
/// <param name="Gains">How many entities it gives points.</param>
/// <param name="Losses">How many entities it takes points from.</param>
/// <param name="Total">What it gives to all together, in 点.</param>
public sealed record SummaryFactor(FactorKind Kind, string? Code, LocalizedText Text, int Gains, int Losses, Rational Total)
{
    /// <summary>How many entities get more by it.</summary>
    public int YenGains { get; init; }

    /// <summary>How many entities get less by it.</summary>
    public int YenLosses { get; init; }

    /// <summary>What it gives to all together, in 円; missing where no allocation is compared or it must not be told.</summary>
    public Rational YenTotal { get; init; } = Rational.Missing;
}
