using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Cli;

/// <summary>The options of <c>kaigo diff</c> that bring in data.</summary>
internal sealed class ImpactOptionSet(CommandOptions options, Texts texts)
{
    private readonly Option<string[]> _data = options.Repeated("--data", "FILE", texts.ImpactDataOption);
    private readonly Option<string[]> _oldData = options.Repeated("--old-data", "FILE", texts.OldDataOption);
    private readonly Option<string[]> _newData = options.Repeated("--new-data", "FILE", texts.NewDataOption);
    private readonly Option<string[]> _set = options.Set();
    private readonly Option<bool> _anonymous = new("--anonymous") { Description = texts.AnonymousOption, Arity = ArgumentArity.Zero };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_oldData);
        command.Options.Add(_newData);
        command.Options.Add(_set);
        command.Options.Add(_anonymous);
    }

    /// <summary>Reads what was given and analyses it; nothing given, nothing analysed.</summary>
    public bool TryAnalyze(
        ParseResult result, SpecDiff diff, CliContext context, out ImmutableArray<ImpactSummary> impacts, [NotNullWhen(false)] out CommandFailure? failure)
    {
        impacts = [];
        if (!ConstantSettings.TryRead(result.GetValue(_set) ?? [], [diff.New, diff.Old], context.Texts, out var overrides, out failure))
        {
            return false;
        }

        var source = new ImpactSource(diff, overrides, context);
        var isAnonymous = result.GetValue(_anonymous);
        var done = source.TryAnalyze(result.GetValue(_data) ?? [], result.GetValue(_oldData) ?? [], result.GetValue(_newData) ?? [], out var results, out failure);
        impacts = [.. results.Select(impact => ImpactSummary.Create(impact, isAnonymous))];
        return done;
    }
}
