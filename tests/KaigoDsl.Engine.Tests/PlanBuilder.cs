using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Engine.Tests;

/// <summary>
/// Builds framework plans by hand, as the compiler would lower them: nodes in pre-order, steps after their sources. An indicator whose
/// ranking is <see cref="ScoreWithoutThis"/> is evaluated in a second pass over shadow slots.
/// </summary>
internal sealed class PlanBuilder
{
    private readonly List<ColumnPlan> _columns = [];
    private readonly List<NodePlan> _nodes = [];
    private readonly List<ItemPlan> _items = [];
    private readonly List<RankingPlan> _rankings = [];
    private readonly List<ConstantPlan> _constants = [];
    private readonly Stack<int> _open = new();
    private readonly string _entity;

    private PlanBuilder(string entity) => _entity = entity;

    /// <summary>Stands for 得点 除く この指標 as the measure of a ranking.</summary>
    public static ExpressionPlan ScoreWithoutThis { get; } = new ScoreExpression(-1);

    /// <summary>Builds a framework with a key column 団体コード and what <paramref name="body"/> adds.</summary>
    public static FrameworkPlan Build(Action<PlanBuilder> body, string entity = "市町村", int? cap = null)
    {
        var builder = new PlanBuilder(entity);
        builder.Column("団体コード", ColumnType.Text, kind: ColumnKind.Key);
        builder.Node(NodeKind.Framework, string.Empty, body, cap: cap);
        return builder.ToPlan();
    }

    public int Column(
        string name,
        ColumnType type,
        string unit = "",
        string factor = "1",
        ColumnKind kind = ColumnKind.Input,
        string references = "",
        int points = 0,
        int node = -1,
        string? assumption = null)
    {
        _columns.Add(new ColumnPlan(
            _columns.Count, kind, type, name, $"C{_columns.Count}", EquatableArray<string>.Empty, false, unit, Exact(factor),
            EquatableArray<string>.Empty, references, points, node, null, Texts(assumption)));
        return _columns.Count - 1;
    }

    public ColumnExpression Input(string name, string unit = "", string factor = "1", string? assumption = null) =>
        new(Column(name, ColumnType.Quantity, unit, factor, assumption: assumption), ExpressionType.Quantity);

    public ConstantExpression Constant(string name, string value)
    {
        _constants.Add(new ConstantPlan(name, name, Exact(value), string.Empty, Texts($"{name}の値は公表されていない")));
        return new ConstantExpression(_constants.Count - 1);
    }

    public int Node(
        NodeKind kind,
        string label,
        Action<PlanBuilder> body,
        ScoreRule rule = ScoreRule.Sum,
        int? cap = null,
        string? assumption = null,
        string? period = null)
    {
        var index = Open(kind, label, rule, cap, assumption, period);
        body(this);
        Close(index);
        return index;
    }

    /// <summary>得点入力 (<paramref name="fullMark"/> known) or 配点未確認.</summary>
    public int PointsNode(NodeKind kind, string label, int? fullMark)
    {
        var index = Open(kind, label, fullMark is null ? ScoreRule.Unconfirmed : ScoreRule.Input, null, null, null);
        var column = Column(_nodes[index].Path, ColumnType.Quantity, "点", kind: ColumnKind.Points, node: index);
        _nodes[index] = _nodes[index] with { PointsColumn = column, FullMark = fullMark, MayBeUnknown = true };
        _open.Pop();
        return index;
    }

    /// <summary>Adds a shared group below no node; returns its root for <see cref="Reference"/>.</summary>
    public int Shared(string label, Action<PlanBuilder> body)
    {
        var outer = _open.ToArray();
        _open.Clear();
        var index = Node(NodeKind.Group, label, body);
        foreach (var open in outer.Reverse())
        {
            _open.Push(open);
        }

        return index;
    }

    public int Reference(NodeKind kind, string label, int root)
    {
        var index = Open(kind, label, ScoreRule.Reference, null, null, null);
        _nodes[index] = _nodes[index] with { Reference = root, FullMark = _nodes[root].FullMark };
        _open.Pop();
        return index;
    }

    public int Ranking(
        ExpressionPlan value,
        RankDirection direction = RankDirection.HighestFirst,
        ExpressionPlan? population = null,
        TieRule ties = TieRule.Include,
        CountRounding rounding = CountRounding.Down)
    {
        var index = _rankings.Count;
        _rankings.Add(new RankingPlan(
            index, _open.Peek(), value, direction, population, ties, rounding, EquatableArray<TierPlan>.Empty, $"測定値{index}", PlanLocation.None));
        _nodes[_open.Peek()] = _nodes[_open.Peek()] with { Ranking = index };
        return index;
    }

    public int Item(string label, int points, ExpressionPlan? condition = null, params int[] prerequisites) =>
        Item(label, points, condition is null ? ConditionKind.Answer : ConditionKind.Expression, condition, -1, -1, prerequisites);

    public int Tier(string label, int points, int ranking, string share, TierSide side = TierSide.Top, params int[] prerequisites)
    {
        var plan = _rankings[ranking];
        _rankings[ranking] = plan with { Tiers = plan.Tiers.AsImmutableArray().Add(new TierPlan(_items.Count, side, Exact(share))) };
        return Item(label, points, ConditionKind.Tier, null, ranking, plan.Tiers.Length, prerequisites);
    }

    private static EquatableArray<string> Texts(string? text) =>
        text is null ? EquatableArray<string>.Empty : ImmutableArray.Create(text);

    public static ExactNumber Exact(string text)
    {
        var parts = text.Split('/');
        return new ExactNumber(long.Parse(parts[0], null), parts.Length > 1 ? long.Parse(parts[1], null) : 1);
    }

