using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Cli;

/// <summary>The specs of one run, sound and ready.</summary>
/// <param name="Compilation">The files and what was found in them.</param>
/// <param name="Program">What they say.</param>
/// <param name="IsBuiltIn">Whether they came with the tool.</param>
internal sealed record SpecSet(Compilation Compilation, ProgramPlan Program, bool IsBuiltIn)
{
    /// <summary>Reads and compiles specs; errors in them end the command, with every one shown.</summary>
    public static bool TryLoad(
        IReadOnlyList<string> paths, int? year, CliContext context, [NotNullWhen(true)] out SpecSet? specs, [NotNullWhen(false)] out CommandFailure? failure)
    {
        specs = null;
        context.Progress.Show(context.Texts.ReadingSpecs);
        if (!SpecFiles.TryRead(paths, year, context.Texts, out var trees, out failure))
        {
            return false;
        }

        var compilation = Compilation.Create(trees, Environment.ProcessorCount);
        if (compilation.Plan is not { } program)
        {
            var text = new StringBuilder();
            var errors = compilation.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
            foreach (var diagnostic in errors)
            {
                text.Append(DiagnosticRenderer.Render(diagnostic, context.Language)).Append('\n');
            }

            failure = CommandFailure.Problems(text.Append(context.Texts.SpecErrors(errors.Length)).ToString());
            return false;
        }

        specs = new SpecSet(compilation, program, paths.Count == 0);
        return true;
    }

    /// <summary>What <c>--spec</c> and PATH arguments name.</summary>
    public static string[] PathsOf(ParseResult result, Option<string[]> spec, Argument<string[]>? paths = null) =>
        [.. paths is null ? [] : result.GetValue(paths) ?? [], .. result.GetValue(spec) ?? []];
}
