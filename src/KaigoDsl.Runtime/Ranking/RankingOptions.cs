namespace KaigoDsl.Runtime;

/// <summary>How a 順位 orders and counts.</summary>
/// <param name="Direction">Which end is best.</param>
/// <param name="Ties">What happens at the cut-off.</param>
/// <param name="Rounding">How q·N becomes k.</param>
public readonly record struct RankingOptions(
    RankDirection Direction = RankDirection.HighestFirst,
    TieRule Ties = TieRule.Include,
    CountRounding Rounding = CountRounding.Down);
