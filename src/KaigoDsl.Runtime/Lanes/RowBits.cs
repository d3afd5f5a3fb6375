using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>One bit a row; bits beyond the last row are 0.</summary>
internal sealed unsafe class RowBits
{
    private readonly PinnedMemory _memory;

    private RowBits(int count)
    {
        Count = count;
        Blocks = RowBlocks.Of(count);
        _memory = new PinnedMemory(Math.Max(1, Blocks) * sizeof(ulong));
    }

    public int Count { get; }

    public int Blocks { get; }

    public ulong* Words => (ulong*)_memory.Start;

    /// <summary>The rows whose byte in <paramref name="values"/> is that one.</summary>
    public static RowBits Where(ReadOnlySpan<byte> values, byte wanted)
    {
        var bits = new RowBits(values.Length);
        for (var block = 0; block < bits.Blocks; block++)
        {
            bits.Words[block] = EqualIn(values[(block * RowBlocks.Rows)..], wanted);
        }

        return bits;
    }

    /// <summary>The rows whose byte in <paramref name="values"/> is another one.</summary>
    public static RowBits WhereNotEqual(ReadOnlySpan<byte> values, byte unwanted)
    {
        var bits = Where(values, unwanted);
        for (var block = 0; block < bits.Blocks; block++)
        {
            bits.Words[block] ^= RowBlocks.Mask(values.Length, block);
        }

        return bits;
    }

    /// <summary>The rows that are not marked; <see langword="null"/> when none is marked.</summary>
    public static RowBits? WhereNot(ReadOnlySpan<bool> marks)
    {
        if (!marks.Contains(true))
        {
            return null;
        }

        var bits = new RowBits(marks.Length);
        for (var row = 0; row < marks.Length; row++)
        {
            bits.Words[row / RowBlocks.Rows] |= (marks[row] ? 0UL : 1UL) << row;
        }

        return bits;
    }

    private static ulong EqualIn(ReadOnlySpan<byte> values, byte wanted)
    {
        if (values.Length >= RowBlocks.Rows)
        {
            return Vector512.Equals(
                Vector512.Create(values), Vector512.Create(wanted)).ExtractMostSignificantBits();
        }

        var word = 0UL;
        for (var row = 0; row < values.Length; row++)
        {
            word |= (values[row] == wanted ? 1UL : 0UL) << row;
        }

        return word;
    }
}
