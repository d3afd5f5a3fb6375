using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>Decisions taken over one table: what <c>kaigo decide</c> shows.</summary>
/// <param name="Program">The specs.</param>
/// <param name="Evaluation">The rules as computed.</param>
/// <param name="Decisions">Indexes of the decisions asked for.</param>
/// <param name="Source">Where the data came from.</param>
internal sealed record DecidedRules(ProgramPlan Program, RulesEvaluation Evaluation, ImmutableArray<int> Decisions, DataSource Source)
{
    public RulesPlan Plan => Evaluation.Plan;

    /// <summary>What the table is called: the framework's name, or the entity's.</summary>
    public string Name => Program.TableOf(Plan).Name;

    public static bool TryCreate(
        ParseResult result,
        ScoringOptions options,
        string? wanted,
        CliContext context,
        [NotNullWhen(true)] out DecidedRules? decided,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        decided = null;
        var choice = FrameworkChoice.From(result, options.Year, options.Level);
        if (!SpecSet.TryLoad(SpecSet.PathsOf(result, options.Spec), choice.Year, context, out var specs, out failure)
            || !TryChoose(specs.Program, choice, wanted, context.Texts, out var plan, out var decisions, out failure)
            || !ConstantSettings.TryRead(result.GetValue(options.Set) ?? [], specs.Program, context.Texts, out var overrides, out failure))
        {
            return false;
        }

        var dependencies = new RuleDependencies(plan);
        var steps = decisions.Select(static decision => (RuleStepPlan)new DecisionStep(decision)).ToArray();
        var scored = steps.Any(dependencies.ReadsScores);
        var columns = decisions.SelectMany(decision => plan.Decisions[decision].Columns).Distinct();
        if (!RulesData.TryRead(result.GetValue(options.Data) ?? [], specs, plan, columns, scored, context.Texts.DataErrorsUndecided, context, out var source, out failure))
        {
            return false;
        }

        Evaluation? scores = null;
        if (scored)
        {
            context.Progress.Show(context.Texts.Scoring);
            var name = specs.Program.Frameworks[plan.Framework].Name;
            var tables = ImmutableDictionary.Create<string, Runtime.EntityTable>(StringComparer.Ordinal).Add(name, source.Table);
            var all = ProgramEvaluator.Evaluate(specs.Program, tables, overrides);
            if ((scores = all.Frameworks[plan.Framework]) is null)
            {
                failure = CommandFailure.Usage(context.Texts.MissingTables(name, string.Join(", ", all.MissingTables)));
                return false;
            }
        }

        var evaluation = RulesEvaluator.Evaluate(specs.Program, plan, source.Table, scores, overrides, steps);
        decided = new DecidedRules(specs.Program, evaluation, decisions, source);
        context.Progress.Clear();
        return true;
    }

    /// <summary>The decision of a name, or all of the one set of rules that fits; of several years the latest.</summary>
    private static bool TryChoose(
        ProgramPlan program,
        FrameworkChoice choice,
        string? wanted,
        Texts texts,
        [NotNullWhen(true)] out RulesPlan? plan,
        out ImmutableArray<int> decisions,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        (plan, decisions, failure) = (null, [], null);
        var label = wanted is null ? null : CharacterFolding.Fold(wanted.Trim());
        var some = program.Rules.Where(static rules => rules.Decisions.Length > 0).ToArray();
        var fitting = some
            .Where(rules => choice.Fits(program.TableOf(rules)) && (label is null || rules.Decisions.Any(decision => decision.Label == label)))
            .OrderByDescending(rules => program.TableOf(rules).FiscalYear)
            .ToArray();
        var names = some.SelectMany(static rules => rules.Decisions).Select(static decision => decision.Label).Distinct(StringComparer.Ordinal).ToArray();
        if (fitting.Length == 0)
        {
            failure = names.Length == 0 ? CommandFailure.Problems(texts.NoDecision)
                : CommandFailure.Usage(texts.UnknownDecision(wanted ?? choice.Level ?? string.Empty, NearestName.Find(label ?? string.Empty, names), string.Join(", ", names)));
            return false;
        }

        var entities = fitting.Select(static rules => rules.Entity).Distinct(StringComparer.Ordinal).ToArray();
        if (entities.Length > 1)
        {
            failure = CommandFailure.Usage(texts.SeveralDecisions(string.Join(", ", names), string.Join(", ", entities)));
            return false;
        }

        plan = fitting[0];
        decisions = [.. plan.Decisions.Where(decision => label is null || decision.Label == label).Select(static decision => decision.Index)];
        return true;
    }
}
