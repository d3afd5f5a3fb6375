using System.Globalization;
using CsvHelper;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>
/// Writes CSV that spreadsheets open as meant: UTF-8 with a byte order mark, CR LF, RFC 4180 quoting. Texts that a spreadsheet would
/// take for a formula (a first character = + - @) get an apostrophe in front, which <see cref="TableReader"/> takes away again;
/// numbers never do.
/// </summary>
public sealed class CsvOutput : IDisposable
{
    private readonly CsvWriter _writer;

    /// <summary>Creates a writer on a stream, which stays open.</summary>
    /// <param name="stream">Where the bytes go.</param>
    /// <param name="byteOrderMark">Whether to begin with a byte order mark, without which Excel takes UTF-8 for CP932.</param>
    /// <param name="separator">Comma or tab.</param>
    public CsvOutput(Stream stream, bool byteOrderMark = true, char separator = ',') =>
        _writer = CsvWriter.Create(
            stream,
            new CsvWriterOptions { WriteByteOrderMark = byteOrderMark, Separator = separator, NewLine = "\r\n" },
            leaveOpen: true);

    /// <summary>Writes a header record.</summary>
    /// <param name="names">The column names; guarded like any text.</param>
    public void Header(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Text(name);
        }

        EndRecord();
    }

    /// <summary>Writes a text cell; <see langword="null"/> is a blank.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Blank();
        }
        else if (FormulaGuard.Needs(text))
        {
            _writer.WriteField($"'{text}");
        }
        else
        {
            _writer.WriteField(text);
        }
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(long value) => _writer.WriteField(value, []);

    /// <summary>Writes an exact number: as a decimal where it is a finite one, otherwise as <c>n/d</c>; missing is a blank.</summary>
    public void Number(Rational value) => _writer.WriteField(ExactDecimal.Format(value));

    /// <summary>Writes a number that is already text, e.g. one rounded for display.</summary>
    public void FormattedNumber(string text) => _writer.WriteField(text);

    /// <summary>Writes a score in points; unknown is a blank.</summary>
    public void Score(int points)
    {
        if (points == ScoreColumn.Unknown)
        {
            Blank();
        }
        else
        {
            Number((long)points);
        }
    }

    /// <summary>Writes ○ or ×; unknown is a blank.</summary>
    public void Truth(Truth value) => _writer.WriteField(value switch
    {
        Runtime.Truth.True => "○",
        Runtime.Truth.False => "×",
        _ => string.Empty,
    });

    /// <summary>Writes ○, × or 未実施; 未報告 is a blank.</summary>
    public void Answer(Answer value) => _writer.WriteField(value switch
    {
        Runtime.Answer.Met => "○",
        Runtime.Answer.NotMet => "×",
        Runtime.Answer.NotImplemented => "未実施",
        _ => string.Empty,
    });

    /// <summary>Writes a blank cell.</summary>
    public void Blank() => _writer.WriteField(string.Empty);

    /// <summary>Writes a date held as yyyymmdd; missing is a blank.</summary>
    public void Date(Rational value) => _writer.WriteField(
        !value.IsMissing && value.TryGetInt64(out var date, out _)
            ? string.Create(CultureInfo.InvariantCulture, $"{date / 10_000:0000}-{date / 100 % 100:00}-{date % 100:00}")
            : string.Empty);

    /// <summary>Writes a Western year with four digits; missing is a blank.</summary>
    public void Year(Rational value) => _writer.WriteField(
        !value.IsMissing && value.TryGetInt64(out var year, out _) ? year.ToString("0000", CultureInfo.InvariantCulture) : string.Empty);

    /// <summary>Ends the record.</summary>
    public void EndRecord() => _writer.EndRecord();

    /// <summary>Writes what is buffered; the stream stays open.</summary>
    public void Dispose() => _writer.Dispose();
}
