namespace KaigoDsl.Runtime;

/// <summary>Rows are worked on in blocks of 64: one word of bits, one line of bytes.</summary>
internal static unsafe class RowBlocks
{
    public const int Rows = 64;

    /// <summary>Blocks that hold <paramref name="count"/> rows.</summary>
    public static int Of(int count) => (int)(((long)count + Rows - 1) / Rows);

    /// <summary>The bits of the rows there are in a block.</summary>
    public static ulong Mask(int count, int block)
    {
        var rows = count - ((long)block * Rows);
        return rows >= Rows ? ulong.MaxValue : rows <= 0 ? 0 : (1UL << (int)rows) - 1;
    }

    /// <summary>Whether a row is marked.</summary>
    public static bool Has(ulong* bits, int row) => (bits[row / Rows] >> row & 1) != 0;
}
