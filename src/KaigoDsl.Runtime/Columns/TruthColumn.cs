using System.Runtime.InteropServices;

namespace KaigoDsl.Runtime;

/// <summary>A 真偽 column, one byte a row.</summary>
public sealed class TruthColumn : TableColumn
{
    private readonly Truth[] _values;

    private TruthColumn(Truth[] values)
        : base(values.Length)
    {
        _values = values;
        var bytes = MemoryMarshal.AsBytes<Truth>(values);
        True = RowBits.Where(bytes, (byte)Truth.True);
        Known = bytes.Contains((byte)Truth.Unknown) ? RowBits.WhereNotEqual(bytes, (byte)Truth.Unknown) : null;
    }

    /// <summary>The truth values by row.</summary>
    public ReadOnlySpan<Truth> Values => _values;

    /// <inheritdoc/>
    public override int BlankCount => Values.Count(Truth.Unknown);

    /// <summary>The rows that are true.</summary>
    internal RowBits True { get; }

    /// <summary>The rows that are not unknown; <see langword="null"/> when all are.</summary>
    internal RowBits? Known { get; }

    /// <summary>The truth value of a row.</summary>
    public Truth this[int row] => _values[row];

    /// <summary>Copies the values.</summary>
    public static TruthColumn FromValues(ReadOnlySpan<Truth> values) => new(values.ToArray());
}
