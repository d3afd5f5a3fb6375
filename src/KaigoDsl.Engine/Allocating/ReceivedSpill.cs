using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>What an earlier allocation left to this one.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Allocation">Index of the allocation that receives it.</param>
/// <param name="Pool">Index of the 枠 that receives it; −1 for all in proportion to their budgets.</param>
/// <param name="Amount">In 円.</param>
public sealed record ReceivedSpill(string Source, int Allocation, int Pool, Rational Amount);
