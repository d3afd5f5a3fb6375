using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators.Tests.Infrastructure;

/// <summary>Builds plans by hand: nodes in the order they are added, steps derived unless given.</summary>
internal sealed class PlanBuilder
{
    private readonly List<ColumnPlan> _columns = [];
    private readonly List<NodePlan> _nodes = [];
    private readonly List<ItemPlan> _items = [];
    private readonly List<RankingPlan> _rankings = [];
    private readonly List<ConstantPlan> _constants = [];
    private readonly Dictionary<int, (int Root, int Excluded)> _shadows = [];
    private int _line = 1;

    public PlanBuilder(string entity = "市町村", string identifier = "Municipality", string title = "評価指標")
    {
        Entity = entity;
        EntityIdentifier = identifier;
        Column(ColumnKind.Key, ColumnType.Text, "団体コード", required: true);
        Node(-1, NodeKind.Framework, string.Empty, ScoreRule.Sum, title);
    }

    public string Entity { get; }

    public string EntityIdentifier { get; }

    public string Path { get; init; } = "/specs/r7.kaigo";

    public int Column(ColumnKind kind, ColumnType type, string name, string? identifier = null, bool required = false, int points = 0, int node = -1, params string[] members)
    {
        _columns.Add(new ColumnPlan(
            _columns.Count,
            kind,
            type,
            name,
            identifier ?? Identifier(name),
            EquatableArray<string>.Empty,
            required,
            type == ColumnType.Quantity && kind != ColumnKind.Points ? "人" : string.Empty,
            ExactNumber.One,
            members.ToImmutableArray(),
            string.Empty,
            points,
            node,
            null,
            EquatableArray<string>.Empty));
        return _columns.Count - 1;
    }

    public int Constant(string name, ExactNumber value)
    {
        _constants.Add(new ConstantPlan(name, Identifier(name), value, "%", ImmutableArray.Create("公表資料に定めがない")));
        return _constants.Count - 1;
    }

    public int Node(int parent, NodeKind kind, string label, ScoreRule rule = ScoreRule.Sum, string? title = null, int? fullMark = null, int? cap = null, string? identifier = null)
    {
        var index = _nodes.Count;
        var path = parent > 0 ? _nodes[parent].Path + "." + label : label;
        var points = rule is ScoreRule.Input or ScoreRule.Unconfirmed
            ? Column(ColumnKind.Points, ColumnType.Quantity, path, Identifier(path) + "の得点", node: index)
            : -1;
        _nodes.Add(new NodePlan(
            index,
            parent,
            kind,
            label,
            path,
            identifier ?? Prefix(kind) + Identifier(label),
            title,
            rule,
            fullMark,
            cap,
            EquatableArray<int>.Empty,
            -1,
            EquatableArray<int>.Empty,
            -1,
            -1,
            points,
            false,
            "2024年度",
            "評価結果の概要",
            EquatableArray<string>.Empty,
            EquatableArray<LineagePlan>.Empty,
            null,
            new PlanLocation(Path, _line++)));
        if (parent >= 0)
        {
            _nodes[parent] = _nodes[parent] with { Children = _nodes[parent].Children.Append(index).ToImmutableArray() };
        }

        return index;
    }

    /// <summary>Makes a node stand for a shared group.</summary>
    public void Refer(int node, int shared) => _nodes[node] = _nodes[node] with { Reference = shared };

    public int Ranking(int node, ExpressionPlan value, RankDirection direction = RankDirection.HighestFirst, ExpressionPlan? population = null, TieRule ties = TieRule.Include, CountRounding rounding = CountRounding.Down)
    {
        var index = _rankings.Count;
        _rankings.Add(new RankingPlan(index, node, value, direction, population, ties, rounding, EquatableArray<TierPlan>.Empty, "計測値", new PlanLocation(Path, _line++)));
        _nodes[node] = _nodes[node] with { Ranking = index };
        return index;
    }

    public int Answer(int parent, string label, int points, params int[] prerequisites) =>
        Item(parent, label, points, ConditionKind.Answer, -1, null, default, withAnswer: true, prerequisites);

    public int Tier(int parent, string label, int points, int ranking, ExactNumber share, TierSide side = TierSide.Top, bool withAnswer = true, params int[] prerequisites) =>
        Item(parent, label, points, ConditionKind.Tier, ranking, null, new TierPlan(-1, side, share), withAnswer, prerequisites);

    public int Expression(int parent, string label, int points, ExpressionPlan expression, bool withAnswer = true, params int[] prerequisites) =>
        Item(parent, label, points, ConditionKind.Expression, -1, expression, default, withAnswer, prerequisites);

    /// <summary>A slot that holds the score of a subtree without one of its nodes.</summary>
    public int Shadow(int root, int excluded)
    {
        var id = -1 - _shadows.Count;
        _shadows.Add(id, (root, excluded));
        return id;
    }

