namespace KaigoDsl.Compiler.Lowering;

/// <summary>How a 枠 is divided.</summary>
public enum PoolRule
{
    /// <summary>按分: in proportion to a weight.</summary>
    Proportional,

    /// <summary>均等: in equal shares, one for each condition met.</summary>
    Equal,

    /// <summary>配分しない: nothing is paid by rule; the budget is residue and said to be so.</summary>
    Withheld,
}
