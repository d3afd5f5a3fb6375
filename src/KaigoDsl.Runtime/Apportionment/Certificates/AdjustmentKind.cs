namespace KaigoDsl.Runtime;

/// <summary>What an <see cref="AdjustmentEntry"/> does.</summary>
public enum AdjustmentKind
{
    /// <summary>The new amount is the smaller of what the recipient holds and its limit; without a limit what it holds.</summary>
    Cap,

    /// <summary>The new amount is the limit.</summary>
    Set,
}
