using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>One clause of a decision.</summary>
/// <param name="Label">As written, without brackets: <c>1</c> of <c>該当 (1)</c>; empty for a plain 該当 or 非該当.</param>
/// <param name="Identifier">Its C# name among the outcomes of the decision.</param>
/// <param name="Title">The reason as written, without the brackets.</param>
/// <param name="Met">Whether it decides 該当.</param>
/// <param name="Condition">A truth expression; <see langword="null"/> for the last clause.</param>
/// <param name="Text">The condition as written, for explanations; empty for the last clause.</param>
/// <param name="Assumptions">仮定.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ClausePlan(
    string Label,
    string Identifier,
    string? Title,
    bool Met,
    ExpressionPlan? Condition,
    string Text,
    EquatableArray<string> Assumptions,
    PlanLocation Location);
