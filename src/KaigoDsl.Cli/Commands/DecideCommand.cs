using System.CommandLine;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo decide [DECISION]</c>: the outcome and the reason of a decision for every entity, or all about one.</summary>
internal static class DecideCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("decide", context.Texts.DecideDescription);
        var scoring = new ScoringOptions(command, options);
        var entity = options.Single("--entity", "CODE", context.Texts.DecideEntityOption);
        var format = options.Format("text", "json", "csv", "md");
        var decision = new Argument<string?>("DECISION") { Arity = ArgumentArity.ZeroOrOne, Description = context.Texts.DecisionArgument };
        command.Options.Add(entity);
        command.Options.Add(format);
        command.Arguments.Add(decision);
        command.SetAction(result => Run(
            result, scoring, result.GetValue(decision), result.GetValue(entity), result.GetValue(format) ?? "text", context));
        return command;
    }

    private static int Run(ParseResult result, ScoringOptions options, string? decision, string? entity, string format, CliContext context)
    {
        if (!DecidedRules.TryCreate(result, options, decision, context, out var decided, out var failure))
        {
            return context.Fail(failure);
        }

        if (entity is null)
        {
            context.Out.Write(format == "json" ? DecideJson.Render(decided) : DecideText.Render(decided, format, context));
            return ExitCode.Fine;
        }

        if (!EntityFinder.TryFind(decided.Evaluation.Table, entity, context.Texts, out var row, out failure))
        {
            return context.Fail(failure);
        }

        var explanations = decided.Decisions
            .Select(index => DecisionExplanation.Create(decided.Program, decided.Evaluation, index, row))
            .ToArray();
        context.Out.Write(format == "json"
            ? DecideJson.Render(decided, row, explanations, context.Language)
            : new DecisionText(decided, row, context).Render(explanations));
        return ExitCode.Fine;
    }
}