    private int Item(string label, int points, ConditionKind kind, ExpressionPlan? expression, int ranking, int tier, int[] prerequisites)
    {
        var node = Open(NodeKind.Item, label, ScoreRule.Item, null, null, null);
        _open.Pop();
        var column = Column(_nodes[node].Path, ColumnType.Answer, kind: ColumnKind.Answer, points: points, node: node);
        _nodes[node] = _nodes[node] with { Item = _items.Count, FullMark = points };
        _items.Add(new ItemPlan(
            _items.Count, node, points, kind, column, ranking, tier, expression, prerequisites.ToImmutableArray(), PlanLocation.None));
        return _items.Count - 1;
    }

    private int Open(NodeKind kind, string label, ScoreRule rule, int? cap, string? assumption, string? period)
    {
        var index = _nodes.Count;
        var parent = _open.Count == 0 ? -1 : _open.Peek();
        var prefix = parent < 0 ? string.Empty : _nodes[parent].Path;
        if (parent >= 0)
        {
            _nodes[parent] = _nodes[parent] with { Children = _nodes[parent].Children.AsImmutableArray().Add(index) };
        }

        _nodes.Add(new NodePlan(
            index, parent, kind, label, prefix.Length == 0 ? label : $"{prefix}.{label}", $"N{index}", $"{label}の題", rule, null, cap,
            EquatableArray<int>.Empty, -1, EquatableArray<int>.Empty, -1, -1, -1, false, period, null, Texts(assumption), EquatableArray<LineagePlan>.Empty, null,
            new PlanLocation("test.kaigo", index)));
        _open.Push(index);
        return index;
    }

    private void Close(int index)
    {
        _open.Pop();
        var marks = _nodes[index].Children.Select(child => _nodes[child].FullMark).ToArray();
        int? mark = marks.Contains(null) ? null : _nodes[index].Rule == ScoreRule.Best ? marks.Max() : marks.Sum();
        _nodes[index] = _nodes[index] with
        {
            FullMark = mark is { } full && _nodes[index].Cap is { } cap ? Math.Min(full, cap) : mark,
            MayBeUnknown = _nodes[index].Children.Any(child => _nodes[child].MayBeUnknown),
        };
    }

    private FrameworkPlan ToPlan()
    {
        var slots = _nodes.Count;
        var shadows = new Dictionary<int, int>();
        var late = _rankings.Where(ranking => ReferenceEquals(ranking.Value, ScoreWithoutThis)).Select(ranking => ranking.Node).ToHashSet();
        foreach (var node in late.SelectMany(Ancestors).Distinct())
        {
            shadows.Add(node, slots++);
        }

        for (var i = 0; i < _rankings.Count; i++)
        {
            _rankings[i] = late.Contains(_rankings[i].Node) ? _rankings[i] with { Value = new ScoreExpression(shadows[0]) } : _rankings[i];
        }

        var steps = new List<StepPlan>();
        foreach (var root in _nodes.Where(node => node.Parent < 0).Reverse())
        {
            AddSteps(root.Index, steps, node => !late.Contains(node) && !shadows.ContainsKey(node), late);
        }

        foreach (var (node, shadow) in shadows.OrderByDescending(pair => pair.Key))
        {
            var sources = _nodes[node].Children.Where(child => !late.Contains(child)).Select(child => shadows.GetValueOrDefault(child, child));
            steps.Add(new SumStep(shadow, sources.ToImmutableArray(), _nodes[node].Cap));
        }

        foreach (var node in late)
        {
            AddSteps(node, steps, _ => true, []);
        }

        foreach (var node in shadows.Keys.OrderDescending())
        {
            steps.Add(Combine(_nodes[node]));
        }

        return new FrameworkPlan
        {
            Name = $"令和7年度 {_entity}",
            FiscalYear = 2025,
            YearCode = "R7",
            Entity = _entity,
            EntityIdentifier = "Entity",
            Title = "試験用",
            Columns = _columns.ToImmutableArray(),
            Nodes = _nodes.ToImmutableArray(),
            Items = _items.ToImmutableArray(),
            Rankings = _rankings.ToImmutableArray(),
            Constants = _constants.ToImmutableArray(),
            Steps = steps.ToImmutableArray(),
            SlotCount = slots,
            Location = PlanLocation.None,
        };
    }

    private IEnumerable<int> Ancestors(int node)
    {
        for (var parent = _nodes[node].Parent; parent >= 0; parent = _nodes[parent].Parent)
        {
            yield return parent;
        }
    }

    private void AddSteps(int index, List<StepPlan> steps, Func<int, bool> combine, HashSet<int> skip)
    {
        var node = _nodes[index];
        if (skip.Contains(index))
        {
            return;
        }

        if (node.Ranking >= 0)
        {
            steps.Add(new RankStep(node.Ranking));
        }

        foreach (var child in node.Children)
        {
            AddSteps(child, steps, combine, skip);
        }

        if (node.Item >= 0)
        {
            steps.Add(new ItemStep(node.Item));
        }
        else if (combine(index))
        {
            steps.Add(Combine(node));
        }
    }

    private StepPlan Combine(NodePlan node) => node.Rule switch
    {
        ScoreRule.Input or ScoreRule.Unconfirmed => new PointsStep(node.Index),
        ScoreRule.Reference => new SumStep(node.Index, ImmutableArray.Create(node.Reference), null),
        ScoreRule.Best => new BestStep(
            node.Index,
            node.Children.Select(child => new SeriesCandidate(child, _nodes[child].Ranking, Below(child).ToImmutableArray())).ToImmutableArray(),
            node.Cap,
            Books: true),
        _ => new SumStep(node.Index, node.Children, node.Cap),
    };

    private IEnumerable<int> Below(int node) => _nodes[node].Children.SelectMany(child => Below(child).Prepend(child));
}
