using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Where a node came from in an earlier year.</summary>
/// <param name="Kind">Which relation.</param>
/// <param name="From">Paths in the earlier framework, beginning with its fiscal year: <c>令和6年度.支援.Ⅱ.体制.3</c>; empty for 新設.</param>
public sealed record LineagePlan(LineageKind Kind, EquatableArray<string> From);
