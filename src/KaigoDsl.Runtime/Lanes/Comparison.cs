using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
            for (var block = from; block < to; block++, left += 4 * leftStep, right += 4 * rightStep)
            {
                holds[block] = (Long(left, leftStep / 2, right, rightStep / 2) ^ turn) & known[block];
            }

            return;
        }

        var (leftFactor, rightFactor) = (Vector512.Create((int)LeftFactor), Vector512.Create((int)RightFactor));
        var isEquality = IsEquality;
        for (var block = from; block < to; block++)
        {
            var bits = 0UL;
            for (var lane = 0; lane < RowBlocks.Rows; lane += 16, left += leftStep, right += rightStep)
            {
                var l = Vector512.LoadAligned(left) * leftFactor;
                var r = Vector512.LoadAligned(right) * rightFactor;
                bits |= (isEquality ? Vector512.Equals(l, r) : Vector512.GreaterThanOrEqual(l, r)).ExtractMostSignificantBits() << lane;
            }

            holds[block] = (bits ^ turn) & known[block];
        }
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
