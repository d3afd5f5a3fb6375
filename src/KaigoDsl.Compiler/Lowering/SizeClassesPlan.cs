using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>規模: rows are put into classes by a measure, and every class has a budget of its own.</summary>
/// <param name="Measure">What is measured (第1号被保険者数); missing refuses the run.</param>
/// <param name="Classes">In ascending order; they cover the line without gap or overlap.</param>
/// <param name="BudgetMeasure">規模別予算 … に比例: each class gets the pool in proportion to the sum of this over its rows; <see langword="null"/> when the budgets are given.</param>
/// <param name="Text">The measure as written.</param>
/// <param name="Assumptions">仮定.</param>
/// <param name="Location">Where it is written.</param>
public sealed record SizeClassesPlan(
    ExpressionPlan Measure,
    EquatableArray<SizeClassPlan> Classes,
    ExpressionPlan? BudgetMeasure,
    string Text,
    EquatableArray<string> Assumptions,
    PlanLocation Location);
