using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace KaigoDsl.Cli;

/// <summary><c>--help</c>.</summary>
internal sealed class HelpTextAction(CliContext context) : SynchronousCommandLineAction
{
    // Somebody who asks for help need not get the rest of the line right.
    public override bool ClearsParseErrors => true;

    public static string Render(ParseResult result, Texts texts)
    {
        var inherited = new List<Option>();
        for (var parent = result.CommandResult.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
        {
            inherited.AddRange(parent.Command.Options.Where(static option => option.Recursive));
        }

        return HelpText.Render(result.CommandResult.Command, inherited, texts);
    }

    public override int Invoke(ParseResult parseResult)
    {
        context.Out.Write(Render(parseResult, context.Texts));
        return ExitCode.Fine;
    }
}
