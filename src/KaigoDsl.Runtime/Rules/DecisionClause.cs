namespace KaigoDsl.Runtime;

/// <summary>A clause of a decision (判定), as generated code knows it.</summary>
/// <typeparam name="TOutcome">The outcomes of the decision.</typeparam>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Label">As written, without brackets; empty for a plain 該当 or 非該当.</param>
/// <param name="IsMet">Whether it decides 該当.</param>
/// <param name="Reason">Its label and title, to be shown: <c>該当 (1) 事業費を拡充した場合</c>.</param>
public sealed record DecisionClause<TOutcome>(TOutcome Outcome, string Label, bool IsMet, string Reason)
    where TOutcome : struct, Enum;
