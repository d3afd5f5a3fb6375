using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>残余: what becomes of what rounding, caps and empty classes leave.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Key">For the largest remainder: equal remainders go in the order of this quantity; <see langword="null"/> for the order of the keys (鍵).</param>
/// <param name="KeyDirection">Which end of <paramref name="Key"/> comes first.</param>
/// <param name="Recipients">For named recipients: their keys; equal parts, what cannot be divided going to the earlier named.</param>
/// <param name="Allocation">For a spill-over into another allocation of the program: its index, greater than the one that spills; otherwise -1.</param>
/// <param name="Pool">For a spill-over into a 枠: its index in that allocation (or, with <paramref name="Allocation"/> -1, in this one, later in order); -1 for the whole, in proportion to the budgets of its 枠.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ResiduePlan(
    ResidueKind Kind,
    ExpressionPlan? Key,
    RankDirection KeyDirection,
    EquatableArray<string> Recipients,
    int Allocation,
    int Pool,
    PlanLocation Location)
{
    /// <summary>報告, the default: nobody gets it and the certificate says so.</summary>
    public static ResiduePlan Report { get; } =
        new(ResidueKind.Report, null, RankDirection.HighestFirst, EquatableArray<string>.Empty, -1, -1, PlanLocation.None);
}
