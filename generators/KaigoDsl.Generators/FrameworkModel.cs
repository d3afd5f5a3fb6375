using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Generators;

/// <summary>One framework and everything its printed code depends on, and nothing else.</summary>
/// <param name="Plan">The plan, without the places that are not printed.</param>
/// <param name="Options">Namespace and directives.</param>
internal sealed record FrameworkModel(FrameworkPlan Plan, CSharpEmitterOptions Options)
{
    public static IEnumerable<FrameworkModel> Create(ProgramModel program, GeneratorOptions options)
    {
        var emitter = new CSharpEmitterOptions(options.RootNamespace, options.LineDirectives);
        foreach (var plan in program.Frameworks)
        {
            yield return new FrameworkModel(options.LineDirectives ? plan.WithPrintedLocationsOnly() : plan.WithoutLocations(), emitter);
        }
    }
}
