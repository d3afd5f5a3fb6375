using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>One published figure about an allocation (配分).</summary>
/// <param name="Allocation">Index into <see cref="ProgramPlan.Allocations"/>.</param>
/// <param name="Pool">Index of its 枠; −1 for the whole.</param>
/// <param name="Class">Index of the 区分 of that 枠; −1 for the whole 枠.</param>
/// <param name="Kind">Which figure.</param>
/// <param name="Value">The figure in 円, or a count.</param>
/// <param name="Precision">Half of the last printed digit: the figure stands for [Value − Precision, Value + Precision).</param>
/// <param name="Location">Where it is written.</param>
public sealed record PublishedAmount(
    int Allocation, int Pool, int Class, AmountFigureKind Kind, ExactNumber Value, ExactNumber Precision, PlanLocation Location);
