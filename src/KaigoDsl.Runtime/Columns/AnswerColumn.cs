using System.Runtime.InteropServices;

namespace KaigoDsl.Runtime;

/// <summary>The answers to one item, one byte a row, and as bits: which are 該当, which are reported.</summary>
public sealed class AnswerColumn : TableColumn
{
    private readonly Answer[] _values;

    private AnswerColumn(Answer[] values)
        : base(values.Length)
    {
        _values = values;
        var bytes = MemoryMarshal.AsBytes<Answer>(values);
        Met = RowBits.Where(bytes, (byte)Answer.Met);
        Reported = bytes.Contains((byte)Answer.NotReported) ? RowBits.WhereNotEqual(bytes, (byte)Answer.NotReported) : null;
    }

    /// <summary>The answers by row.</summary>
    public ReadOnlySpan<Answer> Values => _values;

    /// <inheritdoc/>
    public override int BlankCount => Values.Count(Answer.NotReported);

    /// <summary>The rows that are 該当.</summary>
    internal RowBits Met { get; }

    /// <summary>The rows that are not 未報告; <see langword="null"/> when all are.</summary>
    internal RowBits? Reported { get; }

    /// <summary>The answer of a row.</summary>
    public Answer this[int row] => _values[row];

    /// <summary>Copies the answers.</summary>
    public static AnswerColumn FromValues(ReadOnlySpan<Answer> values) => new(values.ToArray());
}
