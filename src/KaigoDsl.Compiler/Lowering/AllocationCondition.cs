using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A 条件 of 均等: whoever meets it gets one share.</summary>
/// <param name="Label">As written: ①.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Title">As written, without the brackets.</param>
/// <param name="Condition">A truth expression.</param>
/// <param name="Text">The condition as written.</param>
/// <param name="Assumptions">仮定.</param>
/// <param name="Location">Where it is written.</param>
public sealed record AllocationCondition(
    string Label,
    string Identifier,
    string? Title,
    ExpressionPlan Condition,
    string Text,
    EquatableArray<string> Assumptions,
    PlanLocation Location);
