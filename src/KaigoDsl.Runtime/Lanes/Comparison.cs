using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KaigoDsl.Runtime;

/// <summary>LeftFactor × Left ≥ RightFactor × Right, or their equality, exactly, in 32 or 64 bits as the bounds allow.</summary>
internal unsafe struct Comparison
{
    private static readonly PinnedMemory s_ones = Ones();

    /// <summary>A column; <see langword="null"/> for ones.</summary>
    public int* Left;

    /// <summary>A column; <see langword="null"/> for ones.</summary>
    public int* Right;

    public long LeftFactor;
    public long RightFactor;

    /// <summary>Whether both products stay within 32 bits.</summary>
    public bool IsShort;

    /// <summary>Equality instead of ≥.</summary>
    public bool IsEquality;

    /// <summary>Take those for whom it does not hold.</summary>
    public bool IsNegated;

    /// <summary>Among the known rows, those for whom the comparison holds.</summary>
    public readonly void Write(ulong* known, ulong* holds, int from, int to)
    {
        // Ones are read again and again from one place.
        var (leftStep, rightStep) = (Left == null ? 0 : 16, Right == null ? 0 : 16);
        var left = Left == null ? (int*)s_ones.Start : Left + ((long)from * RowBlocks.Rows);
        var right = Right == null ? (int*)s_ones.Start : Right + ((long)from * RowBlocks.Rows);
        var turn = IsNegated ? ulong.MaxValue : 0;
        if (!IsShort)
        {
            if (Avx512F.IsSupported && LeftFactor == (int)LeftFactor && RightFactor == (int)RightFactor)
            {
                for (var block = from; block < to; block++, left += 4 * leftStep, right += 4 * rightStep)
                {
                    holds[block] = (Products(left, leftStep, right, rightStep) ^ turn) & known[block];
                }

                return;
            }

            for (var block = from; block < to; block++, left += 4 * leftStep, right += 4 * rightStep)
            {
                holds[block] = (Long(left, leftStep / 2, right, rightStep / 2) ^ turn) & known[block];
            }

            return;
        }

        if (IsEquality)
        {
            for (var block = from; block < to; block++, left += 4 * leftStep, right += 4 * rightStep)
            {
                holds[block] = (Short(left, leftStep, right, rightStep, isEquality: true) ^ turn) & known[block];
            }

            return;
        }

        for (var block = from; block < to; block++, left += 4 * leftStep, right += 4 * rightStep)
        {
            holds[block] = (Short(left, leftStep, right, rightStep, isEquality: false) ^ turn) & known[block];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Short(int* left, int leftStep, int* right, int rightStep, bool isEquality)
    {
        var (leftFactor, rightFactor) = (Vector512.Create((int)LeftFactor), Vector512.Create((int)RightFactor));
        return Sixteen(left, right, leftFactor, rightFactor, isEquality)
            | Sixteen(left + leftStep, right + rightStep, leftFactor, rightFactor, isEquality) << 16
            | Sixteen(left + (2 * leftStep), right + (2 * rightStep), leftFactor, rightFactor, isEquality) << 32
            | Sixteen(left + (3 * leftStep), right + (3 * rightStep), leftFactor, rightFactor, isEquality) << 48;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sixteen(int* left, int* right, Vector512<int> leftFactor, Vector512<int> rightFactor, bool isEquality)
    {
        var (l, r) = (Vector512.LoadAligned(left) * leftFactor, Vector512.LoadAligned(right) * rightFactor);
        return (isEquality ? Vector512.Equals(l, r) : Vector512.GreaterThanOrEqual(l, r)).ExtractMostSignificantBits();
    }

    /// <summary>A block whose factors have 32 bits as well: even and odd rows apart, what their differences say side by side again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Products(int* left, int leftStep, int* right, int rightStep)
    {
        var (leftFactor, rightFactor) = (Vector512.Create((int)LeftFactor), Vector512.Create((int)RightFactor));
        var odd = Vector512.Create(0xFFFF_FFFF_0000_0000UL);
        var bits = 0UL;
        for (var lane = 0; lane < RowBlocks.Rows; lane += 16, left += leftStep, right += rightStep)
        {
            var (l, r) = (Vector512.LoadAligned(left), Vector512.LoadAligned(right));

            // Two products below 2^62 each: their difference does not overflow.
            var even = (Avx512F.Multiply(l, leftFactor) - Avx512F.Multiply(r, rightFactor)).AsUInt64();
            var next = (Avx512F.Multiply((l.AsUInt64() >> 32).AsInt32(), leftFactor) - Avx512F.Multiply((r.AsUInt64() >> 32).AsInt32(), rightFactor)).AsUInt64();
            bits |= IsEquality
                ? Vector512.Equals(Vector512.ConditionalSelect(odd, next | (next << 32), even | (even >> 32)).AsInt32(), Vector512<int>.Zero).ExtractMostSignificantBits() << lane
                : (Vector512.ConditionalSelect(odd, next, even >> 32).AsInt32().ExtractMostSignificantBits() ^ 0xFFFF) << lane;
        }

        return bits;
    }

    private readonly ulong Long(int* left, int leftStep, int* right, int rightStep)
    {
        var (leftFactor, rightFactor) = (Vector512.Create(LeftFactor), Vector512.Create(RightFactor));
        var bits = 0UL;
        for (var lane = 0; lane < RowBlocks.Rows; lane += 8, left += leftStep, right += rightStep)
        {
            var l = Longs(left) * leftFactor;
            var r = Longs(right) * rightFactor;
            bits |= (IsEquality ? Vector512.Equals(l, r) : Vector512.GreaterThanOrEqual(l, r)).ExtractMostSignificantBits() << lane;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Longs(int* values)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Load(values));
        return Vector512.Create(lower, upper);
    }

    private static PinnedMemory Ones()
    {
        var memory = new PinnedMemory(PinnedMemory.Alignment);
        new Span<int>(memory.Start, 16).Fill(1);
        return memory;
    }
}
