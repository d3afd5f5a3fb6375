using System.Runtime.InteropServices;

namespace KaigoDsl.Runtime;

/// <summary>The answers to one item, one byte a row, and as bits: which are 該当, which are reported.</summary>
public sealed unsafe class AnswerColumn : TableColumn
{
    private readonly Answer[] _values;
    private readonly RowBits _bits;
    private readonly RowBits? _reportedBits;

    private AnswerColumn(Answer[] values)
        : base(values.Length)
    {
        _values = values;
        var bytes = MemoryMarshal.AsBytes<Answer>(values);
        _bits = RowBits.Where(bytes, (byte)Answer.Met);
        Met = _bits.Words;
        BlankCount = bytes.Count((byte)Answer.NotReported);
        if (BlankCount != 0)
        {
            _reportedBits = RowBits.WhereNotEqual(bytes, (byte)Answer.NotReported);
            Reported = _reportedBits.Words;
        }
    }

    /// <summary>The answers by row.</summary>
    public ReadOnlySpan<Answer> Values => _values;

    /// <inheritdoc/>
    public override int BlankCount { get; }

    /// <summary>The rows that are 該当; there as long as the column is reachable.</summary>
    internal ulong* Met { get; }

    /// <summary>The rows that are not 未報告; <see langword="null"/> when all are.</summary>
    internal ulong* Reported { get; }

    /// <summary>The answer of a row.</summary>
    public Answer this[int row] => _values[row];

    /// <summary>Copies the answers.</summary>
    public static AnswerColumn FromValues(ReadOnlySpan<Answer> values) => new(values.ToArray());
}
