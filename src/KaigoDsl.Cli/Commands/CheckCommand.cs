using System.CommandLine;
using KaigoDsl.Compiler;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo check [PATH…]</c>: every problem in a set of specs.</summary>
internal static class CheckCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("check", context.Texts.CheckDescription);
        var paths = options.Paths();
        var spec = options.Spec();
        var format = options.Format("text", "json", "sarif", "junit");
        command.Arguments.Add(paths);
        command.Options.Add(spec);
        command.Options.Add(format);
        command.SetAction(result => Run(SpecSet.PathsOf(result, spec, paths), result.GetValue(format) ?? "text", context));
        return command;
    }

    private static int Run(string[] paths, string format, CliContext context)
    {
        context.Progress.Show(context.Texts.ReadingSpecs);
        if (!SpecFiles.TryRead(paths, year: null, context.Texts, out var trees, out var failure))
        {
            return context.Fail(failure);
        }

        var compilation = Compilation.Create(trees, Environment.ProcessorCount);
        context.Progress.Clear();
        context.Out.Write(format switch
        {
            "json" => CheckJson.Render(compilation, context.Language),
            "sarif" => CheckSarif.Render(compilation, context.Language),
            "junit" => JUnitText.OfCheck(compilation, context.Language),
            _ => CheckText.Render(compilation, context.Texts, context.Environment.Color),
        });
        if (paths.Length == 0 && format == "text")
        {
            context.Out.WriteLine(context.Texts.BuiltInHint);
        }

        return compilation.HasErrors ? ExitCode.Problems : ExitCode.Fine;
    }
}
