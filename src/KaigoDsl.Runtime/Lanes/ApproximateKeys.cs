using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KaigoDsl.Runtime;

/// <summary>
/// Keys that never contradict the exact order: where two keys differ, the values differ the same way; where they are equal, only exact
/// comparison tells. The one place of the product that uses binary floating point, and nothing is decided by it. Every key comes from an
/// exactly represented numerator and denominator (below 2^24 in binary32, 2^53 in binary64) by roundings that are each monotone:
/// one division, perhaps one narrowing; equal values therefore have equal keys.
/// </summary>
internal static unsafe class ApproximateKeys
{
    /// <summary>How far from the mean the fine keys reach; what lies further shares the outermost ones.</summary>
    private const float Reach = 2.5f;

    private const float Highest = 255;

    /// <summary>In lane i, bit i.</summary>
    public static readonly Vector512<int> LaneBits = Vector512.Create(
        1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15);

    /// <summary>A key's bits as an integer of the same order; and back again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Ordered(int bits) => bits ^ (int)((uint)(bits >> 31) >> 1);

    /// <inheritdoc cref="Ordered(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Ordered(Vector512<int> bits) => bits ^ ((bits >> 31) & Vector512.Create(int.MaxValue));

    /// <summary>
    /// Writes for each row the bits of its key, larger being better, and a fine key of one byte of the same order; rows that are not valid
    /// get the lowest of both.
    /// </summary>
    /// <param name="source">What is compared.</param>
    /// <param name="ahead">What is fetched on the way.</param>
    /// <param name="lowestFirst">Whether smaller values are better.</param>
    /// <param name="valid">The rows ranked, a bit each.</param>
    /// <param name="blocks">Blocks of 64 rows.</param>
    /// <param name="bits">Written: 64 values a block.</param>
    /// <param name="fine">Written: 64 bytes a block.</param>
    public static void Write(in MeasureSource source, in ColumnsAhead ahead, bool lowestFirst, ulong* valid, int blocks, int* bits, byte* fine)
    {
        var spread = new Spread();
        switch (source.Shape)
        {
            case MeasureShape.Value when source.IsSmall:
                Keys<SmallValue>(source, ahead, lowestFirst, valid, blocks, (float*)bits, ref spread);
                break;
            case MeasureShape.Value:
                Keys<LargeValue>(source, ahead, lowestFirst, valid, blocks, (float*)bits, ref spread);
                break;
            case MeasureShape.Ratio when source.IsSmall:
                Keys<SmallRatio>(source, ahead, lowestFirst, valid, blocks, (float*)bits, ref spread);
                break;
            case MeasureShape.Ratio:
                Keys<LargeRatio>(source, ahead, lowestFirst, valid, blocks, (float*)bits, ref spread);
                break;
            default:
                Keys<Difference>(source, ahead, lowestFirst, valid, blocks, (float*)bits, ref spread);
                break;
        }

        Fine((float*)bits, ahead, blocks, fine, spread);
    }

    private static void Keys<TValue>(in MeasureSource source, in ColumnsAhead ahead, bool lowestFirst, ulong* valid, int blocks, float* keys, ref Spread spread)
        where TValue : struct, IKey
    {
        var local = source;
        var sign = Vector512.Create(lowestFirst ? -1f : 1f);
        var (low, high) = (Vector512.Create(float.PositiveInfinity), Vector512.Create(float.NegativeInfinity));
        var (sum, squares) = (Vector512<float>.Zero, Vector512<float>.Zero);
        long count = 0;

        var fetched = ahead;
        for (var block = 0; block < blocks; block++)
        {
            var rows = valid[block];
            count += System.Numerics.BitOperations.PopCount(rows);
            var at = block * RowBlocks.Rows;
            fetched.BesideKeys(block);
            if (rows == ulong.MaxValue)
            {
                for (var lane = 0; lane < RowBlocks.Rows; lane += 16)
                {
                    var key = TValue.Of(ref local, at + lane) * sign + Vector512<float>.Zero; // −0 becomes 0.
                    key.StoreAligned(keys + at + lane);
                    low = Vector512.MinNative(low, key);
                    high = Vector512.MaxNative(high, key);
                    sum += key;
                    squares = Vector512.FusedMultiplyAdd(key, key, squares);
                }

                continue;
            }

            for (var lane = 0; lane < RowBlocks.Rows; lane += 16)
            {
                var mask = Vector512.Equals(Vector512.Create((int)(rows >> lane) & 0xFFFF) & LaneBits, LaneBits).AsSingle();
                var key = TValue.Of(ref local, at + lane) * sign + Vector512<float>.Zero;
                Vector512.ConditionalSelect(mask, key, Vector512.Create(float.NegativeInfinity)).StoreAligned(keys + at + lane);
                low = Vector512.MinNative(low, Vector512.ConditionalSelect(mask, key, Vector512.Create(float.PositiveInfinity)));
                high = Vector512.MaxNative(high, Vector512.ConditionalSelect(mask, key, Vector512.Create(float.NegativeInfinity)));
                key = Vector512.ConditionalSelect(mask, key, Vector512<float>.Zero);
                sum += key;
                squares = Vector512.FusedMultiplyAdd(key, key, squares);
            }
        }

        var (smallest, largest) = (float.PositiveInfinity, float.NegativeInfinity);
        for (var lane = 0; lane < 16; lane++)
        {
            smallest = MathF.Min(smallest, low[lane]);
            largest = MathF.Max(largest, high[lane]);
        }

        var mean = Vector512.Sum(sum) / count;
        var deviation = MathF.Sqrt(MathF.Max(0, (Vector512.Sum(squares) / count) - (mean * mean)));
        spread.Low = MathF.Max(smallest, mean - (Reach * deviation));
        spread.High = MathF.Min(largest, mean + (Reach * deviation));
    }

