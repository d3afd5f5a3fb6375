using System.CommandLine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo score</c>: every entity's score; a summary to the terminal, files with <c>--out</c>.</summary>
internal static class ScoreCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("score", context.Texts.ScoreDescription);
        var scoring = new ScoringOptions(command, options);
        var format = options.Format("text", "json", "csv", "md");
        var folder = options.Single("--out", "DIR", context.Texts.ScoreOutOption);
        var by = options.Single("--by", "GROUP", context.Texts.ByOption);
        command.Options.Add(format);
        command.Options.Add(by);
        command.Options.Add(folder);
        command.SetAction(result => Run(
            result, scoring, result.GetValue(format) ?? "text", result.GetValue(folder), result.GetValue(by), context));
        return command;
    }

    private static int Run(ParseResult result, ScoringOptions options, string format, string? folder, string? by, CliContext context)
    {
        if (!ScoredFramework.TryCreate(result, options, context, out var scored, out var failure))
        {
            return context.Fail(failure);
        }

        GroupedScores? grouped = null;
        if (by is not null && !GroupedScores.TryCreate(scored, by, context.Texts, out grouped, out failure))
        {
            return context.Fail(failure);
        }

        var summary = ScoreSummary.Create(scored);
        context.Progress.Clear();
        if (folder is not null && !TryWrite(scored, folder, context, out failure))
        {
            return context.Fail(failure);
        }

        context.Out.Write(grouped is not null ? GroupedText.Render(grouped, summary, format, context) : format switch
        {
            "json" => ScoreJson.Render(summary),
            "csv" => ScoreText.Csv(summary, context.Texts),
            "md" => ScoreText.Markdown(summary, context.Texts),
            _ => ScoreText.Text(summary, context.Texts, context.Environment.Width, context.Environment.Color),
        });
        return ExitCode.Fine;
    }

    /// <summary>What was written is said on the error stream, which leaves the output to the summary.</summary>
    private static bool TryWrite(
        ScoredFramework scored, string folder, CliContext context, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out CommandFailure? failure)
    {
        var problem = ScoreFolder.Write(folder, scored.Evaluation, out var paths);
        failure = problem is null ? null : CommandFailure.Problems(context.IsJapanese ? problem.Japanese : problem.English);
        if (failure is null)
        {
            foreach (var path in paths)
            {
                context.Error.WriteLine(context.Texts.Wrote(path));
            }
        }

        return failure is null;
    }
}
