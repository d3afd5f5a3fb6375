using System.Collections.Immutable;

namespace KaigoDsl.Differential.Tests.Model;

internal enum AnswerCell
{
    NotReported,
    Met,
    NotMet,
    NotDone,
}

/// <summary>One cell: what it says, and how it is written in a CSV file.</summary>
/// <param name="Csv">As written; <see langword="null"/> for a number that no file may hold (beyond 64 bits).</param>
internal sealed record Cell(string? Csv)
{
    public static Cell Blank { get; } = new(string.Empty);

    public Fraction? Quantity { get; init; }

    public bool? Truth { get; init; }

    public string? Text { get; init; }

    public AnswerCell Answer { get; init; }

    public bool IsBlank => Csv is { Length: 0 };
}

/// <summary>One row per entity; columns by their own label, or by the path of the item or node they belong to.</summary>
internal sealed record DataTable(int Count, ImmutableDictionary<string, ImmutableArray<Cell>> Columns)
{
    public const string Key = "団体コード";

    public const string Name = "団体名";

    /// <summary>The table of the members, for a spec that has some.</summary>
    public DataTable? Members { get; init; }

    /// <summary>Decides the order of the columns in a file, and which path heads an item of a shared group.</summary>
    public int CsvSeed { get; init; }

    /// <summary>Whether the table can be written as a file.</summary>
    public bool FitsCsv => Count > 0 && Columns.Values.All(column => column.All(cell => cell.Csv is not null));

    public Cell this[string column, int row] => Columns[column][row];

    /// <summary>The table with the rows given, in that order.</summary>
    public DataTable WithRows(IReadOnlyList<int> rows) => this with
    {
        Count = rows.Count,
        Columns = Columns.ToImmutableDictionary(c => c.Key, c => rows.Select(r => c.Value[r]).ToImmutableArray()),
    };
}
