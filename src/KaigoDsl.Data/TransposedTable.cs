using CsvHelper;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>
/// A table with items down and entities across, as published results are printed: the first cell of every line is a heading. It is turned
/// round and read like any other; problems are then put back where they stand in the file.
/// </summary>
internal sealed class TransposedTable
{
    private readonly List<string[]> _records;
    private readonly List<int> _lines;

    private TransposedTable(List<string[]> records, List<int> lines)
    {
        _records = records;
        _lines = lines;
    }

    /// <summary>Recognises such a table: more headings of the schema stand in the first column than in the first line.</summary>
    /// <returns><see langword="null"/> for an ordinary table, and for one whose lines are too broken to be turned round.</returns>
    public static TransposedTable? Find(ReadOnlyMemory<byte> utf8, char separator, string[] firstLine, TableSchema schema)
    {
        // An ordinary header is known by the first line alone, so that ordinary files are not read twice.
        var across = HeaderBinding.Create(firstLine, schema).MatchedCount;
        if (across > 1)
        {
            return null;
        }

        var broken = false;
        using var reader = CsvReader.Create(utf8, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => broken = true,
        });
        var (records, lines) = (new List<string[]>(), new List<int>());
        while (reader.Read())
        {
            var record = TableReader.Texts(reader);
            if (record.Any(static cell => !string.IsNullOrWhiteSpace(cell)))
            {
                records.Add(record);
                lines.Add((int)reader.LineNumber);
            }
        }

        var down = HeaderBinding.Create([.. records.Select(static record => record[0])], schema).MatchedCount;
        return broken || down <= 1 || down <= across ? null : new TransposedTable(records, lines);
    }

    public TableReadResult Read(string name, TableSchema schema, TableReadOptions? options, CancellationToken cancellation)
    {
        var ragged = Enumerable.Range(0, _records.Count).Where(i => _records[i].Length != _records[0].Length).ToArray();
        if (ragged.Length > 0)
        {
            return new TableReadResult(null, new BindingReport { File = name, IsTransposed = true }, [.. ragged.Select(i => new CellError(
                CellErrorKind.RaggedRow,
                name,
                _lines[i],
                0,
                string.Empty,
                TableReader.Shorten(string.Join(' ', _records[i])),
                $"セルの数が1行目と違います（{_records[i].Length}、1行目は{_records[0].Length}）。",
                $"The line has {_records[i].Length} cells, the first one {_records[0].Length}."))]);
        }

        var result = TableReader.Parse(
            Turn(), name, schema, (options ?? new TableReadOptions()) with { Separator = ',', DetectTransposed = false }, cancellation);
        return result with
        {
            Report = result.Report with { IsTransposed = true },
            Errors = [.. result.Errors.Select(error => PutBack(error, result.Report))],
        };
    }

    private byte[] Turn()
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = false, NewLine = "\n" }, leaveOpen: true))
        {
            for (var column = 0; column < _records[0].Length; column++)
            {
                foreach (var record in _records)
                {
                    writer.WriteField(record[column]);
                }

                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private CellError PutBack(CellError error, BindingReport report)
    {
        var position = report.Matched.FirstOrDefault(m => string.Equals(m.Name, error.Column, StringComparison.Ordinal)) is { } matched ? matched.Positions[0] : 0;
        return error with
        {
            Line = position > 0 ? _lines[position - 1] : error.Line == 0 ? 0 : 1,
            IsTransposed = true,
            Japanese = error.Japanese.Replace("必要な列がありません", "必要な行がありません", StringComparison.Ordinal),
            English = error.English.Replace("This required column is missing", "This required row is missing", StringComparison.Ordinal),
        };
    }
}
