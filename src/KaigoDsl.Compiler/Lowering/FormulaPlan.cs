using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A named value of every row: 算式, or a 値 inside a decision or an allocation.</summary>
/// <param name="Index">Position in <see cref="RulesPlan.Formulas"/>.</param>
/// <param name="Label">As written.</param>
/// <param name="Owner">Label of the decision or allocation a 値 belongs to; <see langword="null"/> for an 算式, which is public.</param>
/// <param name="Identifier">Its C# name, unique among the formulas.</param>
/// <param name="Title">As written, without the brackets.</param>
/// <param name="Unit">The unit it is declared or reported in (千円); empty for none.</param>
/// <param name="UnitFactor">One of that unit in base units.</param>
/// <param name="Expression">What it is.</param>
/// <param name="Text">The expression as written, for explanations.</param>
/// <param name="Columns">Columns it reads, directly or through other rules, ascending: a table must have them to compute it.</param>
/// <param name="Source">出典.</param>
/// <param name="Assumptions">仮定.</param>
/// <param name="Documentation">The text of its <c>///</c> comment.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record FormulaPlan(
    int Index,
    string Label,
    string? Owner,
    string Identifier,
    string? Title,
    string Unit,
    ExactNumber UnitFactor,
    ExpressionPlan Expression,
    string Text,
    EquatableArray<int> Columns,
    string? Source,
    EquatableArray<string> Assumptions,
    string? Documentation,
    PlanLocation Location);
