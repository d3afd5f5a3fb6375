namespace KaigoDsl.Runtime;

/// <summary>Which part of what is left on an account is moved.</summary>
public enum TransferPart
{
    /// <summary>The whole balance.</summary>
    Whole,

    /// <summary>What no recipient of the last pool of the account could have (its caps, no weights).</summary>
    Unallocated,

    /// <summary>What rounding left in the last pool of the account.</summary>
    Rounding,
}
