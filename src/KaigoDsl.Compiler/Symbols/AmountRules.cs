using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>What is done to amounts, of an allocation as of a 枠.</summary>
public sealed class AmountRules
{
    /// <summary>端数, each target once.</summary>
    public List<AllocationRounding> Roundings { get; } = [];

    /// <summary>上限.</summary>
    public BoundExpression? Cap { get; internal set; }

    /// <summary>下限.</summary>
    public BoundExpression? Floor { get; internal set; }

    /// <summary>再配分.</summary>
    public RedistributionSymbol? Redistribution { get; internal set; }

    /// <summary>残余.</summary>
    public ResidueSymbol? Residue { get; internal set; }

    /// <summary>Whether a 上限 is written, bound or not.</summary>
    internal bool HasCap { get; set; }

    /// <summary>Where 端数 按分率 is written; <see langword="null"/> when it is not.</summary>
    internal TextLocation? ShareRoundingLocation { get; set; }

    internal IEnumerable<BoundExpression?> Expressions => [Cap, Floor, Redistribution?.Weight, Redistribution?.Participants, Residue?.Key];
}
