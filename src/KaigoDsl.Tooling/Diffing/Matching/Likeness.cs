using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>
/// How alike two nodes of one level are, from 0 to 100: titles 60 (shared pairs of neighbouring characters), what is read below 20 (shared
/// inputs and attributes), points 10, label 5, and 5 where the nodes above are matched. Whole numbers only, so that it is the same everywhere.
/// </summary>
internal static class Likeness
{
    /// <summary>From here on two nodes may be taken for one another.</summary>
    public const int Threshold = 60;

    public static int Of(FrameworkPlan oldPlan, NodePlan oldNode, FrameworkPlan newPlan, NodePlan newNode, bool parentsMatched)
    {
        var titles = OfTitles(oldNode.Title, newNode.Title);
        var inputs = Shared(Reads(oldPlan, oldNode), Reads(newPlan, newNode));
        var points = oldNode.FullMark == newNode.FullMark ? 100 : 0;
        var labels = string.Equals(oldNode.Label, newNode.Label, StringComparison.Ordinal) ? 100 : 0;
        return ((titles * 60) + (inputs * 20) + (points * 10) + (labels * 5) + (parentsMatched ? 500 : 0)) / 100;
    }

    /// <summary>How alike two titles are, from 0 to 100; two nodes without titles are half alike.</summary>
    public static int OfTitles(string? oldTitle, string? newTitle)
    {
        if (oldTitle is null || newTitle is null)
        {
            return oldTitle is null && newTitle is null ? 50 : 0;
        }

        var (left, right) = (CharacterFolding.Fold(oldTitle), CharacterFolding.Fold(newTitle));
        return string.Equals(left, right, StringComparison.Ordinal) ? 100 : Math.Min(99, Dice(Pairs(left), Pairs(right)));
    }

    private static int Shared(List<string> left, List<string> right) => left.Count == 0 && right.Count == 0 ? 50 : Dice(left, right);

    /// <summary>Twice what is common, by what there is in both, in hundredths; both lists are sorted.</summary>
    private static int Dice(List<string> left, List<string> right)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < left.Count && j < right.Count)
        {
            var order = string.CompareOrdinal(left[i], right[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return left.Count + right.Count == 0 ? 0 : 200 * common / (left.Count + right.Count);
    }

    private static List<string> Pairs(string text)
    {
        var pairs = new List<string>(text.Length);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            pairs.Add(text.Substring(i, 2));
        }

        pairs.Sort(StringComparer.Ordinal);
        return pairs;
    }

    private static List<string> Reads(FrameworkPlan plan, NodePlan node)
    {
        var names = new List<string>();
        foreach (var part in Below(plan, node).SelectMany(below => Expressions(plan, below)).SelectMany(static e => e.SelfAndParts()))
        {
            if (part is ColumnExpression column && !names.Contains(plan.Columns[column.Column].Name, StringComparer.Ordinal))
            {
                names.Add(plan.Columns[column.Column].Name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static IEnumerable<NodePlan> Below(FrameworkPlan plan, NodePlan node) =>
        node.Children.SelectMany(child => Below(plan, plan.Nodes[child])).Prepend(node);

    private static IEnumerable<ExpressionPlan> Expressions(FrameworkPlan plan, NodePlan node)
    {
        if (node.Ranking >= 0)
        {
            yield return plan.Rankings[node.Ranking].Value;
            if (plan.Rankings[node.Ranking].Population is { } population)
            {
                yield return population;
            }
        }

        if (node.Item >= 0 && plan.Items[node.Item].Expression is { } condition)
        {
            yield return condition;
        }
    }
}
