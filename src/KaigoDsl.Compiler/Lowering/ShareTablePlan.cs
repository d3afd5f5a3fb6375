using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A table of shares (割合表) that make up a whole: who bears which part of a cost. Expressions read a share as a number.</summary>
/// <param name="Label">As written.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Title">As written, without the brackets.</param>
/// <param name="Shares">In written order; they add up to one.</param>
/// <param name="Source">出典.</param>
/// <param name="Assumptions">仮定.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record ShareTablePlan(
    string Label,
    string Identifier,
    string? Title,
    EquatableArray<SharePlan> Shares,
    string? Source,
    EquatableArray<string> Assumptions,
    PlanLocation Location);
