using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>One framework scored over one table: what <c>score</c>, <c>explain</c> and <c>verify</c> begin with.</summary>
/// <param name="Program">The specs.</param>
/// <param name="Index">Index of the framework in the program.</param>
/// <param name="Evaluation">Its scores.</param>
/// <param name="Source">Where the data came from.</param>
/// <param name="Overrides">Constants replaced.</param>
internal sealed record ScoredFramework(ProgramPlan Program, int Index, Evaluation Evaluation, DataSource Source, ConstantOverrides Overrides)
{
    /// <summary>All frameworks that were evaluated on the way.</summary>
    public required ProgramEvaluation All { get; init; }

    public FrameworkPlan Plan => Evaluation.Plan;

    public EntityTable Table => Evaluation.Table;

    public static bool TryCreate(
        ParseResult result,
        ScoringOptions options,
        CliContext context,
        [NotNullWhen(true)] out ScoredFramework? scored,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        scored = null;
        return SpecSet.TryLoad(SpecSet.PathsOf(result, options.Spec), FrameworkChoice.From(result, options.Year, options.Level).Year, context, out var specs, out failure)
            && TryCreate(result, options, specs, context, out scored, out failure);
    }

    public static bool TryCreate(
        ParseResult result,
        ScoringOptions options,
        SpecSet specs,
        CliContext context,
        [NotNullWhen(true)] out ScoredFramework? scored,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        scored = null;
        var choice = FrameworkChoice.From(result, options.Year, options.Level);
        if (!choice.TryFind(specs.Program, context.Texts, out var framework, out failure)
            || !ConstantSettings.TryRead(result.GetValue(options.Set) ?? [], specs.Program, context.Texts, out var overrides, out failure)
            || !DataFiles.TryRead(result.GetValue(options.Data) ?? [], specs, framework, context, out var tables, out failure))
        {
            return false;
        }

        context.Progress.Show(context.Texts.Scoring);
        var program = ProgramEvaluator.Evaluate(
            specs.Program, tables.ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value.Table, StringComparer.Ordinal), overrides);
        var plan = specs.Program.Frameworks[framework];
        if (program.Frameworks[framework] is not { } evaluation)
        {
            failure = CommandFailure.Usage(context.Texts.MissingTables(plan.Name, string.Join(", ", program.MissingTables)));
            return false;
        }

        scored = new ScoredFramework(specs.Program, framework, evaluation, tables[plan.Name], overrides) { All = program };
        context.Progress.Clear();
        return true;
    }
}
