using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// An allocation (配分) of a fixed budget over the rows of one entity's table. All amounts are exact yen.
/// </summary>
/// <remarks>
/// The order is part of the meaning:
/// <list type="number">
/// <item>交付要件: who may be paid. <see cref="GateEffect.LeaveBase"/> takes the others out of every denominator, <see cref="GateEffect.LeaveUnpaid"/>
/// computes their share and does not pay it. A gate that cannot be decided for a row refuses the run.</item>
/// <item>Each 枠 in written order: its budget (plus what an earlier allocation or 枠 spilled into it), class budgets, quotas, its own caps and
/// floors, its rounding, its residue.</item>
/// <item>案 = the sum of the 枠, then 激変緩和, then the rounding of the total.</item>
/// <item>上限 and 下限 of the whole, 再配分 of what the caps cut off, rounding again.</item>
/// <item>Amounts of the whole are rounded as 合計 says, otherwise as 金額 of the whole, otherwise as all its 枠 agree.</item>
/// <item>残余 of the whole. Then Σ 交付額 + residue = budget, as the certificate shows.</item>
/// </list>
/// </remarks>
public sealed record AllocationPlan
{
    /// <summary>Position in <see cref="ProgramPlan.Allocations"/>, an order in which spill-over and references are satisfied.</summary>
    public required int Index { get; init; }

    /// <summary>As written: 推進.</summary>
    public required string Label { get; init; }

    /// <summary>Year, entity and label: <c>令和7年度 市町村 推進</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its C# name, unique within year and entity.</summary>
    public required string Identifier { get; init; }

    /// <summary>As written, without the brackets.</summary>
    public required string? Title { get; init; }

    /// <summary>The fiscal year, Western.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Short era form: <c>R7</c>.</summary>
    public required string YearCode { get; init; }

    /// <summary>Index into <see cref="ProgramPlan.Rules"/>: what its expressions stand on.</summary>
    public required int Rules { get; init; }

    /// <summary>The budget in yen, made of numbers and constants only.</summary>
    public required ExpressionPlan Budget { get; init; }

    /// <summary>交付要件, all of which must hold.</summary>
    public required EquatableArray<GatePlan> Gates { get; init; }

    /// <summary>枠, in written order; their budgets add up to <see cref="Budget"/>.</summary>
    public required EquatableArray<PoolPlan> Pools { get; init; }

    /// <summary>激変緩和; <see langword="null"/> for none.</summary>
    public required TransitionPlan? Transition { get; init; }

    /// <summary>端数 of the whole (a 枠 has its own); at most one for each target.</summary>
    public required EquatableArray<AllocationRounding> Roundings { get; init; }

    /// <summary>上限: an amount in yen no row may exceed; <see langword="null"/> for none. A missing value refuses the run.</summary>
    public required ExpressionPlan? Cap { get; init; }

    /// <summary>下限: an amount in yen every payable row gets at least; <see langword="null"/> for none.</summary>
    public required ExpressionPlan? Floor { get; init; }

    /// <summary>再配分 of what <see cref="Cap"/> cut off; <see langword="null"/> when it stays residue.</summary>
    public required RedistributionPlan? Redistribution { get; init; }

    /// <summary>残余 of the whole.</summary>
    public required ResiduePlan Residue { get; init; }

    /// <summary>Columns it reads, directly or through rules and gates, ascending: a table must have them, blank or not.</summary>
    public required EquatableArray<int> Columns { get; init; }

    /// <summary>出典.</summary>
    public required string? Source { get; init; }

    /// <summary>仮定 written at the allocation itself.</summary>
    public required EquatableArray<string> Assumptions { get; init; }

    /// <summary>The text of its <c>///</c> comment.</summary>
    public required string? Documentation { get; init; }

    /// <summary>Where it is declared.</summary>
    public required PlanLocation Location { get; init; }
}
