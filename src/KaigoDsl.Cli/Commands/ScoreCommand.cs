using System.CommandLine;
using KaigoDsl.Data;

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
        command.Options.Add(format);
        command.Options.Add(folder);
        command.SetAction(result => Run(result, scoring, result.GetValue(format) ?? "text", result.GetValue(folder), context));
        return command;
    }

    private static int Run(ParseResult result, ScoringOptions options, string format, string? folder, CliContext context)
    {
        if (!ScoredFramework.TryCreate(result, options, context, out var scored, out var failure))
        {
            return context.Fail(failure);
        }

        var summary = ScoreSummary.Create(scored);
        context.Progress.Clear();
        if (folder is not null && !TryWrite(scored, folder, context, out failure))
        {
            return context.Fail(failure);
        }

        context.Out.Write(format switch
        {
            "json" => ScoreJson.Render(summary),
            "csv" => ScoreText.Csv(summary, context.Texts),
            "md" => ScoreText.Markdown(summary, context.Texts),
            _ => ScoreText.Text(summary, context.Texts, context.Environment.Width, context.Environment.Color),
        });
        return ExitCode.Fine;
    }

    /// <summary>Both files or neither; what was written is said on the error stream, which leaves the output to the summary.</summary>
    private static bool TryWrite(
        ScoredFramework scored, string folder, CliContext context, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out CommandFailure? failure)
    {
        var scores = Path.Combine(folder, ScoreFiles.ScoresName);
        var statistics = Path.Combine(folder, ScoreFiles.StatisticsName);
        var problem = AtomicFiles.Write(
        [
            (scores, stream => ScoreFiles.WriteScores(stream, scored.Evaluation)),
            (statistics, stream => ScoreFiles.WriteStatistics(stream, scored.Evaluation)),
        ]);
        failure = problem is null ? null : CommandFailure.Problems(context.IsJapanese ? problem.Japanese : problem.English);
        if (failure is null)
        {
            context.Error.WriteLine(context.Texts.Wrote(scores));
            context.Error.WriteLine(context.Texts.Wrote(statistics));
        }

        return failure is null;
    }
}
