using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>端数 of a plan as the runtime rounds.</summary>
internal static class AllocationRoundings
{
    public static AmountRounding Of(IEnumerable<AllocationRounding> roundings, RoundingTarget target) =>
        roundings.FirstOrDefault(rounding => rounding.Target == target) is { } found
            ? new AmountRounding(
                found.Direction switch
                {
                    RoundingDirection.Down => RoundingMode.Down,
                    RoundingDirection.Up => RoundingMode.Up,
                    _ => RoundingMode.HalfUp,
                },
                found.Unit.ToRational())
            : AmountRounding.None;

    /// <summary>How amounts of the whole are rounded: as the total, else as every amount, else as all its 枠 agree to.</summary>
    public static AmountRounding OfWhole(AllocationPlan plan)
    {
        var total = Of(plan.Roundings, RoundingTarget.Total);
        var amount = total.Mode != RoundingMode.None ? total : Of(plan.Roundings, RoundingTarget.Amount);
        if (amount.Mode != RoundingMode.None)
        {
            return amount;
        }

        var pools = plan.Pools.Where(pool => pool.Rule != PoolRule.Withheld).Select(pool => Of(pool.Roundings, RoundingTarget.Amount)).Distinct().ToArray();
        return pools.Length == 1 ? pools[0] : AmountRounding.None;
    }
}
