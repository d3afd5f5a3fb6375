using System.CommandLine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo allocate</c>: every allocation to the yen; a closing table to the terminal, amounts and certificates with <c>--out</c>.</summary>
internal static class AllocateCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("allocate", context.Texts.AllocateDescription);
        var scoring = new ScoringOptions(command, options);
        var format = options.Format("text", "json", "csv", "md");
        var folder = options.Single("--out", "DIR", context.Texts.AllocateOutOption);
        command.Options.Add(format);
        command.Options.Add(folder);
        command.SetAction(result => Run(result, scoring, result.GetValue(format) ?? "text", result.GetValue(folder), context));
        return command;
    }

    private static int Run(ParseResult result, ScoringOptions options, string format, string? folder, CliContext context)
    {
        if (!AllocatedTable.TryCreate(result, options, context, out var allocated, out var failure))
        {
            return context.Fail(failure);
        }

        if (allocated.Failure(context.Texts) is { } refused)
        {
            return context.Fail(refused);
        }

        if (folder is not null)
        {
            if (AllocationFolder.Write(folder, allocated, out var paths) is { } problem)
            {
                return context.Fail(CommandFailure.Problems(context.IsJapanese ? problem.Japanese : problem.English));
            }

            foreach (var path in paths)
            {
                context.Error.WriteLine(context.Texts.Wrote(path));
            }
        }

        context.Out.Write(format switch
        {
            "json" => AllocationJson.Render(allocated),
            "csv" => AllocationText.Csv(allocated, context.Texts),
            "md" => AllocationText.Markdown(allocated, context.Texts),
            _ => AllocationText.Text(allocated, context),
        });
        return ExitCode.Fine;
    }
}
