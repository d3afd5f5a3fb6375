using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>
/// What <c>kaigo explain</c> says: a tree, one line per node and, below a node that was asked for, everything that decided it. What holds for
/// a whole branch (period, source, assumptions) is said once, where it begins.
/// </summary>
internal sealed class ExplainText(ScoredFramework scored, int row, Texts texts)
{
    private readonly StringBuilder _text = new();

    public string Render(int rank, Explanation explanation, bool isOverview)
    {
        var total = scored.Evaluation.Score(0)[row];
        _text.Append(EntityFinder.Describe(scored.Table, row)).Append("  ").Append(scored.Plan.Name).Append('\n');
        _text.Append(texts.Total).Append(' ').Append(texts.PointsOf(ValueText.Points(total, texts), scored.Plan.Nodes[0].FullMark));
        if (rank > 0)
        {
            _text.Append("  ").Append(texts.RankOf(rank, scored.Table.Count));
        }

        _text.Append("  ").Append(texts.DataLine(scored.Source.Description)).Append("\n\n");
        if (isOverview)
        {
            foreach (var child in explanation.Children)
            {
                Overview(child, 0);
            }

            var example = explanation.SelfAndBelow().FirstOrDefault(static node => node.Node.Kind == NodeKind.Indicator)?.Path;
            _text.Append('\n').Append(texts.OnlyIndicators($"kaigo explain --entity {scored.Table.Key(row)} {example}")).Append('\n');
        }
        else
        {
            Write(explanation, 0, parent: null);
        }

        return _text.ToString();
    }

    private void Overview(Explanation node, int depth)
    {
        Line(depth, $"{Title(node)}  {Points(node)}{Standing(node)}");
        if (node.Node.Kind < NodeKind.Indicator)
        {
            foreach (var child in node.Children)
            {
                Overview(child, depth + 1);
            }
        }
    }

    private void Write(Explanation node, int depth, Explanation? parent)
    {
        // Below a total (集計) stand nodes from all over the tree, which only their paths tell apart.
        var name = parent is null || parent.Node.Kind == NodeKind.Total ? TopTitle(node) : Title(node);
        Line(depth, $"{name}  {Points(node)}{Standing(node)}  [{TestText.Place(node.Location)}]");
        foreach (var detail in Context(node, parent).Concat(node.Item is { } item ? ItemDetails(item) : node.Ranking is { } ranking ? RankingDetails(ranking) : []))
        {
            Line(depth + 2, detail);
        }

        foreach (var child in node.Children)
        {
            Write(child, depth + 1, node);
        }
    }

    /// <summary>Period, source and assumptions, where they differ from those above.</summary>
    private IEnumerable<string> Context(Explanation node, Explanation? parent)
    {
        if (node.Period is { } period && period != parent?.Period)
        {
            yield return texts.Period(period);
        }

        if (node.Source is { } source && source != parent?.Source)
        {
            yield return texts.Source(source);
        }

        foreach (var assumption in parent is null ? node.InheritedAssumptions : [])
        {
            yield return texts.AssumptionAbove(assumption);
        }

        foreach (var assumption in node.Assumptions)
        {
            yield return texts.Assumption(assumption);
        }
    }

    private IEnumerable<string> RankingDetails(RankingExplanation ranking)
    {
        yield return texts.Measure(ranking.Plan.Text, ranking.Plan.Direction);
        yield return $"{texts.Value(ValueText.Of(ranking.Value, texts))}{texts.Separator}{texts.Standing(ranking.Standing, ranking.N)}";
        if (ranking.Population is { } population)
        {
            yield return texts.Population(population.In(texts.Language), ranking.InPopulation == Truth.True);
        }

        if (!ranking.Inputs.IsEmpty)
        {
            yield return Inputs(ranking.Inputs);
        }
    }

    private IEnumerable<string> ItemDetails(ItemExplanation item)
    {
        if (item.Tier is { } tier)
        {
            yield return $"{item.Condition.In(texts.Language)}: {texts.Tier(tier.Share.ToString(), tier.K, tier.CutOff.IsMissing ? texts.NoCutOff : ValueText.Of(tier.CutOff, texts), tier.HitCount)}";
        }
        else if (item.Plan.Condition == ConditionKind.Expression)
        {
            yield return texts.Condition(item.Condition.In(texts.Language));
        }

        if (!item.Inputs.IsEmpty)
        {
            yield return Inputs(item.Inputs);
        }

        if (item.Reported is { } reported && (reported != Answer.NotReported || item.Plan.Condition == ConditionKind.Answer))
        {
            yield return texts.Answered(reported, item.IsOverridden);
        }

        foreach (var prerequisite in item.Prerequisites)
        {
            yield return texts.Prerequisite(prerequisite.Path, prerequisite.Met == Truth.True);
        }
    }

    private string Inputs(IEnumerable<InputExplanation> inputs) => texts.Inputs(string.Join(texts.Separator, inputs.Select(input =>
        $"{input.Name} {(input.Text.Length == 0 ? texts.Missing : (input.Value.IsMissing ? input.Text : ValueText.Of(input.Value, texts)) + input.Unit)}")));

    /// <summary>For an item why it scores or not; for the rest how many of its items are met, which series counts, and whether it counts at all.</summary>
    private string Standing(Explanation node)
    {
        if (node.Item is { } item)
        {
            return $"  {(node.Points > 0 ? Marks.Good : Marks.Bad)} {ReasonTexts.Name(item.Reason).In(texts.Language)}";
        }

        var items = node.SelfAndBelow().Where(static below => below.Item is not null).ToArray();
        var text = items.Length == 0 ? string.Empty : $"  {texts.MetOf(items.Count(static below => below.Points > 0), items.Length)}";
        return text
            + (node.ChosenSeries is { } chosen ? $"  {texts.Chosen(chosen)}" : string.Empty)
            + (node.IsBooked ? string.Empty : $"  {texts.NotBooked}");
    }

    private string Points(Explanation node) => texts.PointsOf(ValueText.Points(node.Points, texts), node.FullMark);

    private static string Title(Explanation node) => node.Title is null ? node.Node.Label : $"{node.Node.Label} {node.Title}";

    private static string TopTitle(Explanation node) => (node.Path.Length == 0, node.Title) switch
    {
        (true, _) => node.Title ?? string.Empty,
        (_, null) => node.Path,
        _ => $"{node.Path} {node.Title}",
    };

    private void Line(int depth, string text) => _text.Append(' ', 2 * depth).Append(text).Append('\n');
}