    public FrameworkPlan Build()
    {
        var slots = _nodes.Count;
        var steps = new List<StepPlan>();
        var placed = new Dictionary<int, int>();
        var done = new HashSet<int>();
        var late = _rankings.Where(ranking => ranking.Value is ScoreExpression { Slot: < 0 }).Select(ranking => ranking.Node).ToHashSet();
        foreach (var root in _nodes.Where(node => node.Index > 0 && node.Parent < 0))
        {
            Visit(root.Index, skip: -1);
        }

        // A ranking of 除く この指標 comes after everything else, in a second pass.
        foreach (var node in late)
        {
            var shadow = (ScoreExpression)_rankings[_nodes[node].Ranking].Value;
            placed.Add(shadow.Slot, slots + placed.Count);
            for (var i = 0; i < _nodes.Count; i++)
            {
                if (!Above(i, node))
                {
                    VisitOnce(i, node);
                }
            }

            // Every ancestor of the excluded node, shadowed bottom-up.
            var chain = new List<int>();
            for (var i = _nodes[node].Parent; i >= 0; i = _nodes[i].Parent)
            {
                chain.Add(i);
            }

            var below = node;
            var previous = -1;
            foreach (var ancestor in chain)
            {
                var target = ancestor == chain[^1] ? placed[shadow.Slot] : slots + 100 + ancestor;
                var sources = _nodes[ancestor].Children.Where(child => child != below).ToList();
                if (previous >= 0)
                {
                    sources.Add(previous);
                }

                steps.Add(new SumStep(target, sources.ToImmutableArray(), _nodes[ancestor].Cap));
                (below, previous) = (ancestor, target);
            }
        }

        Visit(0, skip: -1);
        var marks = new int?[_nodes.Count];
        var nodes = _nodes.Select(node => node with { FullMark = Mark(node.Index), MayBeUnknown = MayBeUnknown(node.Index) }).ToImmutableArray();
        return new FrameworkPlan
        {
            Name = "令和7年度 " + Entity,
            FiscalYear = 2025,
            YearCode = "R7",
            Entity = Entity,
            EntityIdentifier = EntityIdentifier,
            Title = _nodes[0].Title,
            Columns = _columns.ToImmutableArray(),
            Nodes = nodes,
            Items = _items.ToImmutableArray(),
            Rankings = _rankings.Select(ranking => ranking.Value is ScoreExpression { Slot: < 0 } score ? ranking with { Value = new ScoreExpression(placed[score.Slot]) } : ranking).ToImmutableArray(),
            Constants = _constants.ToImmutableArray(),
            Steps = steps.ToImmutableArray(),
            SlotCount = late.Count == 0 ? slots : slots + 100 + slots,
            Location = new PlanLocation(Path, 0),
        };

        bool Above(int ancestor, int node)
        {
            for (var i = node; i >= 0; i = _nodes[i].Parent)
            {
                if (i == ancestor)
                {
                    return true;
                }
            }

            return false;
        }

        void VisitOnce(int index, int skip)
        {
            if (index != skip && !Above(skip, index))
            {
                Visit(index, skip);
            }
        }

        void Visit(int index, int skip)
        {
            if (!done.Add(index))
            {
                return;
            }

            var node = _nodes[index];
            if (node.Ranking >= 0)
            {
                steps.Add(new RankStep(node.Ranking));
            }

            foreach (var child in node.Children)
            {
                Visit(child, skip);
            }

            steps.Add(node.Rule switch
            {
                ScoreRule.Item => new ItemStep(node.Item),
                ScoreRule.Input or ScoreRule.Unconfirmed => new PointsStep(index),
                ScoreRule.Reference => new SumStep(index, ImmutableArray.Create(node.Reference), null),
                ScoreRule.Best => new BestStep(index, node.Children.Select(Candidate).ToImmutableArray(), node.Cap, Books: true),
                _ => new SumStep(index, node.Children, node.Cap),
            });
        }

        SeriesCandidate Candidate(int child) => new(child, _nodes[child].Ranking, Below(child).ToImmutableArray());

        IEnumerable<int> Below(int node) => _nodes[node].Children.SelectMany(child => Below(child).Prepend(child));

        bool MayBeUnknown(int node) => _nodes[node].PointsColumn >= 0
            || (_nodes[node].Reference >= 0 && MayBeUnknown(_nodes[node].Reference))
            || _nodes[node].Children.Any(MayBeUnknown);

        int? Mark(int index)
        {
            var node = _nodes[index];
            var full = node.Rule switch
            {
                ScoreRule.Item => _items[node.Item].Points,
                ScoreRule.Reference => Mark(node.Reference),
                ScoreRule.Best => node.Children.Max(Mark),
                ScoreRule.Sum => node.Children.Sum(child => Mark(child) ?? 0),
                _ => node.FullMark,
            };
            return marks[index] ??= node.Cap is { } cap ? Math.Min(cap, full ?? cap) : full;
        }
    }

    private int Item(int parent, string label, int points, ConditionKind condition, int ranking, ExpressionPlan? expression, TierPlan? tier, bool withAnswer, int[] prerequisites)
    {
        var item = _items.Count;
        var node = Node(parent, NodeKind.Item, label, ScoreRule.Item, "題名 <" + label + "> & 「" + points + "」");
        _nodes[node] = _nodes[node] with { Item = item };
        var column = withAnswer
            ? Column(ColumnKind.Answer, ColumnType.Answer, _nodes[node].Path, Identifier(_nodes[node].Path), points: points, node: node)
            : -1;
        var tierIndex = -1;
        if (tier is not null)
        {
            tierIndex = _rankings[ranking].Tiers.Count;
            _rankings[ranking] = _rankings[ranking] with { Tiers = _rankings[ranking].Tiers.Append(tier with { Item = item }).ToImmutableArray() };
        }

        _items.Add(new ItemPlan(item, node, points, condition, column, ranking, tierIndex, expression, prerequisites.ToImmutableArray(), new PlanLocation(Path, _line++)));
        return item;
    }

    private static string Prefix(NodeKind kind) => kind switch
    {
        NodeKind.Indicator => "指標",
        NodeKind.Series => "系列",
        NodeKind.Item => "項目",
        _ => string.Empty,
    };

    private static string Identifier(string label) => label.Replace('.', '_').Replace("①", "1", StringComparison.Ordinal).Replace("②", "2", StringComparison.Ordinal).Replace("・", "_", StringComparison.Ordinal);
}
