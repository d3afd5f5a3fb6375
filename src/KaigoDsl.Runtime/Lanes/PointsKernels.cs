using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KaigoDsl.Runtime;

/// <summary>Sums and choices of points, 64 rows at a time, all parts of a node in registers.</summary>
internal static unsafe class PointsKernels
{
    private static readonly Vector512<byte> s_bitOfLane = Vector512.Create(0x8040_2010_0804_0201UL).AsByte();

    private static readonly Vector512<byte> s_byteOfLane = Vector512.Create(
        (byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3,
        4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7);

    /// <summary>Adds bit and byte columns into a byte column; no sum exceeds a byte.</summary>
    public static void SumBytes(ReadOnlySpan<PointsSource> sources, byte* target, int cap, int from, int to)
    {
        var most = Vector512.Create((byte)Math.Min(cap, byte.MaxValue));
        var bits = 0;
        while (bits < sources.Length && sources[bits].Form == PointsForm.Bits)
        {
            bits++;
        }

        if (bits == sources.Length && bits is 3 or 4)
        {
            SumFew(sources, target, most, from, to);
            return;
        }

        for (var block = from; block < to; block++)
        {
            var sum = Vector512<byte>.Zero;
            foreach (ref readonly var source in sources)
            {
                sum += source.Form == PointsForm.Bits
                    ? Worth(((ulong*)source.Values)[block], Vector512.Create((byte)source.Weight))
                    : Vector512.LoadAligned(source.Values + ((long)block * RowBlocks.Rows));
            }

            Vector512.Min(sum, most).StoreAligned(target + ((long)block * RowBlocks.Rows));
        }
    }

    /// <summary>Three or four items, the usual number.</summary>
    private static void SumFew(ReadOnlySpan<PointsSource> sources, byte* target, Vector512<byte> most, int from, int to)
    {
        var (w0, w1, w2) = (Vector512.Create((byte)sources[0].Weight), Vector512.Create((byte)sources[1].Weight), Vector512.Create((byte)sources[2].Weight));
        ulong* s0 = (ulong*)sources[0].Values, s1 = (ulong*)sources[1].Values, s2 = (ulong*)sources[2].Values;
        if (sources.Length == 3)
        {
            for (var block = from; block < to; block++)
            {
                var sum = Worth(s0[block], w0) + Worth(s1[block], w1) + Worth(s2[block], w2);
                Vector512.Min(sum, most).StoreAligned(target + ((long)block * RowBlocks.Rows));
            }

            return;
        }

        var w3 = Vector512.Create((byte)sources[3].Weight);
        var s3 = (ulong*)sources[3].Values;
        for (var block = from; block < to; block++)
        {
            var sum = Worth(s0[block], w0) + Worth(s1[block], w1) + (Worth(s2[block], w2) + Worth(s3[block], w3));
            Vector512.Min(sum, most).StoreAligned(target + ((long)block * RowBlocks.Rows));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Worth(ulong bits, Vector512<byte> weight) => Vector512.ConditionalSelect(Spread(bits), weight, Vector512<byte>.Zero);

    /// <summary>Adds bit, byte and 16-bit columns into a 16-bit column; no sum exceeds 16 bits.</summary>
    public static void SumShorts(ReadOnlySpan<PointsSource> sources, ushort* target, int cap, int from, int to)
    {
        var most = Vector512.Create((ushort)Math.Min(cap, ushort.MaxValue));
        for (var block = from; block < to; block++)
        {
            var at = (long)block * RowBlocks.Rows;
            var (lower, upper) = (Vector512<ushort>.Zero, Vector512<ushort>.Zero);
            foreach (ref readonly var source in sources)
            {
                switch (source.Form)
                {
                    case PointsForm.Bits:
                        // A set lane of bytes, widened with its sign, is a set lane of 16 bits.
                        var (setLower, setUpper) = Vector512.Widen(Spread(((ulong*)source.Values)[block]).AsSByte());
                        var weight = Vector512.Create((ushort)source.Weight);
                        lower += setLower.AsUInt16() & weight;
                        upper += setUpper.AsUInt16() & weight;
                        break;
                    case PointsForm.Bytes:
                        var (addLower, addUpper) = Vector512.Widen(Vector512.LoadAligned(source.Values + at));
                        lower += addLower;
                        upper += addUpper;
                        break;
                    default:
                        lower += Vector512.LoadAligned((ushort*)source.Values + at);
                        upper += Vector512.LoadAligned((ushort*)source.Values + at + 32);
                        break;
                }
            }

            Vector512.Min(lower, most).StoreAligned(target + at);
            Vector512.Min(upper, most).StoreAligned(target + at + 32);
        }
    }

    /// <summary>Writes the points of the rows marked, and nothing for the others, in the form the points have.</summary>
    public static void Keep(in PointsSource source, byte* target, ulong* marked, int from, int to)
    {
        var values = source.Values;
        switch (source.Form)
        {
            case PointsForm.Bits:
                for (var block = from; block < to; block++)
                {
                    ((ulong*)target)[block] = ((ulong*)values)[block] & marked[block];
                }

                break;
            case PointsForm.Bytes:
                for (var block = from; block < to; block++)
                {
                    var at = (long)block * RowBlocks.Rows;
                    (Vector512.LoadAligned(values + at) & Spread(marked[block])).StoreAligned(target + at);
                }

                break;
            default:
                for (var block = from; block < to; block++)
                {
                    var at = (long)block * RowBlocks.Rows;
                    var (lower, upper) = Vector512.Widen(Spread(marked[block]).AsSByte());
                    (Vector512.LoadAligned((ushort*)values + at) & lower.AsUInt16()).StoreAligned((ushort*)target + at);
                    (Vector512.LoadAligned((ushort*)values + at + 32) & upper.AsUInt16()).StoreAligned((ushort*)target + at + 32);
                }

                break;
        }
    }

    /// <summary>The points of 64 rows that fit in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Bytes(in PointsSource source, int block) => source.Form == PointsForm.Bits
        ? Spread(((ulong*)source.Values)[block]) & Vector512.Create((byte)source.Weight)
        : Vector512.LoadAligned(source.Values + ((long)block * RowBlocks.Rows));

    /// <summary>64 bits as 64 lanes, all ones where a bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Spread(ulong bits)
    {
        if (Avx512BW.IsSupported)
        {
            return Vector512.Equals(Avx512BW.Shuffle(Vector512.Create(bits).AsByte(), s_byteOfLane) & s_bitOfLane, s_bitOfLane);
        }

        var all = Vector256.Create(bits).AsByte();
        var (lower, upper) = (s_byteOfLane.GetLower(), s_byteOfLane.GetUpper());
        var (first, second) = Avx2.IsSupported
            ? (Avx2.Shuffle(all, lower), Avx2.Shuffle(all, upper))
            : (Vector256.Create(Vector128.Shuffle(all.GetLower(), lower.GetLower()), Vector128.Shuffle(all.GetLower(), lower.GetUpper())),
               Vector256.Create(Vector128.Shuffle(all.GetLower(), upper.GetLower()), Vector128.Shuffle(all.GetLower(), upper.GetUpper())));
        var bit = s_bitOfLane.GetLower();
        return Vector512.Create(Vector256.Equals(first & bit, bit), Vector256.Equals(second & bit, bit));
    }
}