    // 1 to 255 for valid rows, linear between low and high; 0 for the others. Any line is monotone, so any low and high are right.
    private static void Fine(float* keys, in ColumnsAhead ahead, int blocks, byte* fine, Spread spread)
    {
        var width = spread.High - spread.Low;
        var scale = Vector512.Create(width > 0 && float.IsFinite(width) && float.IsFinite(254 / width) ? 254 / width : 0);
        var low = Vector512.Create(float.IsFinite(spread.Low) ? spread.Low : 0);
        var fetched = ahead;
        for (var at = 0; at < blocks * RowBlocks.Rows; at += RowBlocks.Rows)
        {
            fetched.BesideFineKeys(at / RowBlocks.Rows);
            var a = Step(keys + at, low, scale);
            var b = Step(keys + at + 16, low, scale);
            var c = Step(keys + at + 32, low, scale);
            var d = Step(keys + at + 48, low, scale);
            if (Avx512F.IsSupported)
            {
                Avx512F.ConvertToVector128Byte(a).StoreAligned(fine + at);
                Avx512F.ConvertToVector128Byte(b).StoreAligned(fine + at + 16);
                Avx512F.ConvertToVector128Byte(c).StoreAligned(fine + at + 32);
                Avx512F.ConvertToVector128Byte(d).StoreAligned(fine + at + 48);
            }
            else
            {
                Vector512.Narrow(Vector512.Narrow(a, b).AsUInt16(), Vector512.Narrow(c, d).AsUInt16()).StoreAligned(fine + at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Step(float* keys, Vector512<float> low, Vector512<float> scale)
    {
        var key = Vector512.LoadAligned(keys);
        var step = Vector512.MaxNative(Vector512.MinNative(Vector512.FusedMultiplyAdd(key - low, scale, Vector512.Create(1f)), Vector512.Create(Highest)), Vector512.Create(1f));
        var whole = Vector512.ConvertToInt32Native(step);
        return Vector512.AndNot(whole, Vector512.Equals(key, Vector512.Create(float.NegativeInfinity)).AsInt32());
    }

    private struct Spread
    {
        public float Low;
        public float High;
    }

    /// <summary>The keys of 16 rows.</summary>
    private interface IKey
    {
        static abstract Vector512<float> Of(ref MeasureSource source, int row);
    }

    private readonly struct SmallValue : IKey
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(ref MeasureSource source, int row) => Vector512.ConvertToSingle(Vector512.LoadAligned(source.A + row));
    }

    private readonly struct LargeValue : IKey
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(ref MeasureSource source, int row) => Narrowed(Doubles(source.A + row), Doubles(source.A + row + 8));
    }

    private readonly struct SmallRatio : IKey
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(ref MeasureSource source, int row) =>
            Vector512.ConvertToSingle(Vector512.LoadAligned(source.A + row)) / Vector512.ConvertToSingle(Vector512.LoadAligned(source.B + row));
    }

    private readonly struct LargeRatio : IKey
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(ref MeasureSource source, int row) =>
            Narrowed(Doubles(source.A + row) / Doubles(source.B + row), Doubles(source.A + row + 8) / Doubles(source.B + row + 8));
    }

    private readonly struct Difference : IKey
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(ref MeasureSource source, int row) => Narrowed(Half(ref source, row), Half(ref source, row + 8));

        // Numerator and denominator are exact, so one division rounds.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Half(ref MeasureSource source, int row)
        {
            var (b, d) = (Doubles(source.B + row), Doubles(source.D + row));
            var left = Vector512.Create((double)source.LeftFactor) * Doubles(source.A + row) * d;
            var right = Vector512.Create((double)source.RightFactor) * Doubles(source.C + row) * b;
            return (left - right) / (b * d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Narrowed(Vector512<double> lower, Vector512<double> upper) => Vector512.Narrow(lower, upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Doubles(int* values)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector512Double(Vector256.Load(values));
        }

        var (lower, upper) = Vector256.Widen(Vector256.Load(values));
        return Vector512.Create(Vector256.ConvertToDouble(lower), Vector256.ConvertToDouble(upper));
    }
}
