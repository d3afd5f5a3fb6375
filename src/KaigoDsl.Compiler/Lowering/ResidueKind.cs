namespace KaigoDsl.Compiler.Lowering;

/// <summary>What becomes of a residue (残余).</summary>
public enum ResidueKind
{
    /// <summary>報告: it stays unpaid and is reported.</summary>
    Report,

    /// <summary>最大剰余: whole rounding units go to the largest fractions cut off; what is less than a unit stays and is reported. In a 枠 it closes every class
    /// (and the rounded budgets of the classes) by itself; in the whole only what rounding left is given, to the largest sums of fractions cut off.</summary>
    LargestRemainder,

    /// <summary>翌回へ繰越: carried to the next payment, and reported as such.</summary>
    CarryForward,

    /// <summary>特定の団体へ: to named recipients.</summary>
    Recipients,

    /// <summary>配分へ: added to another 枠 or allocation that comes later.</summary>
    SpillOver,
}
