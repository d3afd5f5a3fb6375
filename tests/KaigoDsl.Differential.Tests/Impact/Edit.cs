using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Impact;

/// <summary>One thing changed about a spec, as a person would change it.</summary>
/// <param name="Code">The kind of change that a comparison must call it.</param>
/// <param name="Node">The node it is about, by id.</param>
/// <param name="Apply">Makes the change.</param>
internal sealed record Edit(string Code, int Node, Func<Spec, Spec> Apply)
{
    /// <summary>Edits of rules, of which a comparison makes one change each, each at another node or of another kind.</summary>
    public static IReadOnlyList<Edit> OfRules(Spec spec, Dice dice)
    {
        var edits = new List<Edit>();
        foreach (var node in spec.Nodes.Where(static n => n.Level != Level.Total))
        {
            if (node.Scoring == Scoring.Item)
            {
                var points = node.Points + dice.Between(1, 5);
                edits.Add(At("D201", node, n => n with { Points = points }));
            }

            if (node.Tier is { } tier)
            {
                edits.Add(At("D303", node, n => n with { Tier = tier with { IsTop = !tier.IsTop } }));
            }

            if (node.Ranking is { } ranking)
            {
                edits.Add(At("D402", node, n => n with { Ranking = Of(n) with { IsHighestFirst = !ranking.IsHighestFirst, StatesDefaults = true } }));
                edits.Add(At("D404", node, n => n with { Ranking = Of(n) with { TiesIncluded = !ranking.TiesIncluded, StatesDefaults = true } }));
                var rounding = dice.Pick([.. Enum.GetValues<CountRule>().Where(r => r != ranking.Rounding)]);
                edits.Add(At("D405", node, n => n with { Ranking = Of(n) with { Rounding = rounding, StatesDefaults = true } }));
            }

            if (node.Condition is { } condition)
            {
                edits.Add(At("D302", node, n => n with { Condition = new Not(condition) }));
            }

            if (node.Cap is { } cap)
            {
                var more = cap + dice.Between(1, 3);
                edits.Add(At("D203", node, n => n with { Cap = more }));
            }
        }

        return dice.Shuffle(edits);
    }

    /// <summary>Edits of the tree: nodes gone, come, put elsewhere, scored in another way.</summary>
    public static IReadOnlyList<Edit> OfTrees(Spec spec, Dice dice)
    {
        var edits = new List<Edit>();
        foreach (var node in spec.Nodes.Where(static n => n.Level is not (Level.Total or Level.Framework)))
        {
            edits.Add(new Edit("D102", node.Id, s => s.WithNode(node.Id, static _ => null)));
            if (node.Scoring is Scoring.Sum or Scoring.Best && node.Children.Length > 1)
            {
                edits.Add(At("order", node, n => n with { Children = [.. n.Children.Reverse()] }));
                edits.Add(At("D204", node, n => n with { Scoring = n.Scoring == Scoring.Sum ? Scoring.Best : Scoring.Sum }));
                edits.Add(At("D203", node, static n => n with { Cap = n.Cap is null ? 3 : null }));
                var added = node.Children[0] with { Id = 900_000 + node.Id, Label = "ネ", Inputs = [], Children = [] };
                if (added.Scoring == Scoring.Item)
                {
                    edits.Add(At("D101", node, n => n with { Children = n.Children.Add(added) }));
                }

                if (node.Children[0].Children is { Length: > 1 } inner)
                {
                    edits.Add(At("D103", node, n => n with
                    {
                        Children = [n.Children[0] with { Children = n.Children[0].Children.RemoveAt(0) }, .. n.Children[1..], inner[0] with { Label = "ウツ" }],
                    }));
                }
            }
        }

        foreach (var constant in spec.Constants)
        {
            var digits = dice.Pick("0", "2", "7");
            edits.Add(new Edit("D601", -1, s => s with
            {
                Constants = [.. s.Constants.Select(c => c.Label == constant.Label ? c with { Value = new Number(digits, c.Dimension) } : c)],
            }));
        }

        return dice.Shuffle(edits);
    }

    private static Edit At(string code, Node node, Func<Node, Node> change) => new(code, node.Id, spec => spec.WithNode(node.Id, change));

    private static RankingRule Of(Node node) => node.Ranking ?? throw new InvalidOperationException("The node has no ranking.");
}
