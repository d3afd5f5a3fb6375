using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Computes rules over a table: formulas, standings and decisions in the order of the plan.</summary>
public static class RulesEvaluator
{
    /// <summary>Computes rules and all they read.</summary>
    /// <param name="program">The program.</param>
    /// <param name="plan">The rules.</param>
    /// <param name="table">The data, in the columns of the rules.</param>
    /// <param name="scores">The framework evaluated over the same table; may be left out when nothing asked for reads scores.</param>
    /// <param name="overrides">Constants to replace; <see langword="null"/> for none. They must be those the scores were computed with.</param>
    /// <param name="wanted">The rules to compute; <see langword="null"/> for all, or without scores for all that read none.</param>
    /// <exception cref="ArgumentException">The table does not fit, the scores are of another framework or table, or are needed and missing.</exception>
    public static RulesEvaluation Evaluate(
        ProgramPlan program,
        RulesPlan plan,
        EntityTable table,
        Evaluation? scores = null,
        ConstantOverrides? overrides = null,
        IEnumerable<RuleStepPlan>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        var framework = program.TableOf(plan);
        if (PlanSchema.FindMismatch(framework, table.Schema) is { } mismatch)
        {
            throw new ArgumentException(mismatch, nameof(table));
        }

        if (scores is not null && (!ReferenceEquals(scores.Table, table) || scores.Plan.Name != framework.Name))
        {
            throw new ArgumentException($"The scores are not those of `{framework.Name}` over this table.", nameof(scores));
        }

        var dependencies = new RuleDependencies(plan);
        var steps = wanted is null
            ? plan.Steps.Where(step => scores is not null || !dependencies.ReadsScores(step)).ToArray()
            : dependencies.Closure(wanted).ToArray();
        if (scores is null && steps.Any(dependencies.ReadsScores))
        {
            throw new ArgumentException($"Rules of `{plan.Entity}` read scores, so the framework must be evaluated first.", nameof(scores));
        }

        var evaluation = new RulesEvaluation(plan, table, scores, overrides ?? ConstantOverrides.None);
        foreach (var step in steps)
        {
            evaluation.Run(step);
        }

        return evaluation;
    }
}
