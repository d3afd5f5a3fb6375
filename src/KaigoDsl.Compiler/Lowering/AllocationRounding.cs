using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>端数: where, to what unit and in which direction something is rounded.</summary>
/// <param name="Target">What is rounded.</param>
/// <param name="Unit">The unit in base units: 1000 for 千円, 1/10^10 for 小数点以下10位, 1/100 for a hundredth of a yen.</param>
/// <param name="Direction">Which way.</param>
public sealed record AllocationRounding(RoundingTarget Target, ExactNumber Unit, RoundingDirection Direction);
