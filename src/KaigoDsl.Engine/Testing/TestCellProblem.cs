using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>A given cell (与える) that its column cannot hold.</summary>
/// <param name="Column">The column.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record TestCellProblem(ColumnPlan Column, CellProblem Problem);
