using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>The data of one entity (対象): one row per entity, one column per column of the schema, in its order.</summary>
public sealed class EntityTable
{
    /// <summary>Creates a table.</summary>
    /// <param name="schema">The columns' declarations.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="columns">One column per schema column; absent optional ones are blank columns.</param>
    /// <exception cref="ArgumentException">The columns do not fit the schema or the row count.</exception>
    public EntityTable(TableSchema schema, int count, ImmutableArray<TableColumn> columns)
    {
        if (columns.Length != schema.Columns.Length)
        {
            throw new ArgumentException($"The schema has {schema.Columns.Length} columns, but {columns.Length} were given.", nameof(columns));
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Count != count)
            {
                throw new ArgumentException($"Column `{schema.Columns[i].Name}` has {columns[i].Count} rows, not {count}.", nameof(columns));
            }

            if (!columns[i].Holds(schema.Columns[i].Type))
            {
                throw new ArgumentException($"Column `{schema.Columns[i].Name}` cannot hold cells of type {schema.Columns[i].Type}.", nameof(columns));
            }
        }

        Schema = schema;
        Count = count;
        Columns = columns;
    }

    /// <summary>The columns' declarations.</summary>
    public TableSchema Schema { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>The columns, as in <see cref="TableSchema.Columns"/>.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>Indexes of the optional columns that whoever made the table had no data for, ascending; they read as blank.</summary>
    public ImmutableArray<int> AbsentColumns { get; init; } = [];

    /// <summary>Whether there was no data for a column; a column of blanks is not absent.</summary>
    public bool IsAbsent(int column) => AbsentColumns.Contains(column);

    /// <summary>The column of answers at an index.</summary>
    /// <exception cref="InvalidCastException">The column is of another type.</exception>
    public AnswerColumn Answers(int column) => (AnswerColumn)Columns[column];

    /// <summary>The column of quantities, years or dates at an index.</summary>
    /// <exception cref="InvalidCastException">The column is of another type.</exception>
    public QuantityColumn Quantities(int column) => (QuantityColumn)Columns[column];

    /// <summary>The 真偽 column at an index.</summary>
    /// <exception cref="InvalidCastException">The column is of another type.</exception>
    public TruthColumn Truths(int column) => (TruthColumn)Columns[column];

    /// <summary>The column of texts at an index.</summary>
    /// <exception cref="InvalidCastException">The column is of another type.</exception>
    public TextColumn Texts(int column) => (TextColumn)Columns[column];

    /// <summary>The key of a row; empty when the schema has no key or the cell is blank.</summary>
    public string Key(int row) => TextAt(Schema.KeyColumn, row);

    /// <summary>The display name of a row; empty when there is none.</summary>
    public string Name(int row) => TextAt(Schema.NameColumn, row);

    private string TextAt(int column, int row) => column < 0 ? string.Empty : Texts(column)[row] ?? string.Empty;
}
