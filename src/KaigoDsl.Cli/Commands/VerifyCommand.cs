using System.CommandLine;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo verify</c>: published figures against computed ones.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("verify", context.Texts.VerifyDescription);
        var scoring = new ScoringOptions(command, options);
        var edition = options.Single("--edition", "EDITION", context.Texts.EditionOption);
        var all = new Option<bool>("--all") { Description = context.Texts.AllOption, Arity = ArgumentArity.Zero };
        var format = options.Format("text", "csv", "md");
        command.Options.Add(edition);
        command.Options.Add(all);
        command.Options.Add(format);
        command.SetAction(result => Run(result, scoring, result.GetValue(edition), result.GetValue(all), result.GetValue(format) ?? "text", context));
        return command;
    }

    private static int Run(ParseResult result, ScoringOptions options, string? edition, bool all, string format, CliContext context)
    {
        if (!ScoredFramework.TryCreate(result, options, context, out var scored, out var failure))
        {
            return context.Fail(failure);
        }

        var compared = VerifiedFigure.Of(scored, context.Texts);
        if (compared.IsEmpty)
        {
            // Nothing to compare is not the same as no difference.
            return context.Fail(CommandFailure.Problems(context.Texts.NothingPublished));
        }

        var figures = edition is null
            ? PublishedFigures.Current(compared, static figure => figure.Block, static figure => (figure.Block.Subject, figure.About, figure.Statistic))
            : [.. compared.Where(figure => string.Equals(figure.Block.Edition, edition, StringComparison.Ordinal))];
        if (figures.IsEmpty)
        {
            return context.Fail(CommandFailure.Usage(context.Texts.UnknownEdition(
                edition ?? string.Empty, string.Join(context.Texts.Separator, PublishedFigures.Editions(compared.Select(static figure => figure.Block), context.Texts)))));
        }

        context.Out.Write(VerifyText.Render(figures, scored.Plan, all, format, context));

        // Where nothing at all could be compared with the data, nothing was verified.
        var differs = figures.Any(static figure => figure.Outcome is PublishedOutcome.Disagrees or PublishedOutcome.Contradicted);
        var verified = figures.Any(static figure => figure.Outcome == PublishedOutcome.Agrees);
        return verified && !differs ? ExitCode.Fine : ExitCode.Problems;
    }
}
