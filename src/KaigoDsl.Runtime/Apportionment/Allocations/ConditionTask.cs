namespace KaigoDsl.Runtime;

/// <summary>A 条件 of 均等.</summary>
/// <param name="Label">As written: ①.</param>
/// <param name="IsMet">By row, whether it is met.</param>
public sealed record ConditionTask(string Label, Lazy<TruthRows> IsMet);
