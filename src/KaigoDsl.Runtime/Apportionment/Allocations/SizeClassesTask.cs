using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>規模: rows in classes by a measure, each with a budget of its own.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Classes">In ascending order, without gap or overlap.</param>
/// <param name="BudgetMeasure">規模別予算 … に比例; <see langword="null"/> when the budgets are given.</param>
public sealed record SizeClassesTask(Lazy<QuantityRows> Measure, ImmutableArray<SizeClassTask> Classes, Lazy<QuantityRows>? BudgetMeasure);
