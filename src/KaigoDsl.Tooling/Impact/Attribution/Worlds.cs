using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>The old and the new world: plans, tables and evaluations, and what of one corresponds to what of the other.</summary>
internal sealed partial class Worlds
{
    private readonly Dictionary<(Side Table, int Column, Side Rows), TableColumn> _columns = [];
    private readonly Dictionary<int, bool> _differs = [];
    private readonly Dictionary<(Side, int), int[]> _points = [];
    private readonly ExpressionCorrespondence _correspondence;

    public Worlds(SpecDiff diff, int pair, ImpactData data, Evaluation oldEvaluation, Evaluation newEvaluation, WorldOptions options)
    {
        (Pair, Program) = (diff.Pairs[pair], diff.New);
        (Data, Old, New, Options) = (data, oldEvaluation, newEvaluation, options);
        Rows = new EntityRows(data.OldTable, data.NewTable);
        Book = new FactorBook(diff, pair);
        _correspondence = new ExpressionCorrespondence(Pair, diff.Pairs, Pair);
        Items = new HybridItems(this);
        Nodes = new HybridNodes(this);
    }

    public FrameworkPair Pair { get; }

    /// <summary>The new program.</summary>
    public ProgramPlan Program { get; }

    public ImpactData Data { get; }

    public Evaluation Old { get; }

    public Evaluation New { get; }

    public WorldOptions Options { get; }

    public EntityRows Rows { get; }

    public FactorBook Book { get; }

    public HybridItems Items { get; }

    public HybridNodes Nodes { get; }

    public Evaluation Of(Side side) => side == Side.Old ? Old : New;

    public FrameworkPlan PlanOf(Side side) => side == Side.Old ? Pair.Old : Pair.New;

    public EntityTable TableOf(Side side) => side == Side.Old ? Data.OldTable : Data.NewTable;

    /// <summary>The points of the whole; unknown for everybody where nothing of it can be scored.</summary>
    public ScoreColumn Totals(Side side) => IsExcluded(side, 0)
        ? ScoreColumn.FromOwned([.. Enumerable.Repeat(ScoreColumn.Unknown, TableOf(side).Count)])
        : Of(side).Score(0);

    public bool IsExcluded(Side side, int node) => side == Side.Old ? Options.Part.IsOldExcluded(node) : Options.Part.IsNewExcluded(node);

    public bool Same(ExpressionPlan? oldExpression, ExpressionPlan? newExpression) => _correspondence.Same(oldExpression, newExpression);

    /// <summary>The column of the other framework that means the same; -1 when there is none, or it holds cells of another sort.</summary>
    public int CounterpartOf(Side side, int column)
    {
        var other = side == Side.Old ? Pair.NewColumnOf(column) : Pair.OldColumnOf(column);
        return other >= 0 && TableOf(Opposite(side)).Columns[other].GetType() == TableOf(side).Columns[column].GetType() ? other : -1;
    }

    /// <summary>The factor that decides what a column holds; -1 when it holds the same before and after.</summary>
    public int FactorOf(Side side, int column)
    {
        var other = CounterpartOf(side, column);
        if (other < 0)
        {
            return -1;
        }

        var (oldColumn, newColumn) = side == Side.Old ? (column, other) : (other, column);
        if (!_differs.TryGetValue(oldColumn, out var differs))
        {
            differs = !Columns.AreEqual(Data.OldTable.Columns[oldColumn], Rows.Old, Data.NewTable.Columns[newColumn], Rows.New);
            _differs.Add(oldColumn, differs);
        }

        return !differs ? -1 : Data.IsOneSet ? Book.Column(oldColumn, newColumn) : Book.Data;
    }

    /// <summary>A column as a world has it, over the rows that world has. What only one side asks for is read from that side's data.</summary>
    public TableColumn ColumnIn(FactorSet world, Side side, int column)
    {
        var rows = RowsIn(world);
        var factor = FactorOf(side, column);
        var from = factor >= 0 ? world.SideOf(factor) : CounterpartOf(side, column) >= 0 ? rows : side;
        var index = from == side ? column : CounterpartOf(side, column);
        if (!_columns.TryGetValue((from, index, rows), out var found))
        {
            found = InRows(TableOf(from).Columns[index], from, rows);
            _columns.Add((from, index, rows), found);
        }

        return found;
    }

    /// <summary>Whose rows there are in a world: with two data sets those of the data in force.</summary>
    public Side RowsIn(FactorSet world) => Data.IsOneSet ? Side.Old : world.SideOf(Book.Data);

    /// <summary>A column over the rows of one table, over those of the other.</summary>
    public TableColumn InRows(TableColumn column, Side from, Side rows) =>
        from == rows ? column : Columns.Gather(column, rows == Side.Old ? Rows.NewOfOld : Rows.OldOfNew);

    /// <summary>
    /// The points a node gives, before any 高い方 above it has booked another series, by entity that is in both tables. 0 for what is left out.
    /// </summary>
    public int[] PointsOf(Side side, int node)
    {
        if (!_points.TryGetValue((side, node), out var points))
        {
            _points.Add((side, node), points = Compute(side, PlanOf(side).Nodes[node]));
        }

        return points;
    }

    public static Side Opposite(Side side) => side == Side.Old ? Side.New : Side.Old;

    /// <summary>The nodes below a node, those of a shared group through its reference; without what is left out.</summary>
    public IEnumerable<int> ChildrenOf(Side side, NodePlan node)
    {
        var children = node.Reference >= 0 ? PlanOf(side).Nodes[node.Reference].Children : node.Children;
        return children.Where(child => !IsExcluded(side, child));
    }

    private int[] Compute(Side side, NodePlan node)
    {
        if (IsExcluded(side, node.Index))
        {
            return new int[Rows.Count];
        }

        switch (node.Rule)
        {
            case ScoreRule.Item:
                var item = PlanOf(side).Items[node.Item];
                var evaluation = Of(side);
                return Array.ConvertAll(Rows.Of(side), row => Points.When(evaluation.ItemTruth(item.Index, row), item.Points));
            case ScoreRule.Input or ScoreRule.Unconfirmed:
                var cells = TableOf(side).Quantities(node.PointsColumn);
                return Array.ConvertAll(Rows.Of(side), row => Points.FromCell(cells[row]));
            case ScoreRule.Reference:
                return PointsOf(side, node.Reference);
            default:
                var parts = (node.Rule == ScoreRule.Total ? node.Terms : ChildrenOf(side, node)).Select(child => PointsOf(side, child)).ToArray();
                return Combine(node.Rule == ScoreRule.Best, parts, node.Cap, Rows.Count);
        }
    }

    /// <summary>A sum, or the best, at most a cap; unknown if any part is.</summary>
    public static int[] Combine(bool best, IReadOnlyList<int[]> parts, int? cap, int count)
    {
        var result = new int[count];
        for (var part = 0; part < parts.Count; part++)
        {
            for (var row = 0; row < count; row++)
            {
                result[row] = !best ? Points.Add(result[row], parts[part][row])
                    : result[row] == ScoreColumn.Unknown || parts[part][row] == ScoreColumn.Unknown ? ScoreColumn.Unknown
                    : Math.Max(result[row], parts[part][row]);
            }
        }

        if (cap is { } most)
        {
            for (var row = 0; row < count; row++)
            {
                result[row] = Points.AtMost(result[row], most);
            }
        }

        return result;
    }
}
