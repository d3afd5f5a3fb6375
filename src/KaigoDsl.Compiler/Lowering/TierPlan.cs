using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A tier of a ranking: 上位7割 is <c>Top</c> with share 7/10. k = share × N, rounded as the ranking says; k = 0 means nobody.</summary>
/// <param name="Item">The item that uses it.</param>
/// <param name="Side">Which end it counts from.</param>
/// <param name="Share">Between 0 and 1, both included.</param>
public sealed record TierPlan(int Item, TierSide Side, ExactNumber Share);
