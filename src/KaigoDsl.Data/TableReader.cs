using System.Collections.Immutable;
using CsvHelper;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>
/// Reads a CSV or TSV file into an <see cref="EntityTable"/>: detects the encoding (UTF-8 with or without a byte order mark, else
/// CP932), matches headers with columns in any order, and reports every bad cell. Never throws for what a file contains, nor for a
/// file that cannot be read.
/// </summary>
public static class TableReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; its extension decides the separator when it is <c>.tsv</c> or <c>.tab</c>.</param>
    /// <param name="schema">The columns wanted.</param>
    /// <param name="options">Choices; all detected when <see langword="null"/>.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static TableReadResult Read(
        string path, TableSchema schema, TableReadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(schema);
        try
        {
            return Parse(File.ReadAllBytes(path), path, schema, options, cancellation);
        }
        catch (Exception problem) when (FileProblem.IsExpected(problem))
        {
            return Unreadable(path, problem);
        }
    }

    /// <summary>Reads a stream to its end; it is left open.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="schema">The columns wanted.</param>
    /// <param name="options">Choices; all detected when <see langword="null"/>.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static TableReadResult Read(
        Stream stream, string name, TableSchema schema, TableReadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(schema);
        byte[] bytes;
        try
        {
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            bytes = buffer.ToArray();
        }
        catch (Exception problem) when (FileProblem.IsExpected(problem))
        {
            return Unreadable(name, problem);
        }

        return Parse(bytes, name, schema, options, cancellation);
    }

    /// <summary>Reads a table that is in memory.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="schema">The columns wanted.</param>
    /// <param name="options">Choices; all detected when <see langword="null"/>.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static TableReadResult Parse(
        ReadOnlyMemory<byte> bytes, string name, TableSchema schema, TableReadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(schema);
        if (!SourceBytes.TryDecode(bytes, out var source) || source.Utf8.Span.Contains((byte)0))
        {
            return Fail(name, SourceEncoding.Unknown, Undecodable(name, bytes.Span));
        }

        var separator = options?.Separator ?? DetectSeparator(name, source.Utf8.Span);
        var malformed = new List<CsvMalformedRecord>();
        using var records = CsvReader.Create(source.Utf8, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = malformed.Add,
        });
        if (!records.Read())
        {
            return Fail(name, source.Kind, new CellError(
                CellErrorKind.Empty, name, 0, 0, string.Empty, string.Empty, "ファイルが空です。1行目に見出しが要ります。", "The file is empty; its first line must be the header."));
        }

        var header = Texts(records);
        if ((options?.DetectTransposed ?? true) && TransposedTable.Find(source.Utf8, separator, header, schema) is { } transposed)
        {
            var turned = transposed.Read(name, schema, options, cancellation);
            return turned with { Report = turned.Report with { Encoding = source.Kind, Separator = separator } };
        }

        var binding = HeaderBinding.Create(header, schema);
        var errors = new List<CellError>();
        var headerLine = (int)records.LineNumber;
        binding.AddErrors(errors, name, headerLine);
        AddQuotationErrors(errors, malformed, name, row: 0);
        var report = binding.ToReport() with { File = name, Encoding = source.Kind, Separator = separator };
        if (!report.CanBind || errors.Count > 0)
        {
            // Cells cannot be judged when their columns are in doubt; the rows are still counted for the report.
            var rows = 0;
            while (records.Read())
            {
                rows++;
            }

            return new TableReadResult(null, report with { RowCount = rows }, [.. errors]);
        }

        var reader = new RowReader(name, schema, binding, errors);
        var blankRows = 0;
        while (records.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsBlank(records))
            {
                blankRows++;
                malformed.Clear();
                continue;
            }

            reader.Read(records);
            AddQuotationErrors(errors, malformed, name, reader.Count);
        }

        if (reader.Count == 0)
        {
            errors.Add(new CellError(
                CellErrorKind.NoRows, name, headerLine, 0, string.Empty, string.Empty, "見出しだけでデータの行がありません。", "There is a header but no data row."));
        }

        report = report with { RowCount = reader.Count, BlankRowCount = blankRows, Unknown = binding.UnknownWithCells(reader.UnnamedColumnsWithCells) };
        if (errors.Count > 0)
        {
            return new TableReadResult(null, report, [.. errors]);
        }

        var table = reader.ToTable();
        binding.AddUnreported(errors, name, headerLine, table, report.NotNeeded);
        return new TableReadResult(errors.Count == 0 ? table : null, report, [.. errors]);
    }

    internal static string[] Texts(CsvReader records)
    {
        var texts = new string[records.FieldCount];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = records.GetString(i);
        }

        return texts;
    }

    /// <summary>A record without any text, as spreadsheets leave below the data: only separators and blanks.</summary>
    private static bool IsBlank(CsvReader records)
    {
        for (var i = 0; i < records.FieldCount; i++)
        {
            if (records.GetSpan(i).TrimStart(" \t\r\n"u8).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The extension decides; otherwise the separator that stands most often in the first line, the comma when in doubt.</summary>
    private static char DetectSeparator(string name, ReadOnlySpan<byte> utf8)
    {
        if (name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tab", StringComparison.OrdinalIgnoreCase))
        {
            return '\t';
        }

        var body = utf8.TrimStart("\r\n"u8);
        var end = body.IndexOfAny("\r\n"u8);
        var line = end < 0 ? body : body[..end];
        var (commas, tabs, semicolons) = (line.Count((byte)','), line.Count((byte)'\t'), line.Count((byte)';'));
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static void AddQuotationErrors(List<CellError> errors, List<CsvMalformedRecord> malformed, string name, int row)
    {
        foreach (var record in malformed)
        {
            var (japanese, english) = record.Reason switch
            {
                CsvMalformedReason.UnterminatedQuote => ("引用符「\"」が閉じていません。", "A quotation mark is not closed."),
                CsvMalformedReason.TextAfterClosingQuote => ("閉じた引用符のあとに文字があります。", "There is text after a closing quotation mark."),
                _ => ("引用符「\"」の使い方が正しくありません。引用符を含むセルは全体を引用符で囲み、中の引用符は2つ重ねてください。", "A quotation mark stands where it may not: quote the whole cell and double the marks inside."),
            };
            errors.Add(new CellError(CellErrorKind.Quotation, name, (int)record.LineNumber, row, string.Empty, Shorten(record.RawRecord), japanese, english));
        }

        malformed.Clear();
    }

    internal static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59), "…");

    private static TableReadResult Unreadable(string path, Exception problem)
    {
        var file = FileProblem.Reading(path, problem);
        return Fail(path, SourceEncoding.Unknown, new CellError(
            CellErrorKind.Unreadable, path, 0, 0, string.Empty, string.Empty, file.Japanese[(path.Length + 2)..], file.English[(path.Length + 2)..]));
    }

    private static CellError Undecodable(string name, ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8)
        ? new CellError(CellErrorKind.UnknownEncoding, name, 0, 0, string.Empty, string.Empty, "Excelのブック（xlsx）のようです。CSVで保存してください。", "This looks like an Excel workbook (xlsx); save it as CSV.")
        : new CellError(CellErrorKind.UnknownEncoding, name, 0, 0, string.Empty, string.Empty, "UTF-8でもCP932（Shift_JIS）でもありません。", "This is neither UTF-8 nor CP932 (Shift_JIS).");

    private static TableReadResult Fail(string name, SourceEncoding encoding, CellError error) =>
        new(null, new BindingReport { File = name, Encoding = encoding }, [error]);
}
