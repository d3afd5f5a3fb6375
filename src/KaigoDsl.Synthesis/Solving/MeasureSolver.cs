using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using CountRounding = KaigoDsl.Compiler.Lowering.CountRounding;
using TieRule = KaigoDsl.Compiler.Lowering.TieRule;
using TierSide = KaigoDsl.Compiler.Lowering.TierSide;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>Inputs of ranked measures, ranking by ranking in the order of evaluation.</summary>
internal sealed class MeasureSolver
{
    // What a municipality does depends on its quality somewhat, what happens to its inhabitants hardly.
    private const int ActivityLoading = 33;
    private const int OutcomeLoading = 12;

    private readonly NationDraft _draft;
    private readonly PublishedTargets _targets;
    private readonly Dictionary<int, string> _reasons;
    private readonly Dictionary<int, SeriesChoice> _choices = [];

    private MeasureSolver(NationDraft draft, PublishedTargets targets, Dictionary<int, string> reasons)
    {
        _draft = draft;
        _targets = targets;
        _reasons = reasons;
    }

    public static void Solve(NationDraft draft, PublishedTargets targets, Dictionary<int, string> reasons)
    {
        var solver = new MeasureSolver(draft, targets, reasons);
        solver.PlanChoices();
        foreach (var step in draft.Plan.Steps.OfType<RankStep>())
        {
            var ranking = draft.Plan.Rankings[step.Ranking];
            if (!ScoreRankingSolver.ReadsScores(ranking.Value) && solver.Rank(ranking) is { } reason)
            {
                solver.Blame(ranking.Tiers.Select(t => t.Item), reason);
            }
        }

        solver.SolveRemainingImplementers();
    }

    /// <summary>⌊q·N⌋, or as the ranking rounds.</summary>
    public static int CountOf(RankingPlan ranking, KaigoDsl.Compiler.Text.ExactNumber share, int n) => Ranking.Count(
        Rational.Create(share.Numerator, share.Denominator),
        n,
        ranking.Rounding switch
        {
            CountRounding.Up => Runtime.CountRounding.Up,
            CountRounding.Nearest => Runtime.CountRounding.Nearest,
            _ => Runtime.CountRounding.Down,
        });

    private void Blame(IEnumerable<int> items, string reason)
    {
        foreach (var item in items)
        {
            _reasons.TryAdd(item, reason);
        }
    }

    private void PlanChoices()
    {
        foreach (var best in _draft.Plan.Steps.OfType<BestStep>().Where(b => b.Books && b.Candidates.Any(c => c.Ranking >= 0)))
        {
            var choice = SeriesChoice.Plan(_draft, _targets, best, Loading(best.Target), 99, out var reason);
            if (choice is null)
            {
                Blame(best.Candidates.SelectMany(c => AnswerSolver.ItemsBelow(_draft.Plan, c)), reason ?? string.Empty);
                continue;
            }

            _choices[choice.FirstRanking] = choice;
            _choices[choice.SecondRanking] = choice;
        }
    }

    /// <summary>Outcomes are what shared groups hold: the same result counted in several grants.</summary>
    private int Loading(int node)
    {
        while (_draft.Plan.Nodes[node].Parent >= 0)
        {
            node = _draft.Plan.Nodes[node].Parent;
        }

        return node == 0 ? ActivityLoading : OutcomeLoading;
    }

    private string? Rank(RankingPlan ranking)
    {
        if (ranking.Ties != TieRule.Include || ranking.Tiers.Any(t => t.Side != TierSide.Top))
        {
            return "only tiers from the top that include ties can be steered";
        }

        var rule = PopulationRule.Recognise(ranking.Population);
        if (ranking.Population is not null && rule is null)
        {
            return "the population is not of the form input > 0";
        }

        var driver = MeasureDriver.Find(_draft, ranking, rule?.Column ?? -1);
        if (driver is null)
        {
            return "no input of the measure is left that could be varied";
        }

        var random = _draft.Random(_draft.Plan.Nodes[ranking.Node].Path + "/順位");
        var inclination = AnswerSolver.Inclination(_draft, random, Loading(ranking.Node), 95);
        var all = Enumerable.Range(0, _draft.Count).OrderByDescending(r => inclination[r]).ThenBy(r => r).ToArray();
        var choice = _choices.GetValueOrDefault(ranking.Index);
        string? reason = null;
        var cuts = choice?.Cuts;
        var ranked = all.Length;
        if (cuts is null)
        {
            var (publishedN, n) = Population(ranking, rule, out reason);
            ranked = n;
            cuts = Cuts(ranking, publishedN, n, ref reason);
        }

        var rows = all[..ranked];
        var bands = choice is null ? null : rows.Select(r => choice.Bands(ranking.Index)[r]).ToArray();
        foreach (var row in all[ranked..])
        {
            driver.Redraw(row);
            if (rule is null)
            {
                _draft.Quantities(driver.Column)[row] = Rational.Missing;
            }
            else
            {
                rule.Exclude(_draft, row);
            }
        }

        reason = new RankingSolver(driver, rows, cuts, bands, random).Solve() ?? reason;
        foreach (var column in RowExpression.Columns(ranking.Value))
        {
            _draft.Decide(column);
        }

        return reason;
    }

