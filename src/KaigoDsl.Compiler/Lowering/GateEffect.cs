namespace KaigoDsl.Compiler.Lowering;

/// <summary>What happens to the share of a row that fails a 交付要件.</summary>
public enum GateEffect
{
    /// <summary>分母から除く: it has no weight, no class measure and no share; the others share everything.</summary>
    LeaveBase,

    /// <summary>配分残とする: its share is computed as if it were paid, and stays residue.</summary>
    LeaveUnpaid,
}
