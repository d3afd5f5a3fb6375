namespace KaigoDsl.Runtime;

/// <summary>What becomes of a residue (残余) of an allocation.</summary>
public enum ResidueEnd
{
    /// <summary>報告: it stays unpaid and is reported.</summary>
    Report,

    /// <summary>最大剰余: whole units to the largest fractions cut off.</summary>
    LargestRemainder,

    /// <summary>翌回へ繰越: carried to the next payment.</summary>
    CarryForward,

    /// <summary>特定の団体へ: to named recipients.</summary>
    Recipients,

    /// <summary>配分へ or 枠へ: to another allocation or 枠 that comes later.</summary>
    SpillOver,
}
