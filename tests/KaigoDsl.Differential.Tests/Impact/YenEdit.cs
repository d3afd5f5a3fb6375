using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Money;

namespace KaigoDsl.Differential.Tests.Impact;

/// <summary>One thing changed about an allocation, as a person would change it.</summary>
/// <param name="Code">The kind of change that a comparison must call it.</param>
/// <param name="Pool">The label of the 枠 it is about; empty for the whole.</param>
/// <param name="Apply">Makes the change.</param>
internal sealed record YenEdit(string Code, string Pool, Func<AllocationModel, AllocationModel> Apply)
{
    /// <summary>What the change is said to be about.</summary>
    public string Subject => Pool.Length == 0 ? "令和7年度 市町村 推進" : $"令和7年度 市町村 推進.{Pool}";

    /// <summary>Edits of which a comparison makes one change each, or with another weight several that only happen together.</summary>
    public static IReadOnlyList<YenEdit> Of(AllocationModel model, Dice dice)
    {
        var edits = new List<YenEdit>();
        foreach (var pool in model.Pools)
        {
            if (pool.Sizes is null or { Budgets.IsEmpty: true })
            {
                var more = pool.Budget + (1_000 * dice.Between(1, 500));
                edits.Add(At("D706", pool, p => p with { Budget = more }));
            }

            if (pool.IsWithheld)
            {
                continue;
            }

            edits.Add(At("D710", pool, p => p with { HasMembers = !pool.HasMembers }));
            edits.Add(At("D717", pool, p => p with { Left = pool.Left == Left.LargestRemainder ? Left.Report : Left.LargestRemainder }));
            if (pool.Weight is { } weight)
            {
                var other = dice.Pick([.. Enum.GetValues<WeightKind>().Where(w => w != weight)]);
                edits.Add(At("D708", pool, p => p with { Weight = other }));
                if (pool.Share is null)
                {
                    edits.Add(At("D707", pool, static p => p with { Weight = null }));
                }
            }
            else if (pool.Share is null)
            {
                edits.Add(At("D707", pool, static p => p with { Weight = WeightKind.Insured }));
            }

            if (pool.CapDivisor is { } cap)
            {
                edits.Add(At("D714", pool, p => p with { CapDivisor = cap + 3 }));
            }

            if (pool.FloorDivisor is { } floor)
            {
                edits.Add(At("D715", pool, p => p with { FloorDivisor = floor + 7 }));
            }

            if (pool.Amount is { } amount)
            {
                edits.Add(At("D713", pool, p => p with { Amount = new Cut(amount.Numerator == 10 ? 1 : 10, 1, Direction.Down) }));
            }
        }

        if (model.Pools.Length > 1)
        {
            edits.Add(new YenEdit("D705", model.Pools[^1].Label, static m => m with { Pools = m.Pools.RemoveAt(m.Pools.Length - 1) }));
        }

        var leaves = dice.Chance(50);
        edits.Add(new YenEdit("D719", string.Empty, m => m with { GateLeavesBase = model.GateLeavesBase is null ? leaves : null }));
        edits.Add(new YenEdit("D718", string.Empty, m => m with { Transition = model.Transition + 7 }));
        edits.Add(new YenEdit("D713", string.Empty, m => m with { Total = model.Total is null ? new Cut(10, 1, Direction.Down) : null }));
        if (!model.HasCap)
        {
            edits.Add(new YenEdit("D714", string.Empty, static m => m with { HasCap = true }));
        }
        else
        {
            edits.Add(new YenEdit("D716", string.Empty, m => m with { Again = model.Again is null ? new Again(null, false) : null }));
        }

        return dice.Shuffle(edits);
    }

    private static YenEdit At(string code, PoolModel pool, Func<PoolModel, PoolModel> change) => new(
        code, pool.Label, model => model with { Pools = [.. model.Pools.Select(p => p.Label == pool.Label ? change(p) : p)] });
}
