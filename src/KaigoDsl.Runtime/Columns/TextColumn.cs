namespace KaigoDsl.Runtime;

/// <summary>A column of texts, keys, references or enumeration members; <see langword="null"/> is missing.</summary>
public sealed class TextColumn : TableColumn
{
    private readonly string?[] _values;

    private TextColumn(string?[] values)
        : base(values.Length) => _values = values;

    /// <summary>The texts by row.</summary>
    public ReadOnlySpan<string?> Values => _values;

    /// <summary>The column as keys that payments are booked under; <see langword="null"/> until somebody asks.</summary>
    internal AllocationKeys? Keys { get; set; }

    /// <inheritdoc/>
    public override int BlankCount
    {
        get
        {
            var count = 0;
            foreach (var value in _values)
            {
                count += value is null ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>The text of a row.</summary>
    public string? this[int row] => _values[row];

    /// <summary>Copies the texts.</summary>
    public static TextColumn FromValues(ReadOnlySpan<string?> values) => new(values.ToArray());
}
