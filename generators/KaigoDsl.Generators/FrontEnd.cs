using System.Collections.Immutable;
using Compilation = KaigoDsl.Compiler.Compilation;

namespace KaigoDsl.Generators;

/// <summary>The one place where the generator calls the compiler's front end.</summary>
internal static class FrontEnd
{
    /// <summary>Compiles all files together; their order in the project does not matter.</summary>
    public static ProgramModel Compile(ImmutableArray<ParsedFile> files, CancellationToken cancellation)
    {
        var compilation = Compilation.Create(files.Select(static file => file.Tree).ToImmutableArray(), cancellation);
        return ProgramModel.Create(compilation.Plan, compilation.Diagnostics.Select(DiagnosticModel.From), files);
    }
}
