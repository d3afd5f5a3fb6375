namespace KaigoDsl.Differential.Tests.Model;

/// <summary>Answers about the tree of a <see cref="Spec"/>: parents, paths, full marks.</summary>
internal sealed class SpecIndex
{
    private readonly Dictionary<int, Node> _nodes;
    private readonly Dictionary<int, Node> _parents = [];
    private readonly Dictionary<string, Column> _columns;

    public SpecIndex(Spec spec)
    {
        Spec = spec;
        Members = spec.Members is null ? null : new SpecIndex(spec.Members);
        _nodes = spec.Nodes.ToDictionary(n => n.Id);
        _columns = spec.Columns.ToDictionary(c => c.Label, StringComparer.Ordinal);
        foreach (var node in _nodes.Values)
        {
            foreach (var child in node.Children)
            {
                _parents.Add(child.Id, node);
            }
        }
    }

    public Spec Spec { get; }

    public SpecIndex? Members { get; }

    public Node this[int id] => _nodes[id];

    public bool Contains(int id) => _nodes.ContainsKey(id);

    public Column? Column(string label) => _columns.GetValueOrDefault(label);

    public Node? Parent(Node node) => _parents.GetValueOrDefault(node.Id);

    public Node SharedGroup(string label) => Spec.SharedGroups.Single(g => g.Label == label);

    public IEnumerable<Node> SelfAndAbove(Node? node)
    {
        for (; node is not null; node = Parent(node))
        {
            yield return node;
        }
    }

    /// <summary>The nearest 順位 at or above an item.</summary>
    public Node? RankingAbove(Node item) => SelfAndAbove(item).FirstOrDefault(n => n.Ranking is not null);

    /// <summary>Labels from below the framework, or from the shared group, joined by dots.</summary>
    public string Path(Node node) =>
        string.Join(".", SelfAndAbove(node).Where(n => n.Level != Level.Framework).Reverse().Select(n => n.Label));

    /// <summary>The paths of a node of a shared group in the framework's own tree, through every reference.</summary>
    public IEnumerable<string> PathsInFramework(Node node)
    {
        var root = SelfAndAbove(node).Last();
        if (root.Level == Level.Framework)
        {
            return [Path(node)];
        }

        var below = Path(node)[root.Label.Length..];
        return Spec.Nodes.Where(n => n.Group == root.Label).SelectMany(PathsInFramework).Select(p => p + below);
    }

    /// <summary>Whether a node's points contain another's, looking through references.</summary>
    public bool IsIn(Node part, Node whole) =>
        part.Id == whole.Id
        || whole.Children.Any(c => IsIn(part, c))
        || (whole.Group is { } group && IsIn(part, SharedGroup(group)));

    /// <summary>The derived full mark; <see langword="null"/> for 配点未確認.</summary>
    public int? FullMark(Node node)
    {
        switch (node.Scoring)
        {
            case Scoring.Item or Scoring.Input:
                return node.Points;
            case Scoring.Unconfirmed:
                return null;
            case Scoring.Reference:
                return FullMark(SharedGroup(node.Group!)) is { } whole ? Math.Min(whole, node.Cap ?? whole) : null;
            case Scoring.Total:
                return node.Terms.Sum(t => FullMark(this[t]));
            default:
                var marks = node.Children.Select(FullMark).ToList();
                var known = marks.Select(m => m ?? 0);
                var total = node.Scoring == Scoring.Best ? known.Max() : known.Sum();
                return marks.Contains(null) ? total + node.Hidden : Math.Min(total, node.Cap ?? total);
        }
    }

    /// <summary>What an expression is: texts, truths or everything that has an order.</summary>
    public ColumnSort SortOf(Expr expression) => expression switch
    {
        TextLiteral or MemberLiteral => ColumnSort.Text,
        TruthLiteral or ItemName or Not => ColumnSort.Truth,
        Binary { Op: >= Op.Equal } => ColumnSort.Truth,
        Choose choose => SortOf(choose.WhenTrue),
        ColumnName { Label: var label } => Column(label)?.Sort switch
        {
            ColumnSort.Truth => ColumnSort.Truth,
            ColumnSort.Text or ColumnSort.Enumeration or ColumnSort.Reference => ColumnSort.Text,
            _ => ColumnSort.Quantity,
        },
        _ => ColumnSort.Quantity,
    };
}
