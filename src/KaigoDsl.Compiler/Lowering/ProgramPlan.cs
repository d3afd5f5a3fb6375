using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Everything a set of <c>.kaigo</c> files says, ready to run.</summary>
/// <param name="Frameworks">In evaluation order: a framework that aggregates another comes after it.</param>
/// <param name="Published">公表値, to be compared with what is computed.</param>
/// <param name="Tests">試験.</param>
public sealed record ProgramPlan(
    EquatableArray<FrameworkPlan> Frameworks,
    EquatableArray<PublishedPlan> Published,
    EquatableArray<TestPlan> Tests);
