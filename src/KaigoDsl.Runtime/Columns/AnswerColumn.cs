namespace KaigoDsl.Runtime;

/// <summary>The answers to one item, one byte a row.</summary>
public sealed class AnswerColumn : TableColumn
{
    private readonly Answer[] _values;

    private AnswerColumn(Answer[] values)
        : base(values.Length) => _values = values;

    /// <summary>The answers by row.</summary>
    public ReadOnlySpan<Answer> Values => _values;

    /// <inheritdoc/>
    public override int BlankCount => Values.Count(Answer.NotReported);

    /// <summary>The answer of a row.</summary>
    public Answer this[int row] => _values[row];

    /// <summary>Copies the answers.</summary>
    public static AnswerColumn FromValues(ReadOnlySpan<Answer> values) => new(values.ToArray());
}
