using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// Chooses answers and entered points (得点入力, 配点未確認) so that nodes resting on these alone have their published mean. Everybody starts with full
/// marks; points are then taken away, oftener from the weaker, until the sum over all rows is what the mean says.
/// </summary>
internal static class EnteredPointsSolver
{
    private const int UnpublishedRate = 80;
    private const int GradedStep = 4;

    public static void Solve(NationDraft draft, IEnumerable<PublishedPlan> published)
    {
        var means = new Dictionary<int, PublishedValue>();
        foreach (var value in published.SelectMany(block => block.Values).Where(v => v.Statistic == StatisticKind.Mean))
        {
            means.TryAdd(value.Node, value);
        }

        var sources = Sources(draft.Plan).ToLookup(source => Anchor(draft.Plan, source.Node, means));
        foreach (var group in sources.OrderBy(g => g.Key))
        {
            var only = RestsOnlyOn(draft.Plan, group.Key, group.Select(s => s.Node).ToHashSet());
            Fill(draft, group.Key, [.. group], only ? means.GetValueOrDefault(group.Key) : null);
        }
    }

    /// <summary>What may be taken from one row: an answer's points at once, entered points one by one.</summary>
    private sealed record Source(int Node, int Column, int Mark, bool IsAnswer);

    private static IEnumerable<Source> Sources(FrameworkPlan plan)
    {
        foreach (var node in plan.Nodes)
        {
            if (node.Item >= 0 && plan.Items[node.Item] is { Condition: ConditionKind.Answer } item)
            {
                yield return new Source(node.Index, item.AnswerColumn, item.Points, IsAnswer: true);
            }
            else if (node is { Rule: ScoreRule.Input, FullMark: { } mark })
            {
                yield return new Source(node.Index, node.PointsColumn, mark, IsAnswer: false);
            }
            else if (node is { Rule: ScoreRule.Unconfirmed, Parent: >= 0 } && plan.Nodes[node.Parent] is { Rule: not ScoreRule.Input, FullMark: { } whole } parent)
            {
                // Nobody has said how the rest of the parent's mark is divided. Equal parts are a convenience of this fiction and claim nothing.
                var unknown = parent.Children.Where(c => plan.Nodes[c].Rule == ScoreRule.Unconfirmed).ToArray();
                var rest = whole - parent.Children.Sum(c => plan.Nodes[c].Rule == ScoreRule.Unconfirmed ? 0 : plan.Nodes[c].FullMark ?? 0);
                var place = Array.IndexOf(unknown, node.Index);
                yield return new Source(node.Index, node.PointsColumn, (rest / unknown.Length) + (place < rest % unknown.Length ? 1 : 0), IsAnswer: false);
            }
        }
    }

    private static int Anchor(FrameworkPlan plan, int node, Dictionary<int, PublishedValue> means)
    {
        for (var at = node; at >= 0; at = plan.Nodes[at].Parent)
        {
            if (means.ContainsKey(at) || plan.Nodes[at].Parent < 0)
            {
                return at;
            }
        }

        return node;
    }

    private static bool RestsOnlyOn(FrameworkPlan plan, int node, HashSet<int> sources) =>
        sources.Contains(node) || (plan.Nodes[node] is { Rule: ScoreRule.Sum, Children.Length: > 0 } sum && sum.Children.All(c => RestsOnlyOn(plan, c, sources)));

    private static void Fill(NationDraft draft, int anchor, Source[] sources, PublishedValue? mean)
    {
        var points = sources.Select(source => Enumerable.Repeat(source.Mark, draft.Count).ToArray()).ToArray();
        var full = (Int128)sources.Sum(s => s.Mark) * draft.Count;
        var (wanted, tolerance) = mean is null
            ? (full * UnpublishedRate / 100, draft.Count)
            : ((Int128)(Rounded(mean.Value) * draft.Count / 1000), Math.Max(0, (int)(Rounded(mean.Precision) * draft.Count / 1000) - 1));
        Take(draft, draft.Random($"points {draft.Plan.Nodes[anchor].Path}"), sources, points, (long)(full - wanted), tolerance);
        for (var s = 0; s < sources.Length; s++)
        {
            Write(draft, sources[s], points[s]);
        }
    }

    private static long Rounded(Compiler.Text.ExactNumber number) => (long)(number.Numerator * 1000 / number.Denominator);

    private static void Take(NationDraft draft, RandomSource random, Source[] sources, int[][] points, long surplus, int tolerance)
    {
        // Every try has a fair chance to take something while anything can be taken; the bound is for targets that no combination reaches.
        for (var tries = 200L * draft.Count * sources.Length; surplus > tolerance && tries > 0; tries--)
        {
            var row = random.Next(draft.Count);
            var s = random.Next(sources.Length);
            if (points[s][row] == 0 || draft.Municipalities[row].Quality > random.NextNormal())
            {
                continue;
            }

            var most = Math.Min(points[s][row], surplus + tolerance);
            var taken = sources[s].IsAnswer ? sources[s].Mark : 1 + random.Next((int)Math.Min(most, GradedStep));
            if (taken <= most)
            {
                points[s][row] -= taken;
                surplus -= taken;
            }
        }
    }

    private static void Write(NationDraft draft, Source source, int[] points)
    {
        for (var row = 0; row < draft.Count; row++)
        {
            if (source.IsAnswer)
            {
                draft.Answers(source.Column)[row] = points[row] > 0 ? Answer.Met : Answer.NotMet;
            }
            else
            {
                draft.Quantities(source.Column)[row] = Rational.FromInt64(points[row]);
            }
        }

        draft.Decide(source.Column);
    }
}
