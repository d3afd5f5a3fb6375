using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>A framework whose members another one aggregates (管内), as far as the other's code depends on it.</summary>
/// <param name="Index">Its index in the program, which aggregates name.</param>
/// <param name="Plan">The framework.</param>
public sealed record MemberFramework(int Index, FrameworkPlan Plan);
