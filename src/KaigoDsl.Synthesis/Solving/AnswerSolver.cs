using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>Answers: exactly the published number of ○ per item, prerequisites nested, better municipalities answering yes more often.</summary>
internal static class AnswerSolver
{
    // How much an answer depends on the municipality's quality, in hundredths; the rest is noise. Chosen so that the standard
    // deviation of the nation's totals comes near the published 88 points.
    private const int Loading = 43;
    private const int Noise = 90;

    public static void Solve(NationDraft draft, PublishedTargets targets, Dictionary<int, string> reasons)
    {
        var inChoice = new HashSet<int>();
        foreach (var best in draft.Plan.Steps.OfType<BestStep>().Where(b => b.Books))
        {
            var series = best.Candidates.Select(c => ItemsBelow(draft.Plan, c)).ToList();
            if (series.All(items => items.All(i => draft.Plan.Items[i].Condition == ConditionKind.Answer)))
            {
                SolveChoice(draft, targets, draft.Plan.Nodes[best.Target].Path, series);
                inChoice.UnionWith(series.SelectMany(items => items));
            }
        }

        foreach (var item in draft.Plan.Items)
        {
            if (item.Condition == ConditionKind.Answer && !inChoice.Contains(item.Index))
            {
                SolveItem(draft, targets, reasons, item, allowed: null);
            }
        }
    }

    /// <summary>The items of a series, in written order.</summary>
    public static List<int> ItemsBelow(FrameworkPlan plan, SeriesCandidate candidate) =>
        [.. candidate.Below.Prepend(candidate.Slot)
            .Where(slot => slot < plan.Nodes.Count && plan.Nodes[slot].Item >= 0)
            .Select(slot => plan.Nodes[slot].Item)
            .Distinct()
            .Order()];

    /// <summary>A municipality's standing in one respect: partly its quality, partly chance.</summary>
    public static long[] Inclination(NationDraft draft, RandomSource random, int loading, int noise) =>
        [.. draft.Municipalities.Select(m => ((long)m.Quality * loading) + ((long)random.NextNormal() * noise))];

    /// <summary>Of series of which only one is booked, every municipality carries out at most one; so all of its answers are booked.</summary>
    private static void SolveChoice(NationDraft draft, PublishedTargets targets, string path, List<List<int>> series)
    {
        var inclination = Inclination(draft, draft.Random(path), Loading, Noise);
        var free = Enumerable.Range(0, draft.Count).OrderByDescending(r => inclination[r]).ThenBy(r => r).ToList();
        var sizes = series.Select(items => items.Select(i => Target(draft, targets, i, series.Count + 1)).Max()).ToArray();
        var whose = new int[draft.Count];
        Array.Fill(whose, -1);

        // The series are dealt along the order of inclination in proportion, so that no series is the better municipalities' own.
        var dealt = new int[series.Count];
        var total = Math.Min(free.Count, sizes.Sum());
        for (var i = 0; i < total; i++)
        {
            var next = -1;
            for (var s = 0; s < series.Count; s++)
            {
                if (dealt[s] < sizes[s]
                    && (next < 0 || (long)sizes[s] * (dealt[next] + 1) > (long)sizes[next] * (dealt[s] + 1)))
                {
                    next = s;
                }
            }

            whose[free[i]] = next;
            dealt[next]++;
        }

        for (var s = 0; s < series.Count; s++)
        {
            var members = new bool[draft.Count];
            for (var row = 0; row < draft.Count; row++)
            {
                members[row] = whose[row] == s;
            }

            foreach (var item in series[s])
            {
                SolveItem(draft, targets, [], draft.Plan.Items[item], members);
            }
        }
    }

    private static int Target(NationDraft draft, PublishedTargets targets, int item, int share) =>
        targets.Has(item) ? targets.Of(item) : draft.Count / share;

    private static void SolveItem(NationDraft draft, PublishedTargets targets, Dictionary<int, string> reasons, ItemPlan item, bool[]? allowed)
    {
        var path = draft.Plan.Nodes[item.Node].Path;
        var random = draft.Random(path);
        var inclination = Inclination(draft, random, Loading, Noise);
        var answers = draft.Answers(item.AnswerColumn);
        var candidates = Enumerable.Range(0, draft.Count)
            .Where(row => (allowed is null || allowed[row]) && item.Prerequisites.All(p => IsMet(draft, p, row)))
            .OrderByDescending(row => inclination[row])
            .ThenBy(row => row)
            .ToList();
        var wanted = Target(draft, targets, item.Index, 2);
        if (wanted > candidates.Count)
        {
            reasons[item.Index] = $"only {candidates.Count} municipalities meet its prerequisites";
        }

        // Most of the others were asked and said no; some do not carry it out at all; a few never answered.
        for (var row = 0; row < draft.Count; row++)
        {
            answers[row] = random.Next(100) switch { < 84 => Answer.NotMet, < 97 => Answer.NotImplemented, _ => Answer.NotReported };
        }

        foreach (var row in candidates.Take(wanted))
        {
            answers[row] = Answer.Met;
        }
    }

    private static bool IsMet(NationDraft draft, int item, int row)
    {
        var plan = draft.Plan.Items[item];

        // A computed prerequisite is not known yet; the final count will tell.
        return plan.Condition != ConditionKind.Answer
            || (draft.Answers(plan.AnswerColumn)[row] == Answer.Met && plan.Prerequisites.All(p => IsMet(draft, p, row)));
    }
}
