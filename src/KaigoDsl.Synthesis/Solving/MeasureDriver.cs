using System.Numerics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// A measure seen as a function of one of its inputs, the driver, row by row. The driver moves in whole steps; the measure is
/// monotone in it, which is checked, so every question is answered by bisection on exact values.
/// </summary>
internal sealed class MeasureDriver
{
    private readonly NationDraft _draft;
    private readonly RankingPlan _ranking;
    private readonly ColumnPlan _column;
    private readonly Rational _step;
    private readonly ColumnPlan? _total;
    private readonly int[] _companions;
    private readonly RandomSource _random;
    private readonly bool _ascending;
    private readonly Rational[] _cells;
    private readonly long[] _typical;

    private MeasureDriver(NationDraft draft, RankingPlan ranking, int column, long minimum)
    {
        _draft = draft;
        _ranking = ranking;
        _column = draft.Plan.Columns[column];
        _cells = draft.Quantities(column);
        _step = TypicalInputs.Step(_column);
        _random = draft.Random(draft.Plan.Nodes[ranking.Node].Path + "/入力");
        _typical = new long[draft.Count];
        Minimum = minimum;
        Column = column;
        _companions = [.. RowExpression.Columns(ranking.Value).Where(c => c != column && !draft.IsDecided(c))];

        // A count out of a total that the municipality reports as well: a share, which cannot exceed 1 when both are in one unit.
        if (ranking.Value is BinaryExpression { Operator: BinaryOperator.Divide, Left: ColumnExpression part, Right: ColumnExpression total }
            && part.Column == column
            && draft.Plan.Columns[total.Column].Kind == Compiler.Lowering.ColumnKind.Input)
        {
            _total = draft.Plan.Columns[total.Column];
        }

        IsPlain = ranking.Value is ColumnExpression;
        var row = 0;
        for (; row < draft.Count; row++)
        {
            Redraw(row);
            var low = GoodnessAt(row, Lowest(row));
            var high = GoodnessAt(row, Highest(row));
            if (!low.IsMissing && !high.IsMissing && !low.Equals(high))
            {
                _ascending = high.CompareTo(low) > 0;
                IsMonotone = true;
                return;
            }
        }
    }

    /// <summary>The driver's column.</summary>
    public int Column { get; }

    /// <summary>The least number of steps: 1 where 0 would mean that the entity is not ranked.</summary>
    public long Minimum { get; }

    /// <summary>Whether the driver moves the measure at all.</summary>
    public bool IsMonotone { get; }

    /// <summary>Whether the measure is the input itself.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether the measure is a share of at most 1.</summary>
    public bool IsShare => _total is not null && string.Equals(_total.Unit, _column.Unit, StringComparison.Ordinal);

    /// <summary>Whether the ranking is 高い順.</summary>
    public bool HighestIsBest => _ranking.Direction == Compiler.Lowering.RankDirection.HighestFirst;

    /// <summary>Whether other inputs of a row may be drawn anew when its measure cannot be reached.</summary>
    public bool CanRedraw => _companions.Length > 0;

    /// <summary>Finds a driver for a ranking's measure: an input that nothing has decided yet, the population's own input first.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public static MeasureDriver? Find(NationDraft draft, RankingPlan ranking, int populationColumn)
    {
        if (!RowExpression.IsSupported(ranking.Value))
        {
            return null;
        }

        var columns = RowExpression.Columns(ranking.Value).ToList();
        var free = columns.Where(c => !draft.IsDecided(c)).ToList();
        var column = populationColumn >= 0 && columns.Contains(populationColumn) ? populationColumn
            : free.Count > 0 ? free[0]
            : -1;
        if (column < 0)
        {
            return null;
        }

        var driver = new MeasureDriver(draft, ranking, column, populationColumn >= 0 ? 1 : 0);
        return driver.IsMonotone ? driver : null;
    }

    /// <summary>Draws the other undecided inputs of a row and a plausible value of the driver itself.</summary>
    /// <returns>The driver, in steps.</returns>
    public long Redraw(int row)
    {
        foreach (var companion in _companions)
        {
            var plan = _draft.Plan.Columns[companion];
            var steps = TypicalInputs.Draw(_draft, plan, row, _random);
            _draft.Quantities(companion)[row] = Rational.FromInt64(steps) * TypicalInputs.Step(plan);
        }

        var own = _total is null
            ? TypicalInputs.Draw(_draft, _column, row, _random)
            : TotalSteps(row) * TypicalInputs.DrawShare(_column, _random) >> 16;
        return Math.Clamp(own, Lowest(row), Highest(row));
    }

    /// <summary>Sets the driver of a row.</summary>
    public void Set(int row, long steps) => _cells[row] = Rational.FromInt64(steps) * _step;

    /// <summary>The measure of a row with the driver at a value, turned so that more is better.</summary>
    public Rational GoodnessAt(int row, long steps)
    {
        Set(row, steps);
        var value = RowExpression.Evaluate(_ranking.Value, _draft, row);
        return HighestIsBest ? value : -value;
    }

