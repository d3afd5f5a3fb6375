using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli;

/// <summary>The options that commands share, each in one place so that it means the same everywhere.</summary>
internal sealed class CommandOptions(Texts texts)
{
    public static string[] LanguageNames { get; } = ["ja", "en"];

    public Option<string?> Language()
    {
        var option = Choice("--lang", "ja|en", texts.LanguageOption, LanguageNames);
        option.Recursive = true;
        return option;
    }

    public Argument<string[]> Paths() => new("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = texts.PathArgument };

    public Option<string[]> Spec() => Repeated("--spec", "PATH", texts.SpecOption);

    public Option<string[]> Data() => Repeated("--data", "FILE", texts.DataOption);

    public Option<string[]> Set() => Repeated("--set", "NAME=VALUE", texts.SetOption);

    public Option<string?> Level() => Single("--level", "LEVEL", texts.LevelOption);

    public Option<string?> Year()
    {
        var option = Single("--year", "YEAR", texts.YearOption);
        option.Validators.Add(result =>
        {
            var text = result.Tokens[0].Value;
            if (!FiscalYearLiteral.TryParse(text, out _))
            {
                result.AddError(texts.NotAYear(text));
            }
        });
        return option;
    }

    public Option<string?> Format(params string[] formats) =>
        Choice("--format", string.Join('|', formats), texts.FormatOption(string.Join(", ", formats)), formats);

    /// <summary>A whole number of a range.</summary>
    public Option<string?> Number(string name, string description, long minimum, long maximum)
    {
        var option = Single(name, "N", description);
        option.Validators.Add(result =>
        {
            var text = result.Tokens[0].Value;
            if (!TryReadNumber(text, out var number) || number < minimum || number > maximum)
            {
                result.AddError(texts.NotANumber(name, text, texts.RangeFrom(minimum, maximum)));
            }
        });
        return option;
    }

    public Option<string?> Single(string name, string valueName, string description)
    {
        var option = new Option<string?>(name) { HelpName = valueName, Description = description, Arity = ArgumentArity.ExactlyOne };
        option.Validators.Add(RefuseOptionAsValue);
        return option;
    }

    public static bool TryReadNumber(string text, out long number) =>
        long.TryParse(CharacterFolding.Fold(text).Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    public Option<string[]> Repeated(string name, string valueName, string description)
    {
        var option = new Option<string[]>(name) { HelpName = valueName, Description = description, Arity = ArgumentArity.OneOrMore };
        option.Validators.Add(RefuseOptionAsValue);
        return option;
    }

    /// <summary>In <c>--entity --lang ja</c> the value was forgotten; the parser would take the next option for it.</summary>
    private void RefuseOptionAsValue(OptionResult result)
    {
        if (result.Tokens.Any(static token => token.Value.StartsWith("--", StringComparison.Ordinal)))
        {
            result.AddError(texts.OptionValueMissing(result.Option.Name, result.Option.HelpName ?? string.Empty));
        }
    }

    private Option<string?> Choice(string name, string valueName, string description, string[] choices)
    {
        var option = Single(name, valueName, description);
        option.Validators.Add(result =>
        {
            var text = result.Tokens[0].Value;
            if (!choices.Contains(text, StringComparer.Ordinal))
            {
                result.AddError(texts.NotAChoice(name, text, string.Join(", ", choices), NearestName.Find(text, choices)));
            }
        });
        return option;
    }
}
