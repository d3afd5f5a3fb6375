using System.Runtime.CompilerServices;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Scores tables of one framework with the kernels of generated code: points only, without what an explanation needs. Made once for a plan
/// and used for as many tables as wanted; with a board of one's own nothing is allocated per row.
/// </summary>
public sealed class FrameworkScorer
{
    private static readonly ConditionalWeakTable<FrameworkPlan, StrongBox<FrameworkScorer?>> s_known = [];

    private readonly FrameworkPlan _plan;
    private readonly RankingRule[] _rules;
    private readonly MeasureShape[] _measures;
    private readonly ConditionShape?[] _populations;
    private readonly ConditionShape?[] _conditions;
    private readonly Dictionary<int, BestRule> _bests;
    private readonly int[][] _parts;

    private FrameworkScorer(FrameworkPlan plan, MeasureShape[] measures, ConditionShape?[] populations, ConditionShape?[] conditions)
    {
        _plan = plan;
        _measures = measures;
        _populations = populations;
        _conditions = conditions;
        var bests = plan.Steps.OfType<BestStep>().ToArray();
        var withStandings = bests.Where(best => best.Books && best.Candidates.Length > 1).SelectMany(best => best.Candidates).Select(c => c.Ranking).ToHashSet();
        _rules =
        [
            .. plan.Rankings.Select(ranking => new RankingRule(
                ranking.ToOptions(), withStandings.Contains(ranking.Index), [.. ranking.Tiers.Select(tier => tier.ToOptions())])),
        ];
        _bests = bests.ToDictionary(best => best.Target, ToRule);
        _parts = [.. plan.Steps.Select(step => step is SumStep sum ? sum.Sources.ToArray() : [])];
    }

    /// <summary>The scorer of a framework; <see langword="null"/> when a measure or condition of it has no kernel.</summary>
    public static FrameworkScorer? Of(FrameworkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return s_known.GetValue(plan, static plan => new StrongBox<FrameworkScorer?>(Create(plan))).Value;
    }

    /// <summary>A board for this framework.</summary>
    public ScoreBoard CreateBoard() => new(_plan.SlotCount, _plan.Rankings.Length);

    /// <summary>Scores every row of a table into a board; what it held is lost.</summary>
    /// <param name="table">The data, in the columns of <see cref="PlanSchema.ToTableSchema"/>.</param>
    /// <param name="board">From <see cref="CreateBoard"/>.</param>
    /// <param name="overrides">Constants to replace; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">The table does not fit the plan.</exception>
    public void Score(EntityTable table, ScoreBoard board, ConstantOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(board);
        if (PlanSchema.FindMismatch(_plan, table.Schema) is { } mismatch)
        {
            throw new ArgumentException(mismatch, nameof(table));
        }

        Run(table, board, overrides ?? ConstantOverrides.None);
    }

    /// <summary>Scores a table that is known to fit.</summary>
    internal void Run(EntityTable table, ScoreBoard board, ConstantOverrides overrides)
    {
        board.Reset(table.Count);
        var steps = _plan.Steps;
        for (var i = 0; i < steps.Length; i++)
        {
            switch (steps[i])
            {
                case RankStep rank:
                    Rank(table, board, overrides, rank.Ranking);
                    break;
                case ItemStep item:
                    Decide(table, board, overrides, _plan.Items[item.Item]);
                    break;
                case PointsStep points:
                    board.Reported(points.Node, table.Quantities(_plan.Nodes[points.Node].PointsColumn));
                    break;
                case SumStep sum:
                    board.Sum(sum.Target, _parts[i], sum.Cap ?? int.MaxValue);
                    break;
                case BestStep best:
                    board.Best(best.Target, _bests[best.Target]);
                    break;
            }
        }

        board.Complete();
    }

    private static FrameworkScorer? Create(FrameworkPlan plan)
    {
        var measures = plan.Rankings.Select(ranking => MeasureShape.OfRanking(ranking.Value)).ToArray();
        var populations = plan.Rankings.Select(ranking => ranking.Population is { } population ? ConditionShape.Of(population) : null).ToArray();
        var conditions = plan.Items.Select(item => item.Expression is { } condition ? ConditionShape.Of(condition) : null).ToArray();
        var fits = plan.Rankings.All(ranking => ranking.Population is null || populations[ranking.Index] is not null)
            && plan.Items.All(item => item.Condition != ConditionKind.Expression || conditions[item.Index] is not null)
            && plan.Steps.All(step => step is RankStep or ItemStep or PointsStep or SumStep or BestStep);
        var known = measures.OfType<MeasureShape>().ToArray();
        return fits && known.Length == measures.Length ? new FrameworkScorer(plan, known, populations, conditions) : null;
    }

