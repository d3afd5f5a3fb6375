using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>How the points of a slot are held.</summary>
internal enum PointsForm : byte
{
    /// <summary>Not at all yet.</summary>
    None,

    /// <summary>A bit a row: its points or nothing.</summary>
    Bits,

    /// <summary>A byte a row.</summary>
    Bytes,

    /// <summary>16 bits a row.</summary>
    Shorts,

    /// <summary>32 bits a row; they alone can be unknown.</summary>
    Integers,
}

/// <summary>The points of a slot, for a kernel.</summary>
internal unsafe struct PointsSource
{
    public PointsForm Form;

    /// <summary>What a set bit is worth.</summary>
    public int Weight;

    public byte* Values;

    /// <summary>The points of a row.</summary>
    public readonly int this[int row] => Form switch
    {
        PointsForm.Bits => (((ulong*)Values)[row / RowBlocks.Rows] >> row & 1) != 0 ? Weight : 0,
        PointsForm.Bytes => Values[row],
        PointsForm.Shorts => ((ushort*)Values)[row],
        PointsForm.Integers => ((int*)Values)[row],
        _ => 0,
    };

    /// <summary>Writes the points of all rows but unknown ones, sixteen at a time and the last ones singly.</summary>
    public readonly void CopyTo(Span<int> target)
    {
        ref var first = ref MemoryMarshal.GetReference(target);
        var row = 0;
        for (var last = Form is PointsForm.Bits or PointsForm.Bytes or PointsForm.Shorts ? target.Length - Vector512<int>.Count : -1; row <= last; row += Vector512<int>.Count)
        {
            Sixteen(row).StoreUnsafe(ref first, (nuint)row);
        }

        for (; row < target.Length; row++)
        {
            target[row] = this[row];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<int> Sixteen(int row)
    {
        if (Form == PointsForm.Bits)
        {
            var some = Vector512.Create((int)(((ulong*)Values)[row / RowBlocks.Rows] >> row) & 0xFFFF);
            return Vector512.Equals(some & ApproximateKeys.LaneBits, ApproximateKeys.LaneBits) & Vector512.Create(Weight);
        }

        var shorts = Form == PointsForm.Shorts ? Vector256.Load((ushort*)Values + row) : Wide(Vector128.Load(Values + row));
        var (lower, upper) = Vector256.Widen(shorts);
        return Vector512.Create(lower, upper).AsInt32();
    }

    private static Vector256<ushort> Wide(Vector128<byte> bytes)
    {
        var (lower, upper) = Vector128.Widen(bytes);
        return Vector256.Create(lower, upper);
    }
}
