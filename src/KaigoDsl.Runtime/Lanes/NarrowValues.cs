namespace KaigoDsl.Runtime;

/// <summary>A quantity column as 32-bit integers of one common scale, the form the kernels read; rows without a value hold 0.</summary>
internal sealed unsafe class NarrowValues
{
    private readonly PinnedMemory _memory;

    private NarrowValues(int count, long unit)
    {
        Unit = unit;
        _memory = new PinnedMemory((long)Math.Max(1, RowBlocks.Of(count)) * RowBlocks.Rows * sizeof(int));
    }

    public int* Values => (int*)_memory.Start;

    /// <summary>What 1 stands for, in the column's mantissas: their greatest common divisor.</summary>
    public long Unit { get; }

    /// <summary>The smallest value, 0 for missing rows included.</summary>
    public int Minimum { get; private set; }

    /// <summary>The largest value, 0 for missing rows included.</summary>
    public int Maximum { get; private set; }

    /// <summary>The largest magnitude.</summary>
    public long Magnitude => Math.Max(Math.Abs((long)Minimum), Math.Abs((long)Maximum));

    /// <summary>The values; <see langword="null"/> when they do not fit.</summary>
    public static NarrowValues? Create(ReadOnlySpan<long> mantissas)
    {
        var (smallest, largest, unit) = (long.MaxValue, long.MinValue, 0UL);
        foreach (var mantissa in mantissas)
        {
            smallest = Math.Min(smallest, mantissa);
            largest = Math.Max(largest, mantissa);
        }

        if (mantissas.Length == 0)
        {
            (smallest, largest) = (0, 0);
        }

        if (smallest < -long.MaxValue)
        {
            return null;
        }

        foreach (var mantissa in mantissas)
        {
            unit = Divisor(unit, (ulong)Math.Abs(mantissa));
            if (unit == 1)
            {
                break;
            }
        }

        var step = unit == 0 ? 1 : (long)unit;
        if (smallest / step < -int.MaxValue || largest / step > int.MaxValue)
        {
            return null;
        }

        var narrow = new NarrowValues(mantissas.Length, step) { Minimum = (int)(smallest / step), Maximum = (int)(largest / step) };
        for (var row = 0; row < mantissas.Length; row++)
        {
            narrow.Values[row] = (int)(step == 1 ? mantissas[row] : mantissas[row] / step);
        }

        return narrow;
    }

    private static ulong Divisor(ulong left, ulong right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
