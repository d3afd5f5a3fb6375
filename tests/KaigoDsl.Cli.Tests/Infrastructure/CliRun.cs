using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli.Tests.Infrastructure;

/// <summary>One run of the tool inside the test process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static CliRun Of(params string[] arguments) => Of(CliEnvironment.Piped(MessageLanguage.Japanese), arguments);

    public static CliRun Of(CliEnvironment environment, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, output, error, environment);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
