using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;
using Lowering = KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>The plan's words in the runtime's types.</summary>
internal static class PlanConversions
{
    public static Rational ToRational(this ExactNumber value) => Rational.Create(value.Numerator, value.Denominator);

    public static ColumnKind ToRuntime(this Lowering.ColumnKind kind) => kind switch
    {
        Lowering.ColumnKind.Key => ColumnKind.Key,
        Lowering.ColumnKind.Name => ColumnKind.Name,
        Lowering.ColumnKind.Attribute => ColumnKind.Attribute,
        Lowering.ColumnKind.Input => ColumnKind.Input,
        Lowering.ColumnKind.Answer => ColumnKind.Answer,
        Lowering.ColumnKind.Points => ColumnKind.Points,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static ColumnType ToRuntime(this Lowering.ColumnType type) => type switch
    {
        Lowering.ColumnType.Text => ColumnType.Text,
        Lowering.ColumnType.Quantity => ColumnType.Quantity,
        Lowering.ColumnType.Truth => ColumnType.Truth,
        Lowering.ColumnType.Year => ColumnType.Year,
        Lowering.ColumnType.Date => ColumnType.Date,
        Lowering.ColumnType.Enumeration => ColumnType.Enumeration,
        Lowering.ColumnType.Answer => ColumnType.Answer,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static RankingOptions ToOptions(this Lowering.RankingPlan plan) => new(
        plan.Direction == Lowering.RankDirection.HighestFirst ? RankDirection.HighestFirst : RankDirection.LowestFirst,
        plan.Ties == Lowering.TieRule.Include ? TieRule.Include : TieRule.Exclude,
        plan.Rounding switch
        {
            Lowering.CountRounding.Down => CountRounding.Down,
            Lowering.CountRounding.Up => CountRounding.Up,
            _ => CountRounding.Nearest,
        });

    public static TierOptions ToOptions(this Lowering.TierPlan plan) =>
        new(plan.Side == Lowering.TierSide.Top ? TierSide.Top : TierSide.Bottom, plan.Share.ToRational());
}