    private static BestRule ToRule(BestStep best) => new(
        best.Cap ?? int.MaxValue,
        best.Books && best.Candidates.Length > 1,
        [.. best.Candidates.Select(c => new SeriesRule(c.Slot, c.Ranking, [.. c.Below.Where(below => below != c.Slot)]))]);

    private void Rank(EntityTable table, ScoreBoard board, ConstantOverrides overrides, int ranking)
    {
        var (shape, rule) = (_measures[ranking], _rules[ranking]);
        switch (_populations[ranking], shape.Kind)
        {
            case (null, MeasureKind.Score):
                board.RankScores(ranking, rule, shape.A, shape.IsNegated);
                break;
            case (null, _):
                board.Rank(ranking, rule, Measure(table, shape));
                break;
            case ({ } population, MeasureKind.Score):
                board.RankScores(ranking, rule, shape.A, shape.IsNegated, Condition(table, board, overrides, population));
                break;
            case ({ } population, _):
                board.Rank(ranking, rule, Measure(table, shape), Condition(table, board, overrides, population));
                break;
        }
    }

    private void Decide(EntityTable table, ScoreBoard board, ConstantOverrides overrides, ItemPlan item)
    {
        RowTruth met;
        if (item.Condition == ConditionKind.Answer)
        {
            met = board.Answer(table.Answers(item.AnswerColumn));
        }
        else
        {
            met = _conditions[item.Index] is { } condition ? Condition(table, board, overrides, condition) : board.Tier(item.Ranking, item.Tier);
            met = item.AnswerColumn >= 0 ? board.Override(table.Answers(item.AnswerColumn), met) : met;
        }

        foreach (var prerequisite in item.Prerequisites)
        {
            met = board.And(met, board.Met(_plan.Items[prerequisite].Node));
        }

        board.Item(item.Node, met, item.Points);
    }

    private RowTruth Condition(EntityTable table, ScoreBoard board, ConstantOverrides overrides, ConditionShape shape) => shape switch
    {
        TruthColumnShape truth => board.Is(table.Truths(truth.Column)),
        ItemShape item => board.Met(_plan.Items[item.Item].Node),
        NotShape negation => board.Not(Condition(table, board, overrides, negation.Operand)),
        BothShape both => both.Operator == BinaryOperator.And
            ? board.And(Condition(table, board, overrides, both.Left), Condition(table, board, overrides, both.Right))
            : board.Or(Condition(table, board, overrides, both.Left), Condition(table, board, overrides, both.Right)),
        NumberComparisonShape comparison => board.Compare(Measure(table, comparison.Measure), ToRuntime(comparison.Operator), Number(overrides, comparison.Number)),
        ColumnComparisonShape comparison => board.Compare(table.Quantities(comparison.Left), ToRuntime(comparison.Operator), table.Quantities(comparison.Right)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private Rational Number(ConstantOverrides overrides, ExpressionPlan number) => number switch
    {
        ConstantExpression constant => overrides.ValueOf(_plan.Constants[constant.Constant]),
        NumberExpression literal => literal.Value.ToRational(),
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };

    private static RowMeasure Measure(EntityTable table, MeasureShape shape)
    {
        var measure = shape.Kind switch
        {
            MeasureKind.Column => RowMeasure.Of(table.Quantities(shape.A)),
            MeasureKind.Ratio => RowMeasure.Ratio(table.Quantities(shape.A), table.Quantities(shape.B)),
            _ => RowMeasure.Difference(table.Quantities(shape.A), table.Quantities(shape.B), table.Quantities(shape.C), table.Quantities(shape.D)),
        };
        return shape.IsNegated ? measure.Negated() : measure;
    }

    private static RowComparison ToRuntime(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.GreaterOrEqual => RowComparison.AtLeast,
        BinaryOperator.LessOrEqual => RowComparison.AtMost,
        BinaryOperator.Greater => RowComparison.MoreThan,
        BinaryOperator.Less => RowComparison.LessThan,
        BinaryOperator.Equal => RowComparison.EqualTo,
        _ => RowComparison.NotEqualTo,
    };
}
