using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>残余: what becomes of what rounding, caps and empty classes leave.</summary>
/// <param name="End">What becomes of it.</param>
public sealed record ResidueTask(ResidueEnd End)
{
    /// <summary>報告.</summary>
    public static ResidueTask Report { get; } = new(ResidueEnd.Report);

    /// <summary>For the largest remainder: decides between equal remainders; <see langword="null"/> for the row keys.</summary>
    public Lazy<QuantityRows>? Key { get; init; }

    /// <summary>Which end of <see cref="Key"/> comes first.</summary>
    public TieOrder KeyOrder { get; init; }

    /// <summary>For named recipients: their keys.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>For a spill-over into another allocation: its index in the program; otherwise −1.</summary>
    public int Allocation { get; init; } = -1;

    /// <summary>The name of that allocation.</summary>
    public string AllocationName { get; init; } = string.Empty;

    /// <summary>For a spill-over into a 枠: its index; −1 for the whole.</summary>
    public int Pool { get; init; } = -1;
}
