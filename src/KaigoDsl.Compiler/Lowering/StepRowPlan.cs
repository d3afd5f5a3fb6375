using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>One row of a step table.</summary>
/// <param name="Below">Upper boundary in base units (a date as yyyymmdd); <see langword="null"/> for the last row.</param>
/// <param name="BelowIncluded">Whether the boundary itself still belongs to this row (以下); otherwise to the next (未満).</param>
/// <param name="Value">The value in base units.</param>
/// <param name="Title">As written, without the brackets.</param>
public sealed record StepRowPlan(ExactNumber? Below, bool BelowIncluded, ExactNumber Value, string? Title);