    /// <summary>The drivers of a row whose goodness is at least <paramref name="low"/> and below <paramref name="high"/>; empty when from &gt; to.</summary>
    /// <param name="row">The row.</param>
    /// <param name="low">Missing for no lower bound.</param>
    /// <param name="high">Missing for no upper bound.</param>
    public (long From, long To) Range(int row, Rational low, Rational high)
    {
        var (first, last) = (Lowest(row), Highest(row));
        if (_ascending)
        {
            return (
                low.IsMissing ? first : FirstAtLeast(row, low, first, last),
                high.IsMissing ? last : FirstAtLeast(row, high, first, last) - 1);
        }

        return (
            high.IsMissing ? first : FirstBelow(row, high, first, last),
            low.IsMissing ? last : FirstBelow(row, low, first, last) - 1);
    }

    /// <summary>The driver with which a row's goodness is exactly this; −1 when none.</summary>
    public long Exactly(int row, Rational goodness)
    {
        var (first, last) = (Lowest(row), Highest(row));
        var steps = _ascending ? FirstAtLeast(row, goodness, first, last) : FirstBelow(row, goodness, first, last) - 1;
        return steps >= first && steps <= last && GoodnessAt(row, steps).Equals(goodness) ? steps : -1;
    }

    /// <summary>
    /// Rounds another input of a row so that a goodness can be had exactly: a quotient is a simple fraction only when what it is
    /// divided by is a multiple of the denominator.
    /// </summary>
    /// <returns>Whether it can now; otherwise the inputs are as before.</returns>
    public bool TryAlign(int row, Rational goodness)
    {
        foreach (var companion in _companions)
        {
            var cells = _draft.Quantities(companion);
            var step = TypicalInputs.Step(_draft.Plan.Columns[companion]);
            var before = cells[row];
            cells[row] = step;
            var unit = Needed(row, goodness);
            cells[row] = before;
            if (unit.IsMissing || before.IsMissing)
            {
                continue;
            }

            var times = (before / step / Rational.Create(unit.Denominator, BigInteger.One) + Rational.Create(1, 2)).Floor();

            // Fewer than twice the denominator would be far from what the municipality would have reported.
            if (times < 2)
            {
                continue;
            }

            cells[row] = Rational.Create(times * unit.Denominator, BigInteger.One) * step;
            if (Exactly(row, goodness) >= 0)
            {
                return true;
            }

            cells[row] = before;
        }

        return false;
    }

    /// <summary>The driver of a row whose goodness comes nearest from above to a wish, within a range.</summary>
    public long Nearest(int row, Rational wish, long from, long to)
    {
        var steps = _ascending
            ? FirstAtLeast(row, wish, from, to)
            : FirstBelow(row, wish, from, to) - 1;
        return Math.Clamp(steps, from, to);
    }

    /// <summary>The steps, not necessarily whole, with which a measure that is linear in the driver has a goodness; missing when it has none.</summary>
    private Rational Needed(int row, Rational goodness)
    {
        var (none, one) = (GoodnessAt(row, 0), GoodnessAt(row, 1));
        return (goodness - none) / (one - none);
    }

    private long FirstAtLeast(int row, Rational bound, long first, long last) =>
        Bisect(first, last, steps => GoodnessAt(row, steps).CompareTo(bound) >= 0);

    private long FirstBelow(int row, Rational bound, long first, long last) =>
        Bisect(first, last, steps => GoodnessAt(row, steps).CompareTo(bound) < 0);

    /// <summary>The first value for which a condition holds that then holds for all later ones; one past the last when it never does.</summary>
    private static long Bisect(long first, long last, Func<long, bool> holds)
    {
        while (first <= last)
        {
            var middle = first + ((last - first) / 2);
            if (holds(middle))
            {
                last = middle - 1;
            }
            else
            {
                first = middle + 1;
            }
        }

        return first;
    }

    // Averages and percentages keep within a quarter and four times what is typical; counts start at none.
    private long Lowest(int row) => _column.Unit is "度" or "%" or "円" or "千円" ? Math.Max(1, Typical(row) / 4) : Minimum;

    private long Highest(int row) => IsShare
        ? Math.Max(TotalSteps(row), Minimum)
        : _column.Unit is "度" or "%" or "円" or "千円" ? Typical(row) * 4
        : _total is not null ? Math.Max(TotalSteps(row), Minimum)
        : Math.Max(Typical(row) * 64, 1000);

    private long Typical(int row) => _typical[row] != 0
        ? _typical[row]
        : _typical[row] = TypicalInputs.Draw(_draft, _column, row, random: null);

    private long TotalSteps(int row)
    {
        if (_total is null)
        {
            return 0;
        }

        var cell = _draft.Quantities(_total.Index)[row];
        return cell.IsMissing ? 1 : (long)(cell / TypicalInputs.Step(_total)).Floor();
    }
}
