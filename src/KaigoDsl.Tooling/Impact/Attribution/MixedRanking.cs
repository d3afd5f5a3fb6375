using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>A ranking put together for one world, over the columns of a <see cref="MixedPlan"/>.</summary>
internal sealed record MixedRanking(
    ExpressionPlan Value, ExpressionPlan? Population, RankDirection Direction, TieRule Ties, CountRounding Rounding, TierPlan Tier);
