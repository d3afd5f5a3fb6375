using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// Rankings over scores (今年度の評価得点). Nothing can be set directly there; instead two municipalities exchange an answer of equal
/// points, which moves their totals and leaves every count as it is, until as many totals are at or above each cut-off as published.
/// </summary>
internal sealed class ScoreRankingSolver
{
    private const int Rounds = 8;

    private readonly NationDraft _draft;
    private readonly List<RankingCut> _cuts;
    private readonly List<ItemPlan> _exchangeable;
    private readonly int[] _totals;

    private ScoreRankingSolver(NationDraft draft, List<RankingCut> cuts, int[] totals)
    {
        _draft = draft;
        _cuts = cuts;
        _totals = totals;
        _exchangeable = Exchangeable(draft.Plan);
    }

    /// <summary>Whether a measure depends on scores.</summary>
    public static bool ReadsScores(ExpressionPlan expression) => expression switch
    {
        ScoreExpression => true,
        UnaryExpression unary => ReadsScores(unary.Operand),
        BinaryExpression binary => ReadsScores(binary.Left) || ReadsScores(binary.Right),
        ConditionalExpression conditional => ReadsScores(conditional.WhenTrue) || ReadsScores(conditional.WhenFalse),
        CallExpression call => call.Arguments.Any(ReadsScores),
        _ => false,
    };

    public static void Solve(NationDraft draft, PublishedTargets targets, Dictionary<int, string> reasons)
    {
        foreach (var ranking in draft.Plan.Steps.OfType<RankStep>().Select(s => draft.Plan.Rankings[s.Ranking]).Where(r => ReadsScores(r.Value)))
        {
            if (ranking.Value is not ScoreExpression || ranking.Population is not null || ranking.Direction != Compiler.Lowering.RankDirection.HighestFirst)
            {
                foreach (var tier in ranking.Tiers)
                {
                    reasons.TryAdd(tier.Item, "only a ranking of all entities by one score, the highest first, can be steered");
                }

                continue;
            }

            for (var round = 0; round < Rounds; round++)
            {
                var totals = Totals(draft, ranking);
                var solver = new ScoreRankingSolver(draft, Cuts(draft, targets, ranking), totals);
                if (!solver.Adjust())
                {
                    break;
                }
            }
        }
    }

    private static int[] Totals(NationDraft draft, RankingPlan ranking)
    {
        var values = FrameworkEvaluator.Evaluate(draft.Plan, draft.ToTable()).MeasureValues(ranking.Index);
        var totals = new int[values.Length];
        for (var row = 0; row < totals.Length; row++)
        {
            totals[row] = values[row].IsMissing ? int.MinValue : (int)values[row].Numerator;
        }

        return totals;
    }

    private static List<RankingCut> Cuts(NationDraft draft, PublishedTargets targets, RankingPlan ranking)
    {
        var cuts = new List<RankingCut>();
        foreach (var tier in ranking.Tiers.Where(t => t.Side == Compiler.Lowering.TierSide.Top).OrderBy(t => t.Share))
        {
            var k = MeasureSolver.CountOf(ranking, tier.Share, draft.Count);
            var hits = targets.Has(tier.Item)
                ? k + Math.Max(0, targets.Scale(targets.OfPublished(tier.Item) - MeasureSolver.CountOf(ranking, tier.Share, targets.Published)))
                : k;
            hits = Math.Min(hits, draft.Count);
            targets.Adjust(tier.Item, k > 0 ? hits : 0);
            if (k > 0)
            {
                cuts.Add(new RankingCut(k, hits));
            }
        }

        return cuts;
    }

    /// <summary>One pass over the cuts.</summary>
    /// <returns>Whether anything was exchanged.</returns>
    private bool Adjust()
    {
        var sorted = _totals.OrderDescending().ToArray();
        var cutOffs = _cuts.Select(c => sorted[c.K - 1]).ToArray();
        var changed = false;
        for (var cut = 0; cut < _cuts.Count; cut++)
        {
            var cutOff = cutOffs[cut];
            var atOrAbove = _totals.Count(t => t >= cutOff);
            for (; atOrAbove > _cuts[cut].Hits && Move(Rows(t => t == cutOff), down: true, cutOff, cutOffs); atOrAbove--)
            {
                changed = true;
            }

            for (var distance = 1; distance <= 12; distance++)
            {
                for (; atOrAbove < _cuts[cut].Hits && Move(Rows(t => t == cutOff - distance), down: false, cutOff, cutOffs); atOrAbove++)
                {
                    changed = true;
                }
            }
        }

        return changed;
    }

    private IEnumerable<int> Rows(Func<int, bool> holds) => Enumerable.Range(0, _totals.Length).Where(row => holds(_totals[row])).ToList();

    /// <summary>Takes one of the rows just below the cut-off, or lifts one exactly to it, by an exchange with a row far from every cut-off.</summary>
    private bool Move(IEnumerable<int> rows, bool down, int cutOff, int[] cutOffs)
    {
        foreach (var row in rows)
        {
            foreach (var item in _exchangeable)
            {
                var answers = _draft.Answers(item.AnswerColumn);
                if ((answers[row] == Answer.Met) != down || (!down && _totals[row] + item.Points != cutOff))
                {
                    continue;
                }

                for (var partner = 0; partner < _totals.Length; partner++)
                {
                    if ((answers[partner] == Answer.Met) != down
                        && cutOffs.All(c => Math.Abs(_totals[partner] - c) > 2 * item.Points + 4))
                    {
                        (answers[row], answers[partner]) = (answers[partner], answers[row]);
                        _totals[row] += down ? -item.Points : item.Points;
                        _totals[partner] += down ? item.Points : -item.Points;
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Answers whose points reach the total unchanged and that no other item depends on; small ones first.</summary>
    private static List<ItemPlan> Exchangeable(FrameworkPlan plan)
    {
        var needed = plan.Items.SelectMany(i => i.Prerequisites).ToHashSet();
        return [.. plan.Items
            .Where(i => i.Condition == ConditionKind.Answer && i.Prerequisites.Count == 0 && !needed.Contains(i.Index) && IsPlainSum(plan, i.Node))
            .OrderBy(i => i.Points)
            .ThenBy(i => i.Index)];
    }

    private static bool IsPlainSum(FrameworkPlan plan, int node)
    {
        for (var parent = plan.Nodes[node].Parent; parent >= 0; parent = plan.Nodes[parent].Parent)
        {
            if (plan.Nodes[parent].Rule != ScoreRule.Sum || plan.Nodes[parent].Cap is not null)
            {
                return false;
            }

            if (parent == 0)
            {
                return true;
            }
        }

        return false;
    }
}
