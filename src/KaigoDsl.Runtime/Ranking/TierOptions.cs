namespace KaigoDsl.Runtime;

/// <summary>A tier of a ranking: 上位7割 is <see cref="TierSide.Top"/> with 7/10.</summary>
/// <param name="Side">Which end it counts from.</param>
/// <param name="Share">q, between 0 and 1, both included.</param>
public readonly record struct TierOptions(TierSide Side, Rational Share);
