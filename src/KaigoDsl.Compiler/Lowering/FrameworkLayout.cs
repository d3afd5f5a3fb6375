using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Gives every symbol of a framework its place: nodes, columns, items, rankings and constants get their indexes here.</summary>
internal sealed class FrameworkLayout : ColumnLayout
{
    private readonly Dictionary<NodeSymbol, int> _nodes = [];
    private readonly Dictionary<NodeSymbol, int> _items = [];
    private readonly Dictionary<RankingSymbol, int> _rankings = [];
    private readonly Dictionary<NodeSymbol, int> _nodeColumns = [];
    private readonly Dictionary<NodeSymbol, string> _identifiers = [];

    public FrameworkLayout(FrameworkSymbol framework)
    {
        Framework = framework;
        Nodes = [.. framework.AllNodes];
        foreach (var node in Nodes)
        {
            _nodes.Add(node, _nodes.Count);
            if (node.Kind == NodeKind.Item)
            {
                _items.Add(node, _items.Count);
            }

            if (node.Ranking is { } ranking)
            {
                _rankings.Add(ranking, _rankings.Count);
            }
        }

        LayOutColumns();
    }

    public FrameworkSymbol Framework { get; }

    /// <summary>The order of evaluation; <see langword="null"/> until <see cref="Schedule"/> has found one.</summary>
    public StepScheduler? Order { get; private set; }

    public ImmutableArray<NodeSymbol> Nodes { get; }

    public IEnumerable<NodeSymbol> Items => _items.Keys;

    public IEnumerable<RankingSymbol> Rankings => _rankings.Keys;

    /// <summary>Orders the evaluation; <see langword="false"/> when there is a circle (reported).</summary>
    public bool Schedule(Reporter reporter)
    {
        var scheduler = new StepScheduler(this, reporter);
        Order = scheduler.Schedule() ? scheduler : null;
        return Order is not null;
    }

    public int NodeOf(NodeSymbol node) => _nodes[node];

    public int ItemOf(NodeSymbol node) => node.Kind == NodeKind.Item ? _items[node] : -1;

    public int RankingOf(RankingSymbol? ranking) => ranking is null ? -1 : _rankings[ranking];

    /// <summary>The answer column of an item or the points column of a node; -1 when it has none.</summary>
    public int ColumnOf(NodeSymbol node) => _nodeColumns.TryGetValue(node, out var column) ? column : -1;

    private void LayOutColumns()
    {
        if (Framework.Entity is { } entity)
        {
            AddEntity(entity);
        }

        foreach (var node in Nodes)
        {
            foreach (var input in node.Inputs)
            {
                Add(input, ColumnKind.Input, NodeOf(node));
            }
        }

        var aliases = new ReferencePaths(Framework);
        foreach (var node in Nodes)
        {
            if (node.Kind == NodeKind.Item || node.Rule is ScoreRule.Input or ScoreRule.Unconfirmed)
            {
                _nodeColumns.Add(node, Builder.Count);
                Builder.Add(OfNode(node, Builder.Count, aliases.Of(node)));
            }
        }

        // Behind everything a score needs, so that rules change no index of the framework's own columns.
        foreach (var input in Framework.RuleInputs)
        {
            Add(input, ColumnKind.Input, -1, isForRules: true);
        }
    }

    // 推進_Ⅰ_指標1: built from that of the node above, which many nodes share.
    private string IdentifierOf(NodeSymbol node)
    {
        if (!_identifiers.TryGetValue(node, out var identifier))
        {
            var own = node.Kind == NodeKind.Framework ? string.Empty : Identifiers.FromNode(node.Kind, node.Label);
            identifier = node.Parent is { Kind: not NodeKind.Framework } parent ? IdentifierOf(parent) + "_" + own : own;
            _identifiers.Add(node, identifier);
        }

        return identifier;
    }

    private ColumnPlan OfNode(NodeSymbol node, int index, ImmutableArray<string> aliases)
    {
        var isItem = node.Kind == NodeKind.Item;
        return new ColumnPlan(
            index,
            isItem ? ColumnKind.Answer : ColumnKind.Points,
            isItem ? ColumnType.Answer : ColumnType.Quantity,
            node.Path,
            Unique(IdentifierOf(node)),
            aliases,
            Required: isItem ? node.Condition is null : node.Rule == ScoreRule.Input,
            isItem ? string.Empty : "点",
            ExactNumber.One,
            [],
            string.Empty,
            isItem ? node.FullMark ?? 0 : 0,
            NodeOf(node),
            node.Title,
            node.Assumptions.ToImmutableArray());
    }
}
