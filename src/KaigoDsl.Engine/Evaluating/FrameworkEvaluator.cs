using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Interprets a framework's plan over a table: its steps in order, each over all rows. The same plan printed as C# must give the same
/// points for every row.
/// </summary>
public static class FrameworkEvaluator
{
    /// <summary>Scores every row of a table.</summary>
    /// <param name="plan">The framework.</param>
    /// <param name="table">The data, in the columns of <see cref="PlanSchema.ToTableSchema"/>.</param>
    /// <param name="overrides">Constants to replace; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">The table does not fit the plan, or the plan aggregates another framework (use <see cref="ProgramEvaluator"/>).</exception>
    public static Evaluation Evaluate(FrameworkPlan plan, EntityTable table, ConstantOverrides? overrides = null) =>
        Evaluate(plan, table, overrides, ImmutableDictionary<int, Evaluation>.Empty);

    /// <summary>Scores every row of a table whose plan aggregates over member entities (管内).</summary>
    /// <param name="plan">The framework.</param>
    /// <param name="table">The data, in the columns of <see cref="PlanSchema.ToTableSchema"/>.</param>
    /// <param name="overrides">Constants to replace; <see langword="null"/> for none.</param>
    /// <param name="members">The evaluations of the frameworks it aggregates, by their index in the program.</param>
    /// <exception cref="ArgumentException">The table does not fit the plan, or an evaluation it needs is not given.</exception>
    public static Evaluation Evaluate(
        FrameworkPlan plan,
        EntityTable table,
        ConstantOverrides? overrides,
        IReadOnlyDictionary<int, Evaluation> members)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        if (PlanSchema.FindMismatch(plan, table.Schema) is { } mismatch)
        {
            throw new ArgumentException(mismatch, nameof(table));
        }

        var constants = overrides ?? ConstantOverrides.None;
        if (FrameworkScorer.Of(plan) is not { } scorer)
        {
            return new Evaluation(EvaluateSteps(plan, table, constants, members));
        }

        var board = scorer.CreateBoard();
        scorer.Run(table, board, constants);
        return new Evaluation(plan, table, board, () => EvaluateSteps(plan, table, constants, members));
    }

    /// <summary>Runs the steps one by one and keeps everything they find out: standings, cut-offs, truths, which series was chosen.</summary>
    internal static EvaluationState EvaluateSteps(
        FrameworkPlan plan, EntityTable table, ConstantOverrides overrides, IReadOnlyDictionary<int, Evaluation> members)
    {
        var state = new EvaluationState(plan, table, overrides, members);
        var expressions = new ExpressionEvaluator(state);
        foreach (var step in plan.Steps)
        {
            switch (step)
            {
                case RankStep rank:
                    Rank(state, expressions, plan.Rankings[rank.Ranking]);
                    break;
                case ItemStep item:
                    Decide(state, expressions, plan.Items[item.Item]);
                    break;
                case PointsStep points:
                    Read(state, plan.Nodes[points.Node]);
                    break;
                case SumStep sum:
                    Sum(state, sum);
                    break;
                case BestStep best:
                    BestSeries.Run(state, best);
                    break;
                default:
                    throw new ArgumentException($"{step.GetType().Name} is not a step this engine knows.", nameof(plan));
            }
        }

        return state;
    }

    private static void Rank(EvaluationState state, ExpressionEvaluator expressions, RankingPlan plan)
    {
        var values = expressions.Quantities(plan.Value).ToArray(state.Count);
        var population = plan.Population is null ? null : expressions.Truths(plan.Population).ToArray(state.Count);
        bool[] members = population is null ? [] : Array.ConvertAll(population, static truth => truth == Truth.True);
        var tiers = plan.Tiers.Select(static tier => tier.ToOptions()).ToArray();
        state.Measures[plan.Index] = values;
        state.Populations[plan.Index] = population;

        // No row leaves `members` empty, which must not read as "everyone" — with no rows both mean the same.
        state.Rankings[plan.Index] = Ranking.Evaluate(values, members, plan.ToOptions(), tiers);
    }

    private static void Decide(EvaluationState state, ExpressionEvaluator expressions, ItemPlan plan)
    {
        var truth = plan.Condition switch
        {
            ConditionKind.Answer => new Truth[state.Count],
            ConditionKind.Tier => TierTruths(state, plan),
            _ => [.. expressions.Truths(plan.Expression ?? throw new ArgumentException($"Item {plan.Index} has no expression.", nameof(plan))).ToArray(state.Count)],
        };
        if (plan.AnswerColumn >= 0)
        {
            var answers = state.Table.Answers(plan.AnswerColumn).Values;
            for (var row = 0; row < truth.Length; row++)
            {
                truth[row] = answers[row] == Answer.NotReported ? truth[row] : answers[row].ToTruth();
            }
        }

        state.OwnConditions[plan.Index] = plan.Prerequisites.Length == 0 ? null : [.. truth];
        foreach (var prerequisite in plan.Prerequisites)
        {
            var other = state.ItemTruth(prerequisite);
            for (var row = 0; row < truth.Length; row++)
            {
                truth[row] = Kleene.And(truth[row], other[row]);
            }
        }

        state.SetItemTruth(plan.Index, truth);
        state.SetSlot(plan.Node, Array.ConvertAll(truth, met => Points.When(met, plan.Points)));
    }

    private static Truth[] TierTruths(EvaluationState state, ItemPlan plan)
    {
        var ranking = state.Ranking(plan.Ranking);
        var population = state.Populations[plan.Ranking];
        var standing = ranking.Standing;
        var hits = ranking.Tiers[plan.Tier].Hits;
        var truth = new Truth[state.Count];
        for (var row = 0; row < truth.Length; row++)
        {
            truth[row] = TierTruth.Of(hits[row], standing[row], population is null ? Truth.True : population[row]);
        }

        return truth;
    }

    private static void Read(EvaluationState state, NodePlan node) =>
        state.SetSlot(node.Index, Array.ConvertAll(state.Quantities(node.PointsColumn), Points.FromCell));

    private static void Sum(EvaluationState state, SumStep step)
    {
        var total = new int[state.Count];
        foreach (var source in step.Sources)
        {
            var points = state.Slot(source);
            for (var row = 0; row < total.Length; row++)
            {
                total[row] = Points.Add(total[row], points[row]);
            }
        }

        if (step.Cap is { } cap)
        {
            for (var row = 0; row < total.Length; row++)
            {
                total[row] = Points.AtMost(total[row], cap);
            }
        }

        state.SetSlot(step.Target, total);
    }
}
