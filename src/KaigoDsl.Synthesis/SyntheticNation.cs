using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Synthesis.Nation;
using KaigoDsl.Synthesis.Solving;

namespace KaigoDsl.Synthesis;

/// <summary>
/// Makes a fictional nation whose municipalities meet every item exactly as often as was published, wherever the rule allows it. The
/// same plan, published values, seed and size give the same nation, to the byte, on every platform; no floating point is involved.
/// </summary>
public static class SyntheticNation
{
    /// <summary>The number of municipalities that the framework scores in reality.</summary>
    public const int DefaultEntityCount = Geography.RealCount;

    /// <summary>The seed of the nation that is built in.</summary>
    public const int DefaultSeed = 7;

    /// <summary>Creates a nation.</summary>
    /// <param name="plan">The framework; measures that are plain arithmetic over inputs can be steered, others are left to chance.</param>
    /// <param name="published">Its published values; only 団体数 and 該当団体数 are used. An item without a count is met by about half.</param>
    /// <param name="seed">Which nation.</param>
    /// <param name="entityCount">How many municipalities; at least 1. Counts are scaled when it is not the published number.</param>
    public static SyntheticNationResult Create(
        FrameworkPlan plan, IEnumerable<PublishedPlan> published, int seed = DefaultSeed, int entityCount = DefaultEntityCount)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(published);
        ArgumentOutOfRangeException.ThrowIfLessThan(entityCount, 1);
        var draft = new NationDraft(plan, Geography.Create((ulong)seed, entityCount), (ulong)seed);
        var targets = new PublishedTargets(plan, published, entityCount);
        var reasons = new Dictionary<int, string>();
        AttributeFiller.Fill(draft);
        AnswerSolver.Solve(draft, targets, reasons);
        MeasureSolver.Solve(draft, targets, reasons);
        AttributeFiller.FillUndecidedInputs(draft);
        ScoreRankingSolver.Solve(draft, targets, reasons);

        var table = draft.ToTable();
        var evaluation = FrameworkEvaluator.Evaluate(plan, table);
        if (RulesInputFiller.HasAny(plan))
        {
            RulesInputFiller.Fill(draft, evaluation);
            table = draft.ToTable();
        }

        var results = ImmutableArray.CreateBuilder<TargetResult>();
        foreach (var item in plan.Items)
        {
            if (!targets.Has(item.Index))
            {
                continue;
            }

            var achieved = 0;
            foreach (var points in evaluation.Score(item.Node).Values)
            {
                achieved += points > 0 ? 1 : 0;
            }

            var target = targets.Of(item.Index);
            results.Add(new TargetResult(
                item.Index,
                plan.Nodes[item.Node].Path,
                target,
                achieved,
                target == achieved ? null : reasons.GetValueOrDefault(item.Index, "the rule and the other counts leave no other number")));
        }

        return new SyntheticNationResult(table, results.ToImmutable());
    }
}
