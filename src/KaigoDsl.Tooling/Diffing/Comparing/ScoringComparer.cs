using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>What nodes are worth and what decides them.</summary>
internal static class ScoringComparer
{
    public static void Compare(PairComparison comparison)
    {
        foreach (var (old, current) in comparison.Continued)
        {
            ComparePoints(comparison, old, current);
            if (old.Item >= 0 && current.Item >= 0)
            {
                CompareItems(comparison, old, current, comparison.Old.Items[old.Item], comparison.New.Items[current.Item]);
            }
        }
    }

    private static void ComparePoints(PairComparison comparison, NodePlan old, NodePlan current)
    {
        if (old.FullMark != current.FullMark)
        {
            var isItem = old.Kind == NodeKind.Item && current.Kind == NodeKind.Item;
            comparison.Add(
                isItem ? ChangeKinds.PointsChanged : ChangeKinds.FullMarkChanged, old, current, DiffTexts.Points(old.FullMark), DiffTexts.Points(current.FullMark));
        }

        if (old.Cap != current.Cap)
        {
            comparison.Add(ChangeKinds.CapChanged, old, current, CapText(old), CapText(current));
        }

        if (old.Rule != current.Rule)
        {
            // A node of another level gets its points in another way; that is told by the level.
            if (old.Kind == current.Kind)
            {
                comparison.Add(ChangeKinds.RuleChanged, old, current, DiffTexts.Rule(old.Rule), DiffTexts.Rule(current.Rule));
            }

            return;
        }

        if (old.Rule == ScoreRule.Reference && comparison.Pair.NewOf(old.Reference) != current.Reference)
        {
            comparison.Add(
                ChangeKinds.ReferenceChanged,
                old,
                current,
                DiffTexts.Plain(comparison.Old.Nodes[old.Reference].Path),
                DiffTexts.Plain(comparison.New.Nodes[current.Reference].Path));
        }

        if (old.Rule == ScoreRule.Total && !SameSet(comparison, old.Terms, current.Terms))
        {
            comparison.Add(ChangeKinds.TermsChanged, old, current, Paths(comparison.Old, old.Terms), Paths(comparison.New, current.Terms));
        }

        if (old.Rule == ScoreRule.Best && !SameOrder(comparison, old, current))
        {
            comparison.Add(ChangeKinds.SeriesOrderChanged, old, current, Labels(comparison.Old, old.Children), Labels(comparison.New, current.Children));
        }
    }

    private static void CompareItems(PairComparison comparison, NodePlan old, NodePlan current, ItemPlan oldItem, ItemPlan newItem)
    {
        var (before, after) = (ConditionText(comparison.Old, oldItem, comparison.PrintOld), ConditionText(comparison.New, newItem, comparison.PrintNew));
        if (oldItem.Condition != newItem.Condition)
        {
            comparison.Add(ChangeKinds.ConditionSortChanged, old, current, before, after, oldItem.Location, newItem.Location);
        }
        else if (oldItem.Condition == ConditionKind.Tier)
        {
            var (oldTier, newTier) = (TierOf(comparison.Old, oldItem), TierOf(comparison.New, newItem));
            if (oldTier.Side != newTier.Side || oldTier.Share != newTier.Share)
            {
                comparison.Add(ChangeKinds.TierChanged, old, current, before, after, oldItem.Location, newItem.Location);
            }
        }
        else if (!comparison.Same(oldItem.Expression, newItem.Expression))
        {
            comparison.Add(ChangeKinds.ConditionChanged, old, current, before, after, oldItem.Location, newItem.Location);
        }

        var oldNodes = oldItem.Prerequisites.Select(i => comparison.Old.Items[i].Node).ToArray();
        var newNodes = newItem.Prerequisites.Select(i => comparison.New.Items[i].Node).ToArray();
        if (!SameSet(comparison, oldNodes, newNodes))
        {
            comparison.Add(ChangeKinds.PrerequisitesChanged, old, current, Paths(comparison.Old, oldNodes), Paths(comparison.New, newNodes));
        }
    }

    private static LocalizedText ConditionText(FrameworkPlan plan, ItemPlan item, Func<ExpressionPlan, LocalizedText> print) => item.Condition switch
    {
        ConditionKind.Tier => TierText.Of(TierOf(plan, item)),
        ConditionKind.Expression when item.Expression is { } expression => print(expression),
        _ => DiffTexts.Answer,
    };

    private static TierPlan TierOf(FrameworkPlan plan, ItemPlan item) => plan.Rankings[item.Ranking].Tiers[item.Tier];

    private static LocalizedText CapText(NodePlan node) => node.Cap is { } cap ? DiffTexts.Points(cap) : DiffTexts.None;

    private static bool SameSet(PairComparison comparison, IEnumerable<int> oldNodes, IEnumerable<int> newNodes) =>
        oldNodes.Select(comparison.Pair.NewOf).Order().SequenceEqual(newNodes.Order());

    /// <summary>Whether the candidates that are in both stand in the same order; who came and went is told elsewhere.</summary>
    private static bool SameOrder(PairComparison comparison, NodePlan old, NodePlan current)
    {
        var before = old.Children.Select(comparison.Pair.NewOf).Where(child => current.Children.Contains(child)).ToArray();
        return before.SequenceEqual(current.Children.Where(child => before.Contains(child)));
    }

    private static LocalizedText Paths(FrameworkPlan plan, IEnumerable<int> nodes) =>
        DiffTexts.Names(nodes.Select(node => plan.Nodes[node].Path).Order(StringComparer.Ordinal));

    private static LocalizedText Labels(FrameworkPlan plan, IEnumerable<int> nodes) => DiffTexts.Names(nodes.Select(node => plan.Nodes[node].Label));
}
