using KaigoDsl.Compiler.Emit;

namespace KaigoDsl.Generators;

/// <summary>One framework and everything its printed code depends on, and nothing else.</summary>
/// <param name="Unit">The framework, without the places that are not printed.</param>
/// <param name="Options">Namespace and directives.</param>
internal sealed record FrameworkModel(EmissionUnit Unit, CSharpEmitterOptions Options)
{
    public static FrameworkModel Create(EmissionUnit unit, GeneratorOptions options) => new(
        unit.WithPrintedPartsOnly(options.LineDirectives ? PlanRewriter.WithPrintedLocationsOnly : PlanRewriter.WithoutLocations),
        options.ForEmitter());
}
