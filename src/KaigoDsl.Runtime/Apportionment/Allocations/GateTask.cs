namespace KaigoDsl.Runtime;

/// <summary>交付要件: who may be paid.</summary>
/// <param name="Label">The decision.</param>
/// <param name="LeavesBase">分母から除く; otherwise 配分残とする.</param>
/// <param name="IsMet">By row, whether it came out 該当.</param>
public sealed record GateTask(string Label, bool LeavesBase, Lazy<TruthRows> IsMet);
