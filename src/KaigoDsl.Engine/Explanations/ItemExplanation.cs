using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>How one item was decided for one row.</summary>
/// <param name="Plan">The item.</param>
/// <param name="Condition">What decides, in words: 回答, 上位7割, or the expression.</param>
/// <param name="Met">Whether it is met, prerequisites included.</param>
/// <param name="Reason">Why it scores or does not.</param>
/// <param name="Reported">The answer in the data; <see langword="null"/> when the item has no answer column. 未報告 overrides nothing.</param>
/// <param name="IsOverridden">Whether the reported answer decided a computed item.</param>
/// <param name="Tier">For a tier: its numbers.</param>
/// <param name="Inputs">The cells that the expression used.</param>
/// <param name="Prerequisites">前提.</param>
public sealed record ItemExplanation(
    ItemPlan Plan,
    LocalizedText Condition,
    Truth Met,
    ReasonCode Reason,
    Answer? Reported,
    bool IsOverridden,
    TierExplanation? Tier,
    ImmutableArray<InputExplanation> Inputs,
    ImmutableArray<PrerequisiteExplanation> Prerequisites);
