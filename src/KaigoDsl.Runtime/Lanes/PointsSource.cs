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

    /// <summary>Writes the points of all rows but unknown ones.</summary>
    public readonly void CopyTo(Span<int> target)
    {
        switch (Form)
        {
            case PointsForm.Bytes:
                var row = 0;
                ref var first = ref MemoryMarshal.GetReference(target);
                for (; row + Vector128<byte>.Count <= target.Length; row += Vector128<byte>.Count)
                {
                    var (lower, upper) = Vector256.Widen(Vector256.Create(Vector128.WidenLower(Vector128.Load(Values + row)), Vector128.WidenUpper(Vector128.Load(Values + row))));
                    Vector512.Create(lower, upper).AsInt32().StoreUnsafe(ref first, (nuint)row);
                }

                for (; row < target.Length; row++)
                {
                    target[row] = Values[row];
                }

                break;
            case PointsForm.Shorts:
                row = 0;
                first = ref MemoryMarshal.GetReference(target);
                for (; row + Vector256<ushort>.Count <= target.Length; row += Vector256<ushort>.Count)
                {
                    var (lower, upper) = Vector256.Widen(Vector256.Load((ushort*)Values + row));
                    Vector512.Create(lower, upper).AsInt32().StoreUnsafe(ref first, (nuint)row);
                }

                for (; row < target.Length; row++)
                {
                    target[row] = ((ushort*)Values)[row];
                }

                break;
            default:
                for (row = 0; row < target.Length; row++)
                {
                    target[row] = this[row];
                }

                break;
        }
    }
}
