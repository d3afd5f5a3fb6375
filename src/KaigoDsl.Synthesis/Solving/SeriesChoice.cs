using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// Two ranked series of which the better is booked: the band of each ranking that every row must be in, so that tiers and booked
/// counts come out as published. Each tier's band is split into an upper and a lower half at the same rank of both series: a row
/// in the upper half of one and the lower half of the other has the first booked.
/// </summary>
internal sealed class SeriesChoice
{
    private readonly int[] _bandsOfFirst;
    private readonly int[] _bandsOfSecond;

    private SeriesChoice(int firstRanking, int secondRanking, List<RankingCut> cuts, int[] bandsOfFirst, int[] bandsOfSecond)
    {
        FirstRanking = firstRanking;
        SecondRanking = secondRanking;
        Cuts = cuts;
        _bandsOfFirst = bandsOfFirst;
        _bandsOfSecond = bandsOfSecond;
    }

    public int FirstRanking { get; }

    public int SecondRanking { get; }

    /// <summary>The cuts of either ranking, halves included.</summary>
    public List<RankingCut> Cuts { get; }

    /// <summary>By row: the band in one of the two rankings.</summary>
    public int[] Bands(int ranking) => ranking == FirstRanking ? _bandsOfFirst : _bandsOfSecond;

    /// <summary>Plans a choice; says why when the form is not one that can be steered or the counts contradict each other.</summary>
    public static SeriesChoice? Plan(NationDraft draft, PublishedTargets targets, BestStep best, int loading, int noise, out string? reason)
    {
        var plan = draft.Plan;
        reason = "only a choice between two rankings of all entities with the same tiers can be steered";
        if (best.Candidates.Count != 2 || best.Candidates.Any(c => c.Ranking < 0))
        {
            return null;
        }

        var items = best.Candidates.Select(c => AnswerSolver.ItemsBelow(plan, c)).ToList();
        var (first, second) = (TierItems(plan, best.Candidates[0].Ranking), TierItems(plan, best.Candidates[1].Ranking));
        if (first is null || second is null || first.Count != second.Count
            || items[0].Count != first.Count || items[1].Count != second.Count
            || !first.Select(t => t.Share).SequenceEqual(second.Select(t => t.Share))
            || first.Concat(second).Any(t => !targets.Has(t.Item)))
        {
            return null;
        }

        var n = draft.Count;
        var reached = first.Select(t => MeasureSolver.CountOf(plan.Rankings[best.Candidates[0].Ranking], t.Share, n)).ToArray();
        var joint = JointTiers.Solve(
            n, reached, reached, [.. first.Select(t => targets.Of(t.Item))], [.. second.Select(t => targets.Of(t.Item))], out reason);
        return joint is null ? null : Create(draft, best, joint, reached, loading, noise, out reason);
    }

    /// <summary>The tiers of a ranking from the easiest; <see langword="null"/> when it has another population or other than top tiers.</summary>
    private static List<TierPlan>? TierItems(FrameworkPlan plan, int ranking)
    {
        var tiers = plan.Rankings[ranking].Tiers;
        return plan.Rankings[ranking].Population is null && tiers.All(t => t.Side == TierSide.Top)
            ? [.. tiers.OrderByDescending(t => t.Share)]
            : null;
    }

    private static SeriesChoice? Create(
        NationDraft draft, BestStep best, JointTiers joint, int[] reached, int loading, int noise, out string? reason)
    {
        var steps = reached.Length;
        var random = draft.Random(draft.Plan.Nodes[best.Target].Path);
        var cells = new List<(int First, int Second, int Key)>(draft.Count);
        for (var a = 0; a <= steps; a++)
        {
            for (var b = 0; b <= steps; b++)
            {
                for (var i = 0; i < joint.Cells[a, b]; i++)
                {
                    cells.Add((a, b, ((a + b) * RandomSource.One) + random.NextNormal()));
                }
            }
        }

        cells = [.. cells.OrderByDescending(c => c.Key).ThenBy(c => c.First).ThenBy(c => c.Second)];
        var inclination = AnswerSolver.Inclination(draft, random, loading, noise);
        var rows = Enumerable.Range(0, draft.Count).OrderByDescending(r => inclination[r]).ThenBy(r => r).ToArray();

        var cuts = new List<RankingCut>();
        var (bandsOfFirst, bandsOfSecond) = (new int[draft.Count], new int[draft.Count]);
        Array.Fill(bandsOfFirst, 2 * steps);
        Array.Fill(bandsOfSecond, 2 * steps);
        for (var a = steps; a >= 1; a--)
        {
            var start = a == steps ? 0 : reached[a];
            var end = reached[a - 1];
            var middle = start + ((end - start) / 2);
            if (middle == start)
            {
                reason = "a tier is too small to be split between the series";
                return null;
            }

            cuts.Add(new RankingCut(middle, middle));
            cuts.Add(new RankingCut(end, end));

            var tied = Enumerable.Range(0, rows.Length).Where(i => cells[i].First == a && cells[i].Second == a).ToList();
            random.Shuffle(tied);
            var firstWins = tied.Take(joint.FirstWins[a]).Select(i => rows[i]).ToHashSet();
            var secondWins = tied.Skip(joint.FirstWins[a]).Select(i => rows[i]).ToHashSet();
            var ofFirst = Enumerable.Range(0, rows.Length).Where(i => cells[i].First == a).Select(i => rows[i]).ToList();
            var ofSecond = Enumerable.Range(0, rows.Length).Where(i => cells[i].Second == a).Select(i => rows[i]).ToList();
            if (!Halve(ofFirst, firstWins, secondWins, middle - start, 2 * (steps - a), bandsOfFirst, random)
                || !Halve(ofSecond, secondWins, firstWins, middle - start, 2 * (steps - a), bandsOfSecond, random))
            {
                reason = "too many municipalities reach the same step in both series";
                return null;
            }
        }

        reason = null;
        return new SeriesChoice(best.Candidates[0].Ranking, best.Candidates[1].Ranking, cuts, bandsOfFirst, bandsOfSecond);
    }

    /// <summary>Deals the rows of one tier's band into its upper and its lower half.</summary>
    private static bool Halve(
        List<int> rows, HashSet<int> upper, HashSet<int> lower, int upperSize, int upperBand, int[] bands, RandomSource random)
    {
        var free = rows.Where(r => !upper.Contains(r) && !lower.Contains(r)).ToList();
        random.Shuffle(free);
        var missing = upperSize - upper.Count;
        if (missing < 0 || missing > free.Count)
        {
            return false;
        }

        foreach (var row in rows)
        {
            bands[row] = upperBand + 1;
        }

        foreach (var row in upper.Concat(free.Take(missing)))
        {
            bands[row] = upperBand;
        }

        return true;
    }
}
