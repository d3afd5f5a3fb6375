using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A part (枠) of an allocation with a budget and a rule of its own.</summary>
public sealed record PoolPlan
{
    /// <summary>As written: 基本.</summary>
    public required string Label { get; init; }

    /// <summary>Its C# name, unique in the allocation.</summary>
    public required string Identifier { get; init; }

    /// <summary>As written, without the brackets.</summary>
    public required string? Title { get; init; }

    /// <summary>The budget in yen, made of numbers and constants only.</summary>
    public required ExpressionPlan Budget { get; init; }

    /// <summary>How it is divided.</summary>
    public required PoolRule Rule { get; init; }

    /// <summary>
    /// 按分: what a row counts, a quantity of any dimension, at least zero; missing or negative refuses the run, naming the row.
    /// For 均等 the number of <see cref="Conditions"/> that are true; <see langword="null"/> then, and for 配分しない.
    /// </summary>
    public required ExpressionPlan? Weight { get; init; }

    /// <summary>For 均等: a share for each condition met; unknown counts as not met and is listed. Empty: one share each.</summary>
    public required EquatableArray<AllocationCondition> Conditions { get; init; }

    /// <summary>規模 and its budgets; <see langword="null"/> when the pool is divided at once.</summary>
    public required SizeClassesPlan? Classes { get; init; }

    /// <summary>対象: rows that take part; <see langword="null"/> for all. Unknown does not take part and is listed.</summary>
    public required ExpressionPlan? Members { get; init; }

    /// <summary>上限 within this pool, in yen; <see langword="null"/> for none.</summary>
    public required ExpressionPlan? Cap { get; init; }

    /// <summary>下限 within this pool, in yen; <see langword="null"/> for none.</summary>
    public required ExpressionPlan? Floor { get; init; }

    /// <summary>再配分 within the pool (per class): 収束まで with <see cref="Cap"/> and <see cref="Floor"/> is the self-normalising rate r of min(cap, max(floor, r × weight)).</summary>
    public required RedistributionPlan? Redistribution { get; init; }

    /// <summary>端数 in force here: its own and, for targets it leaves out, the allocation's.</summary>
    public required EquatableArray<AllocationRounding> Roundings { get; init; }

    /// <summary>残余 of the pool; <see langword="null"/> when it goes into the residue of the whole (for 配分しない: when it stays, whatever the whole does).</summary>
    public required ResiduePlan? Residue { get; init; }

    /// <summary>出典.</summary>
    public required string? Source { get; init; }

    /// <summary>仮定 written at the pool and its clauses.</summary>
    public required EquatableArray<string> Assumptions { get; init; }

    /// <summary>The weight as written, for explanations; empty when there is none.</summary>
    public required string WeightText { get; init; }

    /// <summary>For 配分しない: why, as written; <see langword="null"/> when not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it is declared.</summary>
    public required PlanLocation Location { get; init; }
}
