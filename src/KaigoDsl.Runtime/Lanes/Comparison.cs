using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>LeftFactor × A against RightFactor × B (or against RightFactor alone), exactly, in 32 or 64 bits as the bounds allow.</summary>
internal unsafe struct Comparison
{
    public int* A;

    /// <summary>The other column; <see langword="null"/> for a constant.</summary>
    public int* B;

    public long LeftFactor;
    public long RightFactor;

    /// <summary>Whether both products stay within 32 bits.</summary>
    public bool IsShort;

    /// <summary>Equality instead of ≥.</summary>
    public bool IsEquality;

    /// <summary>Compare the right side with the left one instead.</summary>
    public bool IsTurned;

    /// <summary>Take those for whom it does not hold.</summary>
    public bool IsNegated;

    /// <summary>Among the known rows, those for whom the comparison holds.</summary>
    public readonly void Write(ulong* known, ulong* holds, int from, int to)
    {
        for (var block = from; block < to; block++)
        {
            var bits = IsShort ? Short(block * RowBlocks.Rows) : Long(block * RowBlocks.Rows);
            holds[block] = (IsNegated ? ~bits : bits) & known[block];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Short(int row)
    {
        var (leftFactor, rightFactor) = (Vector512.Create((int)LeftFactor), Vector512.Create((int)RightFactor));
        var bits = 0UL;
        for (var lane = 0; lane < RowBlocks.Rows; lane += 16)
        {
            var left = Vector512.LoadAligned(A + row + lane) * leftFactor;
            var right = B == null ? rightFactor : Vector512.LoadAligned(B + row + lane) * rightFactor;
            var holds = IsEquality ? Vector512.Equals(left, right)
                : IsTurned ? Vector512.GreaterThanOrEqual(right, left)
                : Vector512.GreaterThanOrEqual(left, right);
            bits |= holds.ExtractMostSignificantBits() << lane;
        }

        return bits;
    }

    private readonly ulong Long(int row)
    {
        var (leftFactor, rightFactor) = (Vector512.Create(LeftFactor), Vector512.Create(RightFactor));
        var bits = 0UL;
        for (var lane = 0; lane < RowBlocks.Rows; lane += 8)
        {
            var left = Longs(A + row + lane) * leftFactor;
            var right = B == null ? rightFactor : Longs(B + row + lane) * rightFactor;
            var holds = IsEquality ? Vector512.Equals(left, right)
                : IsTurned ? Vector512.GreaterThanOrEqual(right, left)
                : Vector512.GreaterThanOrEqual(left, right);
            bits |= holds.ExtractMostSignificantBits() << lane;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Longs(int* values)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Load(values));
        return Vector512.Create(lower, upper);
    }
}
