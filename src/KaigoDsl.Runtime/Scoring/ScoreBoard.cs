namespace KaigoDsl.Runtime;

/// <summary>
/// The working memory of generated scoring code: points by slot and row, the truth columns that other items ask for, and room for
/// one ranking's measure. It grows when a larger table comes and is otherwise reused, so that scoring again allocates nothing per row.
/// </summary>
public sealed class ScoreBoard
{
    private readonly int _truthCount;
    private int[] _points = [];
    private Truth[] _truths = [];
    private Rational[] _measure = [];
    private bool[] _population = [];

    /// <summary>Creates an empty board.</summary>
    /// <param name="slotCount">Number of score slots: nodes and shadow slots.</param>
    /// <param name="truthCount">Number of truth columns.</param>
    public ScoreBoard(int slotCount, int truthCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slotCount);
        ArgumentOutOfRangeException.ThrowIfNegative(truthCount);
        SlotCount = slotCount;
        _truthCount = truthCount;
    }

    /// <summary>Number of score slots.</summary>
    public int SlotCount { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Room for the values a ranking compares, by row; overwritten by the next ranking.</summary>
    public Span<Rational> Measure => _measure.AsSpan(0, Count);

    /// <summary>Room for a ranking's population, by row; overwritten by the next ranking.</summary>
    public Span<bool> Population => _population.AsSpan(0, Count);

    /// <summary>The points of a slot by row; <see cref="ScoreColumn.Unknown"/> where not known.</summary>
    public Span<int> Slot(int slot) => _points.AsSpan(slot * Count, Count);

    /// <summary>A truth column by row.</summary>
    public Span<Truth> Truths(int index) => _truths.AsSpan(index * Count, Count);

    /// <summary>Forgets everything and makes room for a table of <paramref name="count"/> rows.</summary>
    /// <exception cref="OverflowException">So many rows do not fit.</exception>
    public void Reset(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Prepare(ref _points, checked(count * SlotCount));
        Prepare(ref _truths, checked(count * _truthCount));
        Prepare(ref _measure, count);
        Prepare(ref _population, count);
        Count = count;
    }

    /// <summary>Points as a quantity; missing where not known.</summary>
    public static Rational Quantity(int points) => points == ScoreColumn.Unknown ? Rational.Missing : Rational.FromInt64(points);

    private static void Prepare<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length];
        }
        else
        {
            Array.Clear(array);
        }
    }
}
