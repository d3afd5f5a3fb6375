using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// A step table (段階): a value for each interval of an ordered quantity, fiscal year or date. Row i holds for arguments below its
/// <see cref="StepRowPlan.Below"/> and not below the one before; the last row has none.
/// </summary>
/// <param name="Index">Position in <see cref="RulesPlan.StepTables"/>.</param>
/// <param name="Label">As written.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Title">As written, without the brackets.</param>
/// <param name="ArgumentUnit">The unit the boundaries are written in; empty for none, 年度 or 日付 for the calendar.</param>
/// <param name="ResultUnit">The unit of the values; empty for none.</param>
/// <param name="Rows">In ascending order of <see cref="StepRowPlan.Below"/>.</param>
/// <param name="Source">出典.</param>
/// <param name="Assumptions">仮定.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record StepTablePlan(
    int Index,
    string Label,
    string Identifier,
    string? Title,
    string ArgumentUnit,
    string ResultUnit,
    EquatableArray<StepRowPlan> Rows,
    string? Source,
    EquatableArray<string> Assumptions,
    PlanLocation Location);
