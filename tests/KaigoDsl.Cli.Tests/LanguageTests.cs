using System.Reflection;
using KaigoDsl.Cli.Tests.Infrastructure;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli.Tests;

public class LanguageTests
{
    [Theory]
    [InlineData("ja_JP.UTF-8", null, null, MessageLanguage.Japanese)]
    [InlineData("en_US.UTF-8", "ja_JP.UTF-8", "ja_JP.UTF-8", MessageLanguage.English)]
    [InlineData(null, "ja_JP.UTF-8", "C", MessageLanguage.Japanese)]
    [InlineData("", "", "ja", MessageLanguage.Japanese)]
    [InlineData(null, null, "C.UTF-8", MessageLanguage.English)]
    [InlineData(null, null, "jam_JM", MessageLanguage.English)]
    public void The_locale_decides_when_the_command_line_does_not(string? all, string? messages, string? lang, MessageLanguage expected) =>
        Assert.Equal(expected, CliEnvironment.FromLocale(name => name switch
        {
            "LC_ALL" => all,
            "LC_MESSAGES" => messages,
            _ => lang,
        }));

    [Fact]
    public void The_command_line_goes_before_the_locale()
    {
        var environment = CliEnvironment.Piped(MessageLanguage.Japanese);

        Assert.Contains("Usage:", CliRun.Of(environment, "--lang", "en", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("Usage:", CliRun.Of(environment, "--help", "--lang=en").Output, StringComparison.Ordinal);
        Assert.Contains("使い方:", CliRun.Of(environment, "--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_without_parameters_differs_between_the_languages_and_suits_its_own()
    {
        var (japanese, english) = (new Texts(MessageLanguage.Japanese), new Texts(MessageLanguage.English));
        var texts = typeof(Texts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)).ToArray();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.NotEqual(text.GetValue(japanese), text.GetValue(english)));
    }

    private static readonly string[] s_commands = ["check", "score", "allocate", "explain", "decide", "verify", "certify", "test", "sample", "diff", "canon", "equiv"];

    public static TheoryData<string> Examples() => new(s_commands);

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_of_the_help_are_good_command_lines(string command)
    {
        var context = new CliContext(TextWriter.Null, TextWriter.Null, CliEnvironment.Piped(MessageLanguage.English), MessageLanguage.English);
        var root = CommandLine.CreateRoot(context);

        Assert.NotEmpty(CommandExamples.Of(command));
        Assert.Contains(root.Subcommands, sub => sub.Name == command);
        Assert.All(CommandExamples.Of(command), example => Assert.Empty(root.Parse(example["kaigo ".Length..]).Errors));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("explain")]
    public void The_examples_that_need_no_file_work_as_they_stand(string command)
    {
        var examples = CommandExamples.Of(command).Where(static example => !example.Contains(".csv", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Equal(0, CliRun.Of(example.Split(' ')[1..]).ExitCode));
    }

    [Fact]
    public void Every_command_has_examples()
    {
        var context = new CliContext(TextWriter.Null, TextWriter.Null, CliEnvironment.Piped(MessageLanguage.English), MessageLanguage.English);

        Assert.Equal(s_commands, CommandLine.CreateRoot(context).Subcommands.Select(static command => command.Name));
    }
}
