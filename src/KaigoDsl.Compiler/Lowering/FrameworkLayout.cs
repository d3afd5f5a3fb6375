using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Gives every symbol of a framework its place: nodes, columns, items, rankings and constants get their indexes here.</summary>
internal sealed class FrameworkLayout
{
    private readonly Dictionary<NodeSymbol, int> _nodes = [];
    private readonly Dictionary<NodeSymbol, int> _items = [];
    private readonly Dictionary<RankingSymbol, int> _rankings = [];
    private readonly Dictionary<ColumnSymbol, int> _columns = [];
    private readonly Dictionary<NodeSymbol, int> _nodeColumns = [];
    private readonly Dictionary<ConstantSymbol, int> _constants = [];
    private readonly List<ConstantSymbol> _constantList = [];

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

        Columns = LayOutColumns();
    }

    public FrameworkSymbol Framework { get; }

    public ImmutableArray<NodeSymbol> Nodes { get; }

    public ImmutableArray<ColumnPlan> Columns { get; }

    public IEnumerable<NodeSymbol> Items => _items.Keys;

    public IEnumerable<RankingSymbol> Rankings => _rankings.Keys;

    public IReadOnlyList<ConstantSymbol> Constants => _constantList;

    public int NodeOf(NodeSymbol node) => _nodes[node];

    public int ItemOf(NodeSymbol node) => node.Kind == NodeKind.Item ? _items[node] : -1;

    public int RankingOf(RankingSymbol? ranking) => ranking is null ? -1 : _rankings[ranking];

    public int ColumnOf(ColumnSymbol column) => _columns[column];

    /// <summary>The answer column of an item or the points column of a node; -1 when it has none.</summary>
    public int ColumnOf(NodeSymbol node) => _nodeColumns.TryGetValue(node, out var column) ? column : -1;

    public int ConstantOf(ConstantSymbol constant)
    {
        if (!_constants.TryGetValue(constant, out var index))
        {
            index = _constantList.Count;
            _constants.Add(constant, index);
            _constantList.Add(constant);
        }

        return index;
    }

    private ImmutableArray<ColumnPlan> LayOutColumns()
    {
        var columns = ImmutableArray.CreateBuilder<ColumnPlan>();
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        if (Framework.Entity is { } entity)
        {
            columns.Add(Text(ColumnKind.Key, entity.KeyLabel, columns.Count, identifiers));
            if (entity.NameLabel is { } name)
            {
                columns.Add(Text(ColumnKind.Name, name, columns.Count, identifiers));
            }

            foreach (var attribute in entity.Attributes)
            {
                Add(columns, attribute, ColumnKind.Attribute, -1, identifiers);
            }
        }

        foreach (var node in Nodes)
        {
            foreach (var input in node.Inputs)
            {
                Add(columns, input, ColumnKind.Input, NodeOf(node), identifiers);
            }
        }

        var aliases = new ReferencePaths(Framework);
        foreach (var node in Nodes)
        {
            if (node.Kind == NodeKind.Item || node.Rule is ScoreRule.Input or ScoreRule.Unconfirmed)
            {
                _nodeColumns.Add(node, columns.Count);
                columns.Add(OfNode(node, columns.Count, aliases.Of(node), identifiers));
            }
        }

        return columns.ToImmutable();
    }

    private void Add(
        ImmutableArray<ColumnPlan>.Builder columns, ColumnSymbol column, ColumnKind kind, int node, HashSet<string> identifiers)
    {
        _columns.Add(column, columns.Count);
        columns.Add(new ColumnPlan(
            columns.Count,
            kind,
            TypeOf(column),
            column.Label,
            Unique(Identifiers.FromLabel(column.Label, "列"), identifiers),
            [],
            Required: true,
            column.Unit,
            column.UnitFactor,
            column.Members.ToImmutableArray(),
            column.Type.Kind == ValueKind.Reference ? column.Type.Name : string.Empty,
            0,
            node,
            column.Title,
            column.Assumptions.ToImmutableArray())
        {
            Location = Lowerer.Locate(column.Location),
        });
    }

    private static ColumnPlan Text(ColumnKind kind, string label, int index, HashSet<string> identifiers) => new(
        index, kind, ColumnType.Text, label, Unique(Identifiers.FromLabel(label, "列"), identifiers), [], Required: true, string.Empty,
        ExactNumber.One, [], string.Empty, 0, -1, null, []);

    private ColumnPlan OfNode(NodeSymbol node, int index, ImmutableArray<string> aliases, HashSet<string> identifiers)
    {
        var isItem = node.Kind == NodeKind.Item;
        var identifier = string.Join("_", node.SelfAndAncestors().Where(n => n.Kind != NodeKind.Framework).Reverse()
            .Select(n => Identifiers.FromNode(n.Kind, n.Label)));
        return new ColumnPlan(
            index,
            isItem ? ColumnKind.Answer : ColumnKind.Points,
            isItem ? ColumnType.Answer : ColumnType.Quantity,
            node.Path,
            Unique(identifier, identifiers),
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

    private static ColumnType TypeOf(ColumnSymbol column) => column.Type.Kind switch
    {
        ValueKind.Truth => ColumnType.Truth,
        ValueKind.FiscalYear => ColumnType.Year,
        ValueKind.Date => ColumnType.Date,
        ValueKind.Enumeration => ColumnType.Enumeration,
        ValueKind.Quantity => ColumnType.Quantity,
        _ => ColumnType.Text,
    };

    // Labels of different sorts of columns may meet in one identifier (推進_Ⅰ could be an attribute); a number keeps them apart.
    private static string Unique(string identifier, HashSet<string> taken)
    {
        var candidate = identifier;
        for (var i = 2; !taken.Add(candidate); i++)
        {
            candidate = identifier + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return candidate;
    }
}
