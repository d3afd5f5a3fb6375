using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>A 枠 of an <see cref="AllocationTask"/>.</summary>
public sealed record PoolTask
{
    /// <summary>As written: 基本.</summary>
    public required string Label { get; init; }

    /// <summary>The budget in 円.</summary>
    public required Lazy<Rational> Budget { get; init; }

    /// <summary>配分しない: nothing is paid by rule.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>按分: what a row counts; <see langword="null"/> for 均等, where the <see cref="Conditions"/> count.</summary>
    public Lazy<QuantityRows>? Weight { get; init; }

    /// <summary>均等: a share for each condition met; empty for one share each.</summary>
    public ImmutableArray<ConditionTask> Conditions { get; init; } = [];

    /// <summary>規模; <see langword="null"/> when the pool is divided at once.</summary>
    public SizeClassesTask? Classes { get; init; }

    /// <summary>対象; <see langword="null"/> for all.</summary>
    public Lazy<TruthRows>? Members { get; init; }

    /// <summary>上限 within the pool; <see langword="null"/> for none.</summary>
    public Lazy<QuantityRows>? Cap { get; init; }

    /// <summary>下限 within the pool; <see langword="null"/> for none.</summary>
    public Lazy<QuantityRows>? Floor { get; init; }

    /// <summary>再配分 within the pool, per class.</summary>
    public RedistributionTask? Redistribution { get; init; }

    /// <summary>端数 金額.</summary>
    public AmountRounding Rounding { get; init; } = AmountRounding.None;

    /// <summary>端数 按分率.</summary>
    public AmountRounding ShareRounding { get; init; } = AmountRounding.None;

    /// <summary>端数 規模別予算.</summary>
    public AmountRounding ClassRounding { get; init; } = AmountRounding.None;

    /// <summary>残余 of the pool; <see langword="null"/> when it goes into that of the whole.</summary>
    public ResidueTask? Residue { get; init; }
}
