using KaigoDsl.Compiler.Emit;

namespace KaigoDsl.Generators;

/// <summary>The rules of one entity and everything their printed code depends on, and nothing else.</summary>
/// <param name="Unit">The rules, without the places and texts that are not printed.</param>
/// <param name="Options">Namespace and directives.</param>
internal sealed record RulesModel(RulesUnit Unit, CSharpEmitterOptions Options)
{
    public static RulesModel Create(RulesUnit unit, GeneratorOptions options) => new(unit.WithPrintedPartsOnly(options.LineDirectives), options.ForEmitter());
}
