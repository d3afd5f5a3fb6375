using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>残余: what becomes of what is left.</summary>
/// <param name="kind">What happens.</param>
/// <param name="location">Where it is written.</param>
public sealed class ResidueSymbol(ResidueKind kind, TextLocation location)
{
    /// <summary>What happens.</summary>
    public ResidueKind Kind { get; } = kind;

    /// <summary>Where it is written.</summary>
    public TextLocation Location { get; } = location;

    /// <summary>For the largest remainder: what decides between equal remainders.</summary>
    public BoundExpression? Key { get; internal set; }

    /// <summary>Which end of <see cref="Key"/> comes first.</summary>
    public RankDirection KeyDirection { get; internal set; }

    /// <summary>Keys of named recipients.</summary>
    public IReadOnlyList<string> Recipients { get; internal set; } = [];

    /// <summary>The allocation spilled into; <see langword="null"/> for the same one.</summary>
    public AllocationSymbol? Allocation { get; internal set; }

    /// <summary>The 枠 spilled into; <see langword="null"/> for the whole.</summary>
    public PoolSymbol? Pool { get; internal set; }
}
