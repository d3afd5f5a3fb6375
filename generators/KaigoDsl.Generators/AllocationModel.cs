using KaigoDsl.Compiler.Emit;

namespace KaigoDsl.Generators;

/// <summary>One allocation and everything its printed code depends on, and nothing else.</summary>
/// <param name="Unit">The allocation, without the places and texts that are not printed.</param>
/// <param name="Options">Namespace and directives.</param>
internal sealed record AllocationModel(AllocationUnit Unit, CSharpEmitterOptions Options)
{
    public static AllocationModel Create(AllocationUnit unit, GeneratorOptions options) => new(unit.WithPrintedPartsOnly(options.LineDirectives), options.ForEmitter());
}
