using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>
/// What rules and allocations read in a world between, by row of that world: cells, points, results of items. The entities in both tables come
/// first, then those of one table only: the old ones, or once they have come the new ones. These keep what their own side gives them.
/// </summary>
internal sealed class WorldColumns
{
    private readonly Worlds _worlds;
    private readonly Dictionary<Side, (int[] Old, int[] New)> _rows = [];
    private readonly Dictionary<(Side From, int Column, Side Rows), TableColumn> _cells = [];
    private readonly Dictionary<(Side, int), HybridScore?> _scores = [];
    private readonly Dictionary<(Side, int, string), TableColumn> _points = [];
    private readonly Dictionary<(Side, int, string), TableColumn> _truths = [];

    public WorldColumns(Worlds worlds)
    {
        _worlds = worlds;
        EntityFactor = worlds.Data.IsOneSet || worlds.Rows.AreSame ? -1 : worlds.Book.Entities;
    }

    /// <summary>The factor that entities come and go; -1 when none does.</summary>
    public int EntityFactor { get; }

    /// <summary>By row of a world: its rows in the old and in the new table, -1 where it is not there.</summary>
    public (int[] Old, int[] New) RowsIn(FactorSet world)
    {
        var side = world.SideOf(EntityFactor);
        if (!_rows.TryGetValue(side, out var rows))
        {
            var own = side == Side.Old ? _worlds.Rows.NewOfOld : _worlds.Rows.OldOfNew;
            var extra = Enumerable.Range(0, own.Length).Where(row => own[row] < 0).ToArray();
            var blank = extra.Select(static _ => -1).ToArray();
            rows = side == Side.Old
                ? ([.. _worlds.Rows.Old, .. extra], [.. _worlds.Rows.New, .. blank])
                : ([.. _worlds.Rows.Old, .. blank], [.. _worlds.Rows.New, .. extra]);
            _rows.Add(side, rows);
        }

        return rows;
    }

    /// <summary>A column of one side's table as a world has it. What only one side asks for is read from that side's data.</summary>
    public TableColumn Cells(FactorSet world, Side side, int column)
    {
        var (factor, other) = (_worlds.FactorOf(side, column), _worlds.CounterpartOf(side, column));
        var from = factor >= 0 ? world.SideOf(factor) : side;
        var index = from == side ? column : other;
        var key = (from, index, world.SideOf(EntityFactor));
        if (!_cells.TryGetValue(key, out var cells))
        {
            var opposite = from == side ? other : column;
            var (rows, otherRows) = (Rows(world, from), Rows(world, Worlds.Opposite(from)));
            var own = _worlds.TableOf(from).Columns[index];
            cells = opposite < 0 ? Columns.Gather(own, rows) : Columns.Join(own, rows, _worlds.TableOf(Worlds.Opposite(from)).Columns[opposite], otherRows);
            _cells.Add(key, cells);
        }

        return cells;
    }

    /// <summary>The points of a slot of one side as a world has them.</summary>
    public TableColumn Points(FactorSet world, Side side, int slot)
    {
        var hybrid = HybridOf(side, slot);
        var key = (side, slot, hybrid is null ? string.Empty : world.Seen(hybrid.Factors));
        key.Item3 += world.SideOf(EntityFactor) == Side.Old ? "o" : "n";
        if (!_points.TryGetValue(key, out var column))
        {
            _points.Add(key, column = ToColumn(ToRows(
                world, side, slot, _worlds.CounterpartOfSlot(side, slot), hybrid?.Points(world), (whose, index, row) => _worlds.Of(whose).Score(index)[row], ScoreColumn.Unknown)));
        }

        return column;
    }

    /// <summary>Whether an item of one side is met as a world has it.</summary>
    public TableColumn Truths(FactorSet world, Side side, int item)
    {
        var hybrid = ItemOf(side, item);
        var key = (side, item, hybrid is null ? string.Empty : world.Seen(hybrid.TruthFactors));
        key.Item3 += world.SideOf(EntityFactor) == Side.Old ? "o" : "n";
        if (!_truths.TryGetValue(key, out var column))
        {
            _truths.Add(key, column = TruthColumn.FromValues(ToRows(
                world, side, item, _worlds.CounterpartOfItem(side, item), hybrid?.Truths(world), (whose, index, row) => _worlds.Of(whose).ItemTruth(index, row), Truth.Unknown)));
        }

        return column;
    }

    /// <summary>What decides the cells of a column, the points of a slot, the result of an item; without the entities that come and go.</summary>
    public IEnumerable<int> FactorsOf(Side side, ExpressionPlan part) => part switch
    {
        ColumnExpression column => [_worlds.FactorOf(side, column.Column)],
        ScoreExpression score => HybridOf(side, score.Slot)?.Factors ?? [],
        ItemExpression item => ItemOf(side, item.Item)?.TruthFactors ?? [],
        _ => [],
    };

    private static QuantityColumn ToColumn(int[] points)
    {
        bool[] missing = Array.ConvertAll(points, static value => value == ScoreColumn.Unknown);
        return QuantityColumn.FromMantissas(Array.ConvertAll(points, static value => (long)value), 1, missing);
    }

    private int[] Rows(FactorSet world, Side side) => side == Side.Old ? RowsIn(world).Old : RowsIn(world).New;

    /// <summary>Between the worlds for entities in both tables, from their own side for the others.</summary>
    private T[] ToRows<T>(FactorSet world, Side side, int own, int other, T[]? between, Func<Side, int, int, T> read, T none)
        where T : struct
    {
        var (ownRows, otherRows) = (Rows(world, side), Rows(world, Worlds.Opposite(side)));
        var values = new T[ownRows.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = between is not null && i < between.Length ? between[i]
                : ownRows[i] >= 0 ? read(side, own, ownRows[i])
                : other >= 0 ? read(Worlds.Opposite(side), other, otherRows[i])
                : none;
        }

        return values;
    }

    /// <summary>The points of a slot that is there before and after; <see langword="null"/> when only one side has it.</summary>
    private HybridScore? HybridOf(Side side, int slot)
    {
        var other = _worlds.CounterpartOfSlot(side, slot);
        var (old, current) = side == Side.Old ? (slot, other) : (other, slot);
        if (other < 0)
        {
            return null;
        }

        if (!_scores.TryGetValue((Side.Old, old), out var hybrid))
        {
            _scores.Add((Side.Old, old), hybrid = new HybridScore(_worlds, old, current));
        }

        return hybrid;
    }

    private HybridItem? ItemOf(Side side, int item)
    {
        var other = _worlds.CounterpartOfItem(side, item);
        return other < 0 ? null : side == Side.Old ? _worlds.Items.Of(item, other) : _worlds.Items.Of(other, item);
    }
}
