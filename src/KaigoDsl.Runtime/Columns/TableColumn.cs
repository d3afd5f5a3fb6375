namespace KaigoDsl.Runtime;

/// <summary>One column of an <see cref="EntityTable"/>; immutable once built.</summary>
public abstract class TableColumn
{
    private protected TableColumn(int count) => Count = count;

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Number of rows that hold nothing (blank, 欠測, 未報告).</summary>
    public abstract int BlankCount { get; }

    /// <summary>A column of <paramref name="count"/> blanks, as an absent optional column reads.</summary>
    public static TableColumn Blank(ColumnType type, int count) => type switch
    {
        ColumnType.Answer => AnswerColumn.FromValues(new Answer[count]),
        ColumnType.Truth => TruthColumn.FromValues(new Truth[count]),
        ColumnType.Text or ColumnType.Enumeration => TextColumn.FromValues(new string?[count]),
        ColumnType.Quantity or ColumnType.Year or ColumnType.Date => QuantityColumn.FromValues(new Rational[count]),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Whether this kind of column holds cells of that type.</summary>
    public bool Holds(ColumnType type) => type switch
    {
        ColumnType.Answer => this is AnswerColumn,
        ColumnType.Truth => this is TruthColumn,
        ColumnType.Text or ColumnType.Enumeration => this is TextColumn,
        ColumnType.Quantity or ColumnType.Year or ColumnType.Date => this is QuantityColumn,
        _ => false,
    };
}
