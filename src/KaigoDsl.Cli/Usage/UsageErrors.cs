using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli;

/// <summary>
/// What is wrong with a command line, in the reader's language: the parser's own messages exist in English only, so they are worded anew
/// from what it found.
/// </summary>
internal static class UsageErrors
{
    public static ImmutableArray<string> Describe(ParseResult result, Texts texts)
    {
        var messages = ImmutableArray.CreateBuilder<string>();
        foreach (var error in result.Errors)
        {
            if (error.SymbolResult is OptionResult option)
            {
                messages.Add(DescribeOption(option, error.Message, texts));
            }
        }

        AddUnmatched(result, texts, messages);
        return [.. messages.Distinct(StringComparer.Ordinal)];
    }

    private static string DescribeOption(OptionResult result, string message, Texts texts)
    {
        var option = result.Option;
        return result.IdentifierToken is null ? texts.OptionMissing($"{option.Name} {option.HelpName}")
            : result.IdentifierTokenCount > 1 && option.Arity.MaximumNumberOfValues == 1 ? texts.OptionRepeated(option.Name)
            : result.Tokens.Count == 0 ? texts.OptionValueMissing(option.Name, option.HelpName ?? string.Empty)
            : message;
    }

    private static void AddUnmatched(ParseResult result, Texts texts, ImmutableArray<string>.Builder messages)
    {
        var command = result.CommandResult.Command;
        var options = OptionNames(result.CommandResult).ToArray();
        var afterUnknownOption = false;
        foreach (var token in result.UnmatchedTokens)
        {
            if (token.StartsWith('-') && token.Length > 1)
            {
                var name = token.Split('=', ':')[0];
                messages.Add(texts.UnknownOption(name, NearestName.Find(name, options)));
                afterUnknownOption = true;
                continue;
            }

            // What follows an unknown option is most likely its value, not a mistake of its own.
            if (!afterUnknownOption)
            {
                messages.Add(command.Subcommands.Count > 0
                    ? texts.UnknownCommand(token, NearestName.Find(token, command.Subcommands.Select(static sub => sub.Name)))
                    : texts.UnexpectedArgument(token));
            }

            afterUnknownOption = false;
            if (command.Subcommands.Count > 0)
            {
                return;
            }
        }
    }

    private static IEnumerable<string> OptionNames(CommandResult result)
    {
        foreach (var option in result.Command.Options)
        {
            yield return option.Name;
        }

        for (var parent = result.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
        {
            foreach (var option in parent.Command.Options.Where(static option => option.Recursive))
            {
                yield return option.Name;
            }
        }
    }
}
