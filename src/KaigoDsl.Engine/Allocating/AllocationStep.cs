using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>One step of the way to a row's payment: a certificate entry and the row's line in it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Pool">The row's line when money was divided; <see langword="null"/> when amounts were adjusted.</param>
/// <param name="Adjustment">The row's line when amounts were adjusted; otherwise <see langword="null"/>.</param>
/// <param name="After">What the row holds afterwards, in 円.</param>
public sealed record AllocationStep(CertificateEntry Entry, PoolRow? Pool, AdjustmentRow? Adjustment, Rational After)
{
    /// <summary>The 枠 that this step divides; <see langword="null"/> for every other step.</summary>
    public PoolPlan? Plan { get; init; }

    /// <summary>For a 区分: how the 枠 was divided among the classes.</summary>
    public PoolEntry? ClassBudgets { get; init; }

    /// <summary>What the weight was computed from.</summary>
    public ImmutableArray<InputExplanation> Inputs { get; init; } = [];

    /// <summary>For 均等: the conditions, and whether the row meets them.</summary>
    public ImmutableArray<(AllocationCondition Condition, Truth Met)> Conditions { get; init; } = [];
}
