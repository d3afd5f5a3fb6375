using System.CommandLine;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo test [PATH…]</c>: the tests (試験) of a set of specs.</summary>
internal static class TestCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("test", context.Texts.TestDescription);
        var paths = options.Paths();
        var spec = options.Spec();
        var set = options.Set();
        var format = options.Format("text", "junit");
        command.Arguments.Add(paths);
        command.Options.Add(spec);
        command.Options.Add(set);
        command.Options.Add(format);
        command.SetAction(result => Run(SpecSet.PathsOf(result, spec, paths), result.GetValue(set) ?? [], result.GetValue(format) ?? "text", context));
        return command;
    }

    private static int Run(string[] paths, string[] settings, string format, CliContext context)
    {
        if (!SpecSet.TryLoad(paths, year: null, context, out var specs, out var failure)
            || !ConstantSettings.TryRead(settings, specs.Program, context.Texts, out var overrides, out failure))
        {
            return context.Fail(failure);
        }

        if (specs.Program.Tests.Length == 0)
        {
            // No test is not a passed test.
            return context.Fail(CommandFailure.Problems(context.Texts.NoTests));
        }

        var results = TestRunner.Run(specs.Program, overrides);
        context.Progress.Clear();
        context.Out.Write(format == "junit"
            ? JUnitText.OfTests(results, context.Texts)
            : TestText.Render(results, context.Texts, context.Environment.Color));
        return results.All(static result => result.Passed) ? ExitCode.Fine : ExitCode.Problems;
    }
}
