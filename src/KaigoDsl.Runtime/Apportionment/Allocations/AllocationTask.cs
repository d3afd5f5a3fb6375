using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// An allocation (配分) over the rows of one table, ready to be carried out by <see cref="AllocationRun"/>: its rules as values, and what it reads as
/// columns that are worked out when they are needed. The engine makes one from a plan, generated code has it written out; both are carried
/// out here, so that amounts and certificate are the same. All amounts are exact yen.
/// </summary>
public sealed record AllocationTask
{
    /// <summary>Year, entity and label: <c>令和7年度 市町村 推進</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The keys of the rows.</summary>
    public required AllocationKeys Keys { get; init; }

    /// <summary>Names of the columns it reads that the table does not have.</summary>
    public ImmutableArray<string> MissingColumns { get; init; } = [];

    /// <summary>The budget.</summary>
    public required Lazy<Rational> Budget { get; init; }

    /// <summary>交付要件, all of which must hold.</summary>
    public ImmutableArray<GateTask> Gates { get; init; } = [];

    /// <summary>枠, in written order.</summary>
    public required ImmutableArray<PoolTask> Pools { get; init; }

    /// <summary>激変緩和; <see langword="null"/> for none.</summary>
    public TransitionTask? Transition { get; init; }

    /// <summary>端数 合計: how each row's sum over the 枠 is rounded.</summary>
    public AmountRounding TotalRounding { get; init; } = AmountRounding.None;

    /// <summary>How amounts of the whole are rounded: as the total, else as every amount, else as all its 枠 agree to.</summary>
    public AmountRounding Rounding { get; init; } = AmountRounding.None;

    /// <summary>上限 of the whole; <see langword="null"/> for none.</summary>
    public Lazy<QuantityRows>? Cap { get; init; }

    /// <summary>下限 of the whole; <see langword="null"/> for none.</summary>
    public Lazy<QuantityRows>? Floor { get; init; }

    /// <summary>再配分 of what <see cref="Cap"/> cut off; <see langword="null"/> when it stays residue.</summary>
    public RedistributionTask? Redistribution { get; init; }

    /// <summary>残余 of the whole.</summary>
    public ResidueTask Residue { get; init; } = ResidueTask.Report;
}
