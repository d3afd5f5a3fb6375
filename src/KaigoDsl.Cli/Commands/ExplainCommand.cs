using System.CommandLine;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo explain --entity CODE [NODE]</c>: why an entity has its points.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("explain", context.Texts.ExplainDescription);
        var entity = options.Single("--entity", "CODE", context.Texts.EntityOption);
        entity.Required = true;
        command.Options.Add(entity);
        var scoring = new ScoringOptions(command, options);
        var format = options.Format("text", "json");
        var node = new Argument<string?>("NODE") { Arity = ArgumentArity.ZeroOrOne, Description = context.Texts.NodeArgument };
        var before = options.Single("--before", "FILE", context.Texts.BeforeOption);
        command.Options.Add(format);
        command.Options.Add(before);
        command.Arguments.Add(node);
        command.SetAction(result => AllocationChoice.TryStrip(result.GetValue(node), out var allocation)
            ? ExplainAllocation.Run(
                result, scoring, new(result.GetValue(entity) ?? string.Empty, allocation, result.GetValue(before), result.GetValue(format) ?? "text"), context)
            : result.GetValue(before) is not null ? context.Fail(CommandFailure.Usage(context.Texts.BeforeNeedsAllocation))
            : Run(result, scoring, result.GetValue(entity) ?? string.Empty, result.GetValue(node), result.GetValue(format) ?? "text", context));
        return command;
    }

    private static int Run(ParseResult result, ScoringOptions options, string entity, string? path, string format, CliContext context)
    {
        if (!ScoredFramework.TryCreate(result, options, context, out var scored, out var failure))
        {
            return context.Fail(failure);
        }

        var node = 0;
        if (!EntityFinder.TryFind(scored.Table, entity, context.Texts, out var row, out failure)
            || (path is not null && !NodeFinder.TryFind(scored.Plan, path, context.Texts, out node, out failure)))
        {
            return context.Fail(failure);
        }

        var explanation = Explanation.Create(scored.Evaluation, row, node);
        var rank = FrameworkStatistics.Create(scored.Evaluation).Ranks(0)[row];
        context.Out.Write(format == "json"
            ? ExplainJson.Render(scored, row, rank, explanation, context.Language)
            : new ExplainText(scored, row, context.Texts).Render(rank, explanation, isOverview: path is null));
        return ExitCode.Fine;
    }
}
