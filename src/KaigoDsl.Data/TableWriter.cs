using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>
/// Writes an <see cref="EntityTable"/> as a file that <see cref="TableReader"/> reads back to the same table: numbers in their
/// declared unit, exact; answers as ○, × and 未実施, blank for 未報告.
/// </summary>
public static class TableWriter
{
    /// <summary>Writes a table to a file; the file is replaced only when all of it is written.</summary>
    /// <returns><see langword="null"/>, or why it could not be written.</returns>
    public static FileProblem? Write(string path, EntityTable table, TableWriteOptions? options = null) =>
        AtomicFiles.Write(path, stream => Write(stream, table, options));

    /// <summary>Writes a table to a stream, which stays open.</summary>
    public static void Write(Stream stream, EntityTable table, TableWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(table);
        options ??= TableWriteOptions.Default;
        var columns = new List<int>();
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (table.Schema.Columns[column].Required || options.BlankOptionalColumns || table.Columns[column].BlankCount < table.Count)
            {
                columns.Add(column);
            }
        }

        using var output = new CsvOutput(stream, options.ByteOrderMark, options.Separator);
        output.Header(columns.Select(c => table.Schema.Columns[c].Name));
        for (var row = 0; row < table.Count; row++)
        {
            foreach (var column in columns)
            {
                WriteCell(output, table, row, column);
            }

            output.EndRecord();
        }
    }

    private static void WriteCell(CsvOutput output, EntityTable table, int row, int column)
    {
        var schema = table.Schema.Columns[column];
        switch (schema.Type)
        {
            case ColumnType.Answer:
                output.Answer(table.Answers(column)[row]);
                break;
            case ColumnType.Truth:
                output.Truth(table.Truths(column)[row]);
                break;
            case ColumnType.Quantity:
                output.Number(ExactDecimal.InUnit(table.Quantities(column)[row], schema));
                break;
            case ColumnType.Year:
                output.Year(table.Quantities(column)[row]);
                break;
            case ColumnType.Date:
                output.Date(table.Quantities(column)[row]);
                break;
            default:
                output.Text(table.Texts(column)[row]);
                break;
        }
    }
}
