using System.Collections.Immutable;

namespace KaigoDsl.Differential.Tests.Money;

internal enum WeightKind
{
    PointsTimesInsured,
    AdjustedPoints,
    Insured,
    InsuredTimesFactor,
}

internal enum ConditionKind
{
    Depopulated,
    TopThreeTenths,
    SixtyPoints,
    Eligible,
}

internal enum Direction
{
    Down,
    Nearest,
    Up,
}

internal enum Left
{
    /// <summary>Nothing is written.</summary>
    Unsaid,
    Report,
    CarryForward,
    LargestRemainder,
}

/// <summary>端数: 1 yen, 1000 yen, a hundredth of a yen; for shares 10^-3.</summary>
internal sealed record Cut(int Numerator, int Denominator, Direction Direction);

/// <summary>再配分; no rounds for 収束まで.</summary>
internal sealed record Again(int? Rounds, bool MembersOnly);

/// <summary>規模 with its boundaries in 人; budgets in 円, or in proportion to the insured.</summary>
internal sealed record Sizes(ImmutableArray<int> Boundaries, ImmutableArray<long> Budgets);

internal sealed record PoolModel(string Label, long Budget)
{
    public bool IsWithheld { get; init; }

    /// <summary>按分; otherwise 均等.</summary>
    public WeightKind? Weight { get; init; }

    public ImmutableArray<ConditionKind> Conditions { get; init; } = [];

    public Sizes? Sizes { get; init; }

    /// <summary>対象 推進.得点 &gt; 20点.</summary>
    public bool HasMembers { get; init; }

    /// <summary>上限 必要額 ÷ this.</summary>
    public int? CapDivisor { get; init; }

    /// <summary>下限 必要額 ÷ 1000 times this.</summary>
    public int? FloorDivisor { get; init; }

    public Again? Again { get; init; }

    public Cut? Amount { get; init; }

    public Cut? Share { get; init; }

    public Cut? ClassBudget { get; init; }

    public Left Left { get; init; }
}

/// <summary>An allocation as the tests see it: nothing here comes from the product.</summary>
internal sealed record AllocationModel(ImmutableArray<PoolModel> Pools)
{
    /// <summary>Whether 交付要件 leaves the base; null for no gate.</summary>
    public bool? GateLeavesBase { get; init; }

    /// <summary>激変緩和 in percent of last year; null for none.</summary>
    public int? Transition { get; init; }

    public bool IsNormalised { get; init; }

    /// <summary>端数 金額 for all 枠 that say nothing else.</summary>
    public Cut? Amount { get; init; }

    public Cut? Total { get; init; }

    public bool HasCap { get; init; }

    public Again? Again { get; init; }

    public Left Left { get; init; }
}

/// <summary>One row; null is 欠測.</summary>
internal sealed record RowModel(string Key, int Insured, int? Points, bool? Depopulated, long? Needs, long? Previous, long? Actual);
