using System.CommandLine;
using System.Text;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli;

/// <summary>The help of a command, in the reader's language; wide characters count as two columns.</summary>
internal static class HelpText
{
    private const string ToolName = "kaigo";

    public static string FullName(Command command) => command is RootCommand ? ToolName : $"{ToolName} {command.Name}";

    public static string Render(Command command, IEnumerable<Option> inherited, Texts texts)
    {
        var text = new StringBuilder();
        text.Append(command.Description).Append('\n').Append('\n').Append(texts.UsageHeading).Append('\n').Append("  ").Append(FullName(command));
        if (command.Subcommands.Count > 0)
        {
            text.Append(' ').Append(texts.CommandWord);
        }

        foreach (var argument in command.Arguments)
        {
            text.Append(argument.Arity.MaximumNumberOfValues > 1 ? $" [{argument.Name}…]" : $" [{argument.Name}]");
        }

        text.Append(" [").Append(texts.OptionsWord).Append("]\n");
        AppendSection(text, texts.CommandsHeading, command.Subcommands.Select(static sub => (sub.Name, sub.Description ?? string.Empty)));
        AppendSection(text, texts.ArgumentsHeading, command.Arguments.Select(static argument => (argument.Name, argument.Description ?? string.Empty)));
        AppendSection(text, texts.OptionsHeading, command.Options.Concat(inherited).Select(option => (
            option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}",
            option.Description + (option.Required ? texts.RequiredMark : string.Empty))));
        AppendExamples(text, command, texts);
        return text.Append('\n').Append(texts.ExitCodes).Append('\n').ToString();
    }

    private static void AppendExamples(StringBuilder text, Command command, Texts texts)
    {
        if (CommandExamples.Of(command.Name) is { Length: > 0 } examples)
        {
            text.Append('\n').Append(texts.ExamplesHeading).Append('\n');
            foreach (var example in examples)
            {
                text.Append("  ").Append(example).Append('\n');
            }
        }
    }

    private static void AppendSection(StringBuilder text, string heading, IEnumerable<(string Name, string Description)> entries)
    {
        var rows = entries.ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        var width = rows.Max(static row => DisplayWidth.Of(row.Name));
        text.Append('\n').Append(heading).Append('\n');
        foreach (var (name, description) in rows)
        {
            text.Append("  ").Append(name).Append(' ', width - DisplayWidth.Of(name) + 2).Append(description).Append('\n');
        }
    }
}
