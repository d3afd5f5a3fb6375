using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli;

/// <summary>The tool as a function: arguments in, two streams out, an exit code back.</summary>
internal static class CommandLine
{
    private const string TraceVariable = "KAIGO_TRACE";

    /// <summary>Runs one command. Never throws.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CliEnvironment environment)
    {
        var language = FindLanguage(arguments) ?? environment.Language;
        var context = new CliContext(output, error, environment, language);
        try
        {
            return Run(arguments, context);
        }
        catch (Exception problem)
        {
            // The one place where anything unforeseen ends: a short message, never a stack trace in the face of a user.
            context.Progress.Clear();
            error.WriteLine(context.Texts.InternalError(problem));
            if (Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 })
            {
                error.WriteLine(problem);
            }

            return ExitCode.InternalError;
        }
    }

    /// <summary>The whole command line. Commands to come (fmt, template, lsp) are added here when they work.</summary>
    internal static RootCommand CreateRoot(CliContext context)
    {
        var options = new CommandOptions(context.Texts);
        var root = new RootCommand(context.Texts.ToolDescription) { options.Language() };
        root.Subcommands.Add(CheckCommand.Create(context, options));
        root.Subcommands.Add(ScoreCommand.Create(context, options));
        root.Subcommands.Add(AllocateCommand.Create(context, options));
        root.Subcommands.Add(ExplainCommand.Create(context, options));
        root.Subcommands.Add(DecideCommand.Create(context, options));
        root.Subcommands.Add(VerifyCommand.Create(context, options));
        root.Subcommands.Add(CertifyCommand.Create(context, options));
        root.Subcommands.Add(TestCommand.Create(context, options));
        root.Subcommands.Add(SampleCommand.Create(context, options));
        root.Subcommands.Add(DiffCommand.Create(context, options));
        root.Subcommands.Add(CanonCommand.Create(context));
        root.Subcommands.Add(EquivCommand.Create(context));
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
            {
                option.Description = context.Texts.HelpOption;
                option.Action = new HelpTextAction(context);
            }
            else if (option is VersionOption)
            {
                option.Description = context.Texts.VersionOption;
                option.Action = new VersionAction(context);

                // The library refuses other options beside this one; --lang may stand beside everything.
                option.Validators.Clear();
            }
        }

        return root;
    }

    private static int Run(IReadOnlyList<string> arguments, CliContext context)
    {
        var result = CreateRoot(context).Parse(arguments);
        if (result.Action is ParseErrorAction || result.Errors.Count > 0)
        {
            return ShowUsage(result, context);
        }

        return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = context.Out, Error = context.Error });
    }

    private static int ShowUsage(ParseResult result, CliContext context)
    {
        var messages = UsageErrors.Describe(result, context.Texts);
        if (messages.IsEmpty)
        {
            context.Error.Write(HelpTextAction.Render(result, context.Texts));
            return ExitCode.WrongUsage;
        }

        foreach (var message in messages)
        {
            context.Error.WriteLine(message);
        }

        context.Error.WriteLine(context.Texts.SeeHelp(HelpText.FullName(result.CommandResult.Command)));
        return ExitCode.WrongUsage;
    }

    /// <summary>The language must be known before the options that describe themselves in it are made.</summary>
    private static MessageLanguage? FindLanguage(IReadOnlyList<string> arguments)
    {
        MessageLanguage? found = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = arguments[i] == "--lang" && i + 1 < arguments.Count ? arguments[i + 1]
                : arguments[i].StartsWith("--lang=", StringComparison.Ordinal) || arguments[i].StartsWith("--lang:", StringComparison.Ordinal) ? arguments[i][7..]
                : null;
            found = value switch
            {
                "ja" => MessageLanguage.Japanese,
                "en" => MessageLanguage.English,
                _ => found,
            };
        }

        return found;
    }
}
