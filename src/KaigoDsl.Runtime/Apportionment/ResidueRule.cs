namespace KaigoDsl.Runtime;

/// <summary>What an apportionment itself does with what rounding leaves over (残余). Carrying it on is for whoever asked.</summary>
public enum ResidueRule
{
    /// <summary>報告: it stays unpaid and is reported.</summary>
    Report,

    /// <summary>最大剰余: one unit each to the largest remainders (or back from the smallest), until less than a unit is left.</summary>
    LargestRemainder,
}
