using System.CommandLine;
using System.Text;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Data;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Reports.Html;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo diff OLD NEW</c>: what two sets of specs say differently.</summary>
internal static class DiffCommand
{
    private static readonly string[] s_severities = [.. Enum.GetNames<ChangeSeverity>().Select(static name => name.ToLowerInvariant())];

    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("diff", context.Texts.DiffDescription);
        var sides = ComparedSides.Argument(context.Texts);
        var format = options.Format("text", "md", "json", "html");
        var level = options.Level();
        var output = options.Single("--out", "FILE", context.Texts.DiffOutOption);
        var limit = options.Number("--limit", context.Texts.LimitOption, DiffMarkdown.SmallestLimit, DiffMarkdown.CommentLimit);
        var failOn = options.Single("--fail-on", "CODE|SEVERITY", context.Texts.FailOnOption);
        var unpublished = new Option<bool>("--no-published") { Description = context.Texts.NoPublishedOption, Arity = ArgumentArity.Zero };
        var impact = new ImpactOptionSet(options, context.Texts);
        failOn.Validators.Add(result =>
        {
            foreach (var word in Words(result.Tokens[0].Value).Where(static word => !IsThreshold(word)))
            {
                var known = s_severities.Concat(ChangeKinds.All.Select(static kind => kind.Code));
                result.AddError(context.Texts.NotAChoice("--fail-on", word, string.Join(", ", s_severities) + ", D101 …", NearestName.Find(word, known)));
            }
        });
        command.Arguments.Add(sides);
        command.Options.Add(level);
        command.Options.Add(format);
        command.Options.Add(output);
        command.Options.Add(limit);
        command.Options.Add(failOn);
        command.Options.Add(unpublished);
        impact.AddTo(command);
        command.SetAction(result =>
        {
            var settings = new DiffOptions { Entity = result.GetValue(level), Published = !result.GetValue(unpublished) };
            var bytes = CommandOptions.TryReadNumber(result.GetValue(limit) ?? string.Empty, out var number) ? (int)number : DiffMarkdown.CommentLimit;
            return Run(result, sides, impact, settings, new Shape(result.GetValue(format) ?? "text", result.GetValue(output), bytes), Words(result.GetValue(failOn)), context);
        });
        return command;
    }

    /// <summary>Whether a change is what <c>--fail-on</c> names: a code, or a severity and everything above it.</summary>
    public static bool IsMeant(SpecChange change, IEnumerable<string> words) => words.Any(word =>
        string.Equals(change.Kind.Code, word, StringComparison.OrdinalIgnoreCase)
        || (Enum.TryParse<ChangeSeverity>(word, ignoreCase: true, out var severity) && change.Kind.Severity >= severity));

    private static int Run(
        ParseResult result, Argument<string[]> argument, ImpactOptionSet impact, DiffOptions options, Shape shape, string[] failOn, CliContext context)
    {
        var git = new GitRepository(context.Texts);
        if (!ComparedSides.TryParse(result, argument, git, context.Texts, out var sides, out var failure))
        {
            return context.Fail(failure);
        }

        context.Progress.Show(context.Texts.ReadingSpecs);
        if (!sides.Old.TryLoad(git, context, out var old, out failure) || !sides.New.TryLoad(git, context, out var current, out failure))
        {
            return context.Fail(failure);
        }

        if (!old.Frameworks.Concat(current.Frameworks).Any(plan => options.Entity is null || string.Equals(plan.Entity, options.Entity, StringComparison.Ordinal)))
        {
            // Comparing nothing must not look like finding no differences.
            return context.Fail(CommandFailure.Usage(context.Texts.NothingToCompare));
        }

        var diff = SpecDiff.Compare(old, current, options);
        if (!impact.TryAnalyze(result, diff, context, out var impacts, out failure))
        {
            return context.Fail(failure);
        }

        var report = new DiffReport(sides.Old.Name, sides.New.Name, diff) { Impacts = impacts };
        context.Progress.Clear();
        if (shape.File is { } file
            && AtomicFiles.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(Render(report, shape with { File = null }, context)))) is { } problem)
        {
            return context.Fail(CommandFailure.Problems(context.IsJapanese ? problem.Japanese : problem.English));
        }

        // With a file for everything the terminal gets what fits a comment (Markdown) or the headline.
        context.Out.Write(shape.File is null || shape.Format == "md" ? Render(report, shape, context) : Headlines(report, context));
        return report.Diff.Changes.Any(change => IsMeant(change, failOn)) ? ExitCode.Problems : ExitCode.Fine;
    }

    private static string Render(DiffReport report, Shape shape, CliContext context) => shape.Format switch
    {
        "json" => DiffJson.Render(report, context.Language),
        "md" => DiffMarkdown.Render(report, shape.File is null ? int.MaxValue : shape.Limit, shape.File, context.Texts),
        "html" => HtmlReport.Render(report.Diff, report.OldName, report.NewName, DiffHeadline.Of(report.Diff), report.Impacts, context.Language),
        _ => DiffText.Render(report, context.Texts) + string.Concat(report.Impacts.Select(impact => ImpactText.Render(impact, context))),
    };

    private static string Headlines(DiffReport report, CliContext context) =>
        string.Concat(report.Impacts.Select(static impact => impact.Headline).Prepend(DiffHeadline.Of(report.Diff)).Select(line => line.In(context.Language) + "\n"));

    private static string[] Words(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsThreshold(string word) => s_severities.Contains(word, StringComparer.OrdinalIgnoreCase) || ChangeKinds.Find(word) is not null;

    /// <summary>How the report is given.</summary>
    /// <param name="Format">text, md, json, html.</param>
    /// <param name="File">Where the whole of it goes, besides what is printed.</param>
    /// <param name="Limit">The most bytes printed when there is a file for the rest.</param>
    private sealed record Shape(string Format, string? File, int Limit);
}
