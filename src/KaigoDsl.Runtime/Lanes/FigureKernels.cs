using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KaigoDsl.Runtime;

/// <summary>Sums, middle values and maxima of byte and 16-bit columns. What stands behind the last row is 0.</summary>
internal static unsafe class FigureKernels
{
    /// <summary>The figures of a byte column.</summary>
    public static ScoreFigures OfBytes(byte* values, int blocks, int count)
    {
        var (sum, largest) = (Vector512<ulong>.Zero, Vector512<byte>.Zero);
        for (var block = 0; block < blocks; block++)
        {
            var points = Vector512.LoadAligned(values + ((long)block * RowBlocks.Rows));
            sum += Total(points);
            largest = Vector512.Max(largest, points);
        }

        var maximum = 0;
        for (var lane = 0; lane < Vector512<byte>.Count; lane++)
        {
            maximum = Math.Max(maximum, largest[lane]);
        }

        var (low, high) = Middles(count);
        var lower = KthOfBytes(values, blocks, low, maximum);
        var upper = low == high ? lower : KthOfBytes(values, blocks, high, maximum);
        return new ScoreFigures(count, (long)Vector512.Sum(sum), lower, upper, maximum);
    }

    /// <summary>The figures of a 16-bit column.</summary>
    public static ScoreFigures OfShorts(ushort* values, int blocks, int count)
    {
        var (sum, largest) = (Vector512<ulong>.Zero, Vector512<ushort>.Zero);
        for (var at = values; at < values + ((long)blocks * RowBlocks.Rows); at += Vector512<ushort>.Count)
        {
            var points = Vector512.LoadAligned(at);
            sum += Total(points);
            largest = Vector512.Max(largest, points);
        }

        var maximum = 0;
        for (var lane = 0; lane < Vector512<ushort>.Count; lane++)
        {
            maximum = Math.Max(maximum, largest[lane]);
        }

        var (low, high) = Middles(count);
        var lower = KthOfShorts(values, blocks, low, maximum);
        var upper = low == high ? lower : KthOfShorts(values, blocks, high, maximum);
        return new ScoreFigures(count, (long)Vector512.Sum(sum), lower, upper, maximum);
    }

    /// <summary>The sum of some rows of a byte column.</summary>
    public static long SumBytes(byte* values, int from, int to)
    {
        var sum = Vector512<ulong>.Zero;
        for (; from + RowBlocks.Rows <= to; from += RowBlocks.Rows)
        {
            sum += Total(Vector512.Load(values + from));
        }

        if (from < to)
        {
            sum += Total(Vector512.Load(values + from) & PointsKernels.Spread((1UL << (to - from)) - 1));
        }

        return (long)Vector512.Sum(sum);
    }

    /// <summary>The sum of some rows of a 16-bit column.</summary>
    public static long SumShorts(ushort* values, int from, int to)
    {
        var sum = Vector512<ulong>.Zero;
        for (; from + Vector512<ushort>.Count <= to; from += Vector512<ushort>.Count)
        {
            sum += Total(Vector512.Load(values + from));
        }

        if (from < to)
        {
            var (mask, _) = Vector512.Widen(PointsKernels.Spread((1UL << (to - from)) - 1).AsSByte());
            sum += Total(Vector512.Load(values + from) & mask.AsUInt16());
        }

        return (long)Vector512.Sum(sum);
    }

    // From the largest: the middle ones are the k-th.
    private static (int Low, int High) Middles(int count) => (count - ((count - 1) / 2), count - (count / 2));

    private static int KthOfBytes(byte* values, int blocks, int k, int maximum)
    {
        var (lower, upper) = (0, maximum);
        while (lower < upper)
        {
            var middle = (lower + upper) >> 1;
            var (level, counted) = (Vector512.Create((byte)middle), 0);
            for (var block = 0; block < blocks; block++)
            {
                counted += BitOperations.PopCount(Vector512.GreaterThan(Vector512.LoadAligned(values + ((long)block * RowBlocks.Rows)), level).ExtractMostSignificantBits());
            }

            (lower, upper) = counted < k ? (lower, middle) : (middle + 1, upper);
        }

        return upper;
    }

    private static int KthOfShorts(ushort* values, int blocks, int k, int maximum)
    {
        var (lower, upper) = (0, maximum);
        var end = values + ((long)blocks * RowBlocks.Rows);
        while (lower < upper)
        {
            var middle = (lower + upper) >> 1;
            var (level, counted) = (Vector512.Create((ushort)middle), 0);
            for (var at = values; at < end; at += Vector512<ushort>.Count)
            {
                counted += BitOperations.PopCount(Vector512.GreaterThan(Vector512.LoadAligned(at), level).ExtractMostSignificantBits());
            }

            (lower, upper) = counted < k ? (lower, middle) : (middle + 1, upper);
        }

        return upper;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Total(Vector512<byte> values)
    {
        if (Avx512BW.IsSupported)
        {
            return Avx512BW.SumAbsoluteDifferences(values, Vector512<byte>.Zero).AsUInt64();
        }

        var (lower, upper) = Vector512.Widen(values);
        return Total(lower) + Total(upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Total(Vector512<ushort> values)
    {
        var (lower, upper) = Vector512.Widen(values);
        var (first, second) = Vector512.Widen(lower + upper);
        return first + second;
    }
}
