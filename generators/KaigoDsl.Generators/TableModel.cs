using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Generators;

/// <summary>The table of one framework and everything its printed code depends on, and nothing else.</summary>
/// <param name="Framework">The framework, without what scores it.</param>
/// <param name="Options">Namespace.</param>
internal sealed record TableModel(FrameworkPlan Framework, CSharpEmitterOptions Options)
{
    public static TableModel Create(EmissionUnit unit, GeneratorOptions options) => new(unit.Plan.SeenByTable(), options.ForEmitter());
}
