using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators;

/// <summary>The tables of shares of a program, without places, which are not printed.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Options">Namespace.</param>
internal sealed record ShareTablesModel(EquatableArray<ShareTablePlan> Tables, CSharpEmitterOptions Options)
{
    public static ShareTablesModel Create(ProgramModel program, GeneratorOptions options) => new(
        program.ShareTables.WithoutLocations(),
        options.ForEmitter());
}
