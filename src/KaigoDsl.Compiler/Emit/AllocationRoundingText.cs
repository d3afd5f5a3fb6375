using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>端数 of allocations: how it is written in C#, and whether it leaves whole yen.</summary>
internal static class AllocationRoundingText
{
    private const string Type = "global::KaigoDsl.Runtime.AmountRounding";

    /// <summary>The rounding of a target; <see langword="null"/> for none.</summary>
    public static AllocationRounding? Of(IEnumerable<AllocationRounding> roundings, RoundingTarget target) =>
        roundings.FirstOrDefault(rounding => rounding.Target == target);

    /// <summary>How amounts of the whole are rounded: as the total, else as every amount, else as all its 枠 agree to.</summary>
    public static AllocationRounding? OfWhole(AllocationPlan plan)
    {
        if ((Of(plan.Roundings, RoundingTarget.Total) ?? Of(plan.Roundings, RoundingTarget.Amount)) is { } own)
        {
            return own;
        }

        var pools = plan.Pools.Where(pool => pool.Rule != PoolRule.Withheld).Select(pool => Of(pool.Roundings, RoundingTarget.Amount)).Distinct().ToList();
        return pools.Count == 1 ? pools[0] : null;
    }

    /// <summary>In C#.</summary>
    public static string Print(AllocationRounding rounding)
    {
        var mode = rounding.Direction switch
        {
            RoundingDirection.Down => "Down",
            RoundingDirection.Up => "Up",
            _ => "HalfUp",
        };
        return $"new {Type}(global::KaigoDsl.Runtime.RoundingMode.{mode}, {LiteralPool.Create(rounding.Unit)})";
    }

    /// <summary>Whether every amount of a 枠 is whole yen.</summary>
    public static bool IsWhole(PoolPlan pool) => pool.Rule == PoolRule.Withheld || IsWhole(Of(pool.Roundings, RoundingTarget.Amount));

    /// <summary>Whether 案 is whole yen.</summary>
    public static bool IsProposedWhole(AllocationPlan plan) =>
        IsWhole(Of(plan.Roundings, RoundingTarget.Total)) || (plan.Transition is null && Of(plan.Roundings, RoundingTarget.Total) is null && plan.Pools.All(IsWhole));

    /// <summary>Whether 交付額 is whole yen.</summary>
    public static bool IsPaymentWhole(AllocationPlan plan) => IsProposedWhole(plan) && ((plan.Cap is null && plan.Floor is null) || IsWhole(OfWhole(plan)));

    private static bool IsWhole(AllocationRounding? rounding) => rounding is { Unit: { IsInteger: true } };
}