    /// <summary>
    /// How many entities are ranked, as published and here: those who carry it out at all, or all without those that the counts show
    /// to have had no value (a count below ⌊q·N⌋ is possible only with a smaller N).
    /// </summary>
    private (int Published, int Here) Population(RankingPlan ranking, PopulationRule? rule, out string? reason)
    {
        reason = null;
        if (rule is not null)
        {
            var item = _draft.Plan.Items.FirstOrDefault(i =>
                i.Condition == ConditionKind.Expression && PopulationRule.Recognise(i.Expression) == rule && _targets.Has(i.Index));
            return item is not null
                ? (_targets.OfPublished(item.Index), _targets.Of(item.Index))
                : (_targets.Published * 3 / 5, _draft.Count * 3 / 5);
        }

        var tiers = ranking.Tiers.Where(t => _targets.Has(t.Item)).ToList();
        for (var missing = 0; missing <= _targets.Published / 50; missing++)
        {
            var n = _targets.Published - missing;
            if (tiers.All(t => CountOf(ranking, t.Share, n) <= _targets.OfPublished(t.Item)))
            {
                return (n, missing == 0 ? _draft.Count : _targets.Scale(n));
            }
        }

        reason = "the count is smaller than the rule gives for any number of ranked entities";
        return (_targets.Published, _draft.Count);
    }

    private List<RankingCut> Cuts(RankingPlan ranking, int publishedN, int n, ref string? reason)
    {
        var cuts = new List<RankingCut>();
        foreach (var tier in ranking.Tiers.OrderBy(t => t.Share))
        {
            var k = CountOf(ranking, tier.Share, n);
            if (k == 0 || k > n)
            {
                _targets.Adjust(tier.Item, 0);
                continue;
            }

            var hits = k;
            if (_targets.Has(tier.Item))
            {
                var published = _targets.OfPublished(tier.Item);
                var excess = published - CountOf(ranking, tier.Share, publishedN);
                hits = published == publishedN ? n : Math.Min(n, k + Math.Max(0, _targets.Scale(excess)));
            }

            hits = Math.Max(k, hits);
            _targets.Adjust(tier.Item, hits);
            var last = cuts.Count == 0 ? new RankingCut(0, 0) : cuts[^1];
            if (hits == last.Hits)
            {
                continue;
            }

            if (k <= last.Hits)
            {
                // Ranks k and below hold one value with the harder tier's cut-off, so both tiers have the same hits.
                reason ??= "the ties of a harder tier reach into this one, so both would have the same count";
                continue;
            }

            cuts.Add(new RankingCut(k, hits));
        }

        return cuts;
    }

    /// <summary>Items of the form input &gt; 0 whose input no ranking has decided.</summary>
    private void SolveRemainingImplementers()
    {
        foreach (var item in _draft.Plan.Items.Where(i => i.Condition == ConditionKind.Expression))
        {
            if (PopulationRule.Recognise(item.Expression) is not { } rule)
            {
                Blame([item.Index], "the condition is not of the form input > 0");
                continue;
            }

            if (_draft.IsDecided(rule.Column))
            {
                continue;
            }

            var column = _draft.Plan.Columns[rule.Column];
            var random = _draft.Random(column.Name);
            var inclination = AnswerSolver.Inclination(_draft, random, ActivityLoading, 95);
            var rows = Enumerable.Range(0, _draft.Count).OrderByDescending(r => inclination[r]).ThenBy(r => r).ToArray();
            var wanted = _targets.Has(item.Index) ? _targets.Of(item.Index) : _draft.Count / 2;
            for (var i = 0; i < rows.Length; i++)
            {
                var steps = i < wanted ? TypicalInputs.Draw(_draft, column, rows[i], random) : 0;
                _draft.Quantities(rule.Column)[rows[i]] = Rational.FromInt64(steps) * TypicalInputs.Step(column);
            }

            _draft.Decide(rule.Column);
        }
    }
}
