using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Reports;

/// <summary>What reports show of payments (交付額), in 円.</summary>
/// <param name="Allocations">The allocations.</param>
/// <param name="Compared">How many entities are compared: on both sides, with known payments.</param>
/// <param name="Gains">How many get more than before.</param>
/// <param name="Losses">How many get less than before.</param>
/// <param name="Total">The differences together; missing when no allocation is compared.</param>
public sealed record SummaryMoney(ImmutableArray<SummaryAllocation> Allocations, int Compared, int Gains, int Losses, Rational Total);
