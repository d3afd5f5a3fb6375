using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>A truth for each row of a table, in Kleene's logic. Made by a <see cref="RowRoom"/>, valid until that is reset.</summary>
public sealed class TruthRows
{
    private Truth[] _values = [];

    internal TruthRows(RowRoom room) => Room = room;

    /// <summary>Number of rows.</summary>
    public int Count => Room.Count;

    /// <summary>By row.</summary>
    public ReadOnlySpan<Truth> Values => _values.AsSpan(0, Count);

    internal RowRoom Room { get; }

    /// <summary>The truth of a row.</summary>
    public Truth this[int row] => _values[row];

    /// <summary>かつ.</summary>
    public static TruthRows operator &(TruthRows left, TruthRows right) => Combine(left, right, decides: Truth.False);

    /// <summary>または.</summary>
    public static TruthRows operator |(TruthRows left, TruthRows right) => Combine(left, right, decides: Truth.True);

    /// <summary>否.</summary>
    public static TruthRows operator !(TruthRows value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var result = value.Room.TakeTruths();
        var truths = result.Begin();
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = Kleene.Not(value._values[row]);
        }

        return result;
    }

    /// <summary>left ＝ right; unknown where a side is.</summary>
    public static TruthRows Equal(TruthRows left, TruthRows right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var result = left.Room.TakeTruths();
        var truths = result.Begin();
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = Kleene.Equal(left._values[row], right._values[row]);
        }

        return result;
    }

    /// <summary>One value where this holds, the other where it does not, missing where it is unknown.</summary>
    public QuantityRows Choose(QuantityRows whenTrue, QuantityRows whenFalse) => RowComparisons.Choose(this, whenTrue, whenFalse);

    /// <summary>One truth where this holds, the other where it does not, unknown where it is unknown.</summary>
    public TruthRows Choose(TruthRows whenTrue, TruthRows whenFalse)
    {
        ArgumentNullException.ThrowIfNull(whenTrue);
        ArgumentNullException.ThrowIfNull(whenFalse);
        var result = Room.TakeTruths();
        var truths = result.Begin();
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = _values[row] switch { Truth.True => whenTrue._values[row], Truth.False => whenFalse._values[row], _ => Truth.Unknown };
        }

        return result;
    }

    /// <summary>The values one by one, in new memory.</summary>
    public Truth[] ToTruths() => Values.ToArray();

    internal Span<Truth> Begin()
    {
        if (_values.Length < Count)
        {
            _values = new Truth[Count];
        }

        return _values.AsSpan(0, Count);
    }

    // One value decides whatever the other side is, its opposite needs both sides, and everything else is unknown, which is 0.
    private static TruthRows Combine(TruthRows left, TruthRows right, Truth decides)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var result = left.Room.TakeTruths();
        var truths = result.Begin();
        var lefts = left.Values[..truths.Length];
        var rights = right.Values[..truths.Length];
        var (deciding, other) = ((int)decides, (int)Kleene.Not(decides));
        var (decidingBit, otherBit) = (Vector512.Create((byte)deciding), Vector512.Create((byte)other));
        var first = 0;
        for (; first <= truths.Length - Vector512<byte>.Count; first += Vector512<byte>.Count)
        {
            var l = Vector512.Create(MemoryMarshal.AsBytes(lefts[first..]));
            var r = Vector512.Create(MemoryMarshal.AsBytes(rights[first..]));
            (((l | r) & decidingBit) | (l & r & otherBit)).CopyTo(MemoryMarshal.AsBytes(truths[first..]));
        }

        for (var row = first; row < truths.Length; row++)
        {
            var (l, r) = ((int)lefts[row], (int)rights[row]);
            truths[row] = (Truth)(((l | r) & deciding) | (l & r & other));
        }

        return result;
    }
}
