using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Reports;

/// <summary>Winners and losers of one group in a report.</summary>
/// <param name="Label">The group; <see langword="null"/> where the data says nothing.</param>
/// <param name="IsSuppressed">Whether so few are in it that nothing may be told; the figures are then zero.</param>
/// <param name="Count">How many entities.</param>
/// <param name="Gains">How many gain points.</param>
/// <param name="Losses">How many lose points.</param>
/// <param name="Total">Their differences together, in 点.</param>
/// <param name="Mean">The mean difference, in 点.</param>
public sealed record SummaryGroup(string? Label, bool IsSuppressed, int Count, int Gains, int Losses, long Total, Rational Mean)
{
    /// <summary>How many get more from the allocations.</summary>
    public int YenGains { get; init; }

    /// <summary>How many get less from the allocations.</summary>
    public int YenLosses { get; init; }

    /// <summary>The differences of their payments together, in 円; missing where no allocation is compared.</summary>
    public Rational YenTotal { get; init; } = Rational.Missing;
}
