using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace KaigoDsl.Cli;

/// <summary><c>--version</c>.</summary>
internal sealed class VersionAction(CliContext context) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        // Without the commit that a build may append: the version is what people compare.
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? string.Empty;
        context.Out.WriteLine($"kaigo {version.Split('+')[0]}");
        return ExitCode.Fine;
    }
}
