using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>The tier an item asks for.</summary>
/// <param name="Side">Which end it counts from.</param>
/// <param name="Share">q.</param>
/// <param name="K">q·N made whole.</param>
/// <param name="CutOff">The value at rank k; missing when k is 0.</param>
/// <param name="HitCount">How many rows are in it, ties included.</param>
public sealed record TierExplanation(Compiler.Lowering.TierSide Side, Rational Share, int K, Rational CutOff, int HitCount);
