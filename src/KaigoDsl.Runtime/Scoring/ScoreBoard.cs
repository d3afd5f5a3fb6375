using System.Runtime.InteropServices;

namespace KaigoDsl.Runtime;

/// <summary>
/// Carries out the steps of a framework over all rows and holds their results: points by slot, truth of items, rankings. Steps that look
/// only at their own row are recorded and run together, tile after tile, when something needs them. What has a kernel runs on bits, bytes
/// and 32-bit integers; everything else on exact rationals, with the same result. The memory grows when a larger table comes and is
/// otherwise reused, so that scoring again allocates nothing. The board keeps the columns it has read from until it reads others.
/// </summary>
/// <remarks>Not safe for scoring from several threads at once; reading what was scored is.</remarks>
public sealed unsafe partial class ScoreBoard
{
    private readonly Arena _arena = new();
    private readonly PointsSource[] _slots;
    private readonly int[] _bounds;
    private readonly int[] _met;
    private readonly int[]?[] _integers;
    private readonly int[] _expanded;
    private Rational[] _measure = [];
    private bool[] _population = [];
    private Truth[] _conditions = [];
    private object?[] _roots = new object?[64];
    private int _rootCount;
    private int _blocks;
    private int _run;
    private bool _decidesZero;

    /// <summary>Creates an empty board.</summary>
    /// <param name="slotCount">Number of score slots: nodes and shadow slots.</param>
    /// <param name="rankingCount">Number of rankings.</param>
    public ScoreBoard(int slotCount, int rankingCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slotCount);
        ArgumentOutOfRangeException.ThrowIfNegative(rankingCount);
        SlotCount = slotCount;
        _slots = new PointsSource[slotCount];
        _bounds = new int[slotCount];
        _met = new int[slotCount];
        _integers = new int[slotCount][];
        _expanded = new int[slotCount];
        _truthsOfSlot = new Truth[slotCount][];
        _rankings = new RankState[rankingCount];
        for (var i = 0; i < rankingCount; i++)
        {
            _rankings[i] = new RankState();
        }
    }

    /// <summary>Number of score slots.</summary>
    public int SlotCount { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// The most threads that score at once, 1 unless set; more pay for tables of tens of thousands of rows. What is scored does not depend on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxDegreeOfParallelism
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _threads = value;
        }
    }

    /// <summary>Room for the values a ranking compares, by row; overwritten by the next ranking.</summary>
    public Span<Rational> Measure => Room(ref _measure);

    /// <summary>Room for the truth of one condition, by row; overwritten by the next one.</summary>
    public Span<Truth> Conditions => Room(ref _conditions);

    /// <summary>Forgets everything and makes room for a table of <paramref name="count"/> rows.</summary>
    public void Reset(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        _blocks = RowBlocks.Of(count);
        _run++;
        _decidesZero = false;
        _rootCount = 0;
        _arena.Reset();
        Array.Clear(_slots);
        Array.Clear(_bounds);
        Array.Fill(_met, -1);
        _truthCount = 0;
        _recorded.Clear();
        ResetOperations();
        _allRows = _arena.TakeBits(_blocks);
        for (var block = 0; block < _blocks; block++)
        {
            _allRows[block] = RowBlocks.Mask(count, block);
        }
    }

    /// <summary>The points of a slot by row; <see cref="ScoreColumn.Unknown"/> where not known.</summary>
    public ReadOnlySpan<int> Points(int slot)
    {
        Flush();
        var source = _slots[slot];
        var points = Integers(slot);
        if (source.Form != PointsForm.Integers && Volatile.Read(ref _expanded[slot]) != _run)
        {
            source.CopyTo(points.AsSpan(0, Count));
            Volatile.Write(ref _expanded[slot], _run);
        }

        GC.KeepAlive(this);
        return points.AsSpan(0, Count);
    }

    /// <summary>The points of a slot in a row; <see cref="ScoreColumn.Unknown"/> where not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int Points(int slot, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        Flush();
        var points = _slots[slot] is { Form: not PointsForm.Integers } source ? source[row] : Integers(slot)[row];
        GC.KeepAlive(this);
        return points;
    }

    /// <summary>Runs what is still only recorded.</summary>
    public void Complete() => Flush();

    /// <summary>Points that are known, as a quantity.</summary>
    public static Rational Quantity(int points) => points == ScoreColumn.Unknown ? Rational.Missing : Rational.FromInt64(points);

    /// <summary>得点入力, 配点未確認: the points are read from a column; unknown where blank.</summary>
    /// <exception cref="ArgumentException">A cell holds no number of points.</exception>
    public void Reported(int slot, QuantityColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var points = SetIntegers(slot);
        for (var row = 0; row < Count; row++)
        {
            points[row] = Runtime.Points.FromCell(column[row]);
        }
    }

    /// <summary>An item: its points where it is met, otherwise nothing.</summary>
    public void Item(int slot, RowTruth met, int points)
    {
        _met[slot] = met.Index;
        if (points >= 0)
        {
            Set(slot, PointsForm.Bits, points, (byte*)_truths[met.Index].True, points);
            return;
        }

        Flush();
        var target = SetIntegers(slot);
        for (var row = 0; row < Count; row++)
        {
            target[row] = RowBlocks.Has(_truths[met.Index].True, row) ? points : 0;
        }
    }

    /// <summary>The sum of slots, at most a cap; unknown where one of them is.</summary>
    /// <exception cref="OverflowException">A sum does not fit in 32 bits.</exception>
    public void Sum(int slot, ReadOnlySpan<int> parts, int cap = int.MaxValue)
    {
        var (bound, form) = (0L, PointsForm.None);
        var first = _sourceCount;
        var sources = AddSources(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            ref readonly var source = ref _slots[part];
            if (source.Form == PointsForm.None)
            {
                throw new InvalidOperationException($"Slot {part} is read before it is written.");
            }

            sources[i] = source;
            bound += _bounds[part];
            form = (PointsForm)Math.Max((byte)form, (byte)source.Form);
        }

        _decidesZero |= cap == 0;
        if (form == PointsForm.Integers || bound > ushort.MaxValue)
        {
            _sourceCount = first;
            SumIntegers(slot, parts, cap);
            return;
        }

        form = form == PointsForm.Shorts || bound > byte.MaxValue ? PointsForm.Shorts : PointsForm.Bytes;
        ref var operation = ref Record(form == PointsForm.Bytes ? RowOperationKind.SumBytes : RowOperationKind.SumShorts);
        operation.Target = _arena.Take((long)_blocks * RowBlocks.Rows * (form == PointsForm.Bytes ? 1 : sizeof(ushort)));
        operation.Cap = cap;
        operation.FirstSource = first;
        operation.SourceCount = parts.Length;
        Set(slot, form, 0, operation.Target, (int)Math.Min(bound, cap));
    }

    /// <summary>高い方: the best series, at most its cap; those not chosen are cleared.</summary>
    public void Best(int slot, BestRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _decidesZero |= rule.Cap == 0;
        var fits = true;
        foreach (var series in rule.Series)
        {
            fits &= FitsBytes(series.Slot);
            foreach (var below in series.Below)
            {
                fits &= !rule.Books || _slots[below].Form < PointsForm.Integers;
            }
        }

        if (fits)
        {
            RecordBest(slot, rule);
        }
        else
        {
            BestOfIntegers(slot, rule);
        }
    }

    private bool FitsBytes(int slot) => _slots[slot].Form is PointsForm.Bytes || (_slots[slot].Form is PointsForm.Bits && _bounds[slot] <= byte.MaxValue);

    /// <summary>Keeps alive what kernels point into. Usually it is what was read the last time, and nothing need be written.</summary>
    private void Keep(object column)
    {
        if (_rootCount == _roots.Length)
        {
            Array.Resize(ref _roots, 2 * _rootCount);
        }

        if (!ReferenceEquals(_roots[_rootCount], column))
        {
            _roots[_rootCount] = column;
        }

        _rootCount++;
    }

    private void Set(int slot, PointsForm form, int weight, byte* values, int bound)
    {
        _slots[slot] = new PointsSource { Form = form, Weight = weight, Values = values };
        _bounds[slot] = bound;
        _expanded[slot] = 0;
    }

    private int[] Integers(int slot)
    {
        var integers = _integers[slot];
        if (integers is null || integers.Length < Count)
        {
            _integers[slot] = integers = GC.AllocateUninitializedArray<int>(Count, pinned: true);
        }

        return integers;
    }

    /// <summary>Makes a slot hold integers; a slot that is to be read must have been read before.</summary>
    private int[] SetIntegers(int slot)
    {
        var integers = Integers(slot);
        Set(slot, PointsForm.Integers, 0, (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(integers, 0), int.MaxValue);
        return integers;
    }

    private void SumIntegers(int slot, ReadOnlySpan<int> parts, int cap)
    {
        Flush();
        foreach (var part in parts)
        {
            Points(part);
        }

        var target = SetIntegers(slot);
        for (var row = 0; row < Count; row++)
        {
            var sum = 0;
            foreach (var part in parts)
            {
                sum = Runtime.Points.Add(sum, Integers(part)[row]);
            }

            target[row] = Runtime.Points.AtMost(sum, cap);
        }
    }

    private Span<T> Room<T>(ref T[] array)
    {
        if (array.Length < Count)
        {
            array = new T[Count];
        }

        return array.AsSpan(0, Count);
    }
}
