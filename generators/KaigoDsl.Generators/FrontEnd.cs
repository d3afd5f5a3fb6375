using System.Collections.Immutable;
using KaigoDsl.Compiler;
using Compilation = KaigoDsl.Compiler.Compilation;

namespace KaigoDsl.Generators;

/// <summary>The one place where the generator puts files together.</summary>
internal static class FrontEnd
{
    /// <summary>The groups of files that may see each other; the order of the files in the project does not matter.</summary>
    public static ImmutableArray<FileGroup> Divide(ImmutableArray<ParsedFile> files) => FileGroup.Divide(files.Select(static file => file.Tree));

    /// <summary>What all files say together.</summary>
    public static ProgramModel Link(ImmutableArray<BoundGroup> groups, ImmutableArray<ParsedFile> files, CancellationToken cancellation)
    {
        var compilation = Compilation.Link(groups, [.. files.Select(static file => file.Tree)], cancellation);
        return ProgramModel.Create(compilation.Plan, compilation.Diagnostics.Select(DiagnosticModel.From), files);
    }
}
