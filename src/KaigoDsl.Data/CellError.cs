namespace KaigoDsl.Data;

/// <summary>One problem in a data file, with the place where a person finds it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="File">The file as the caller named it.</param>
/// <param name="Line">1-based line of the file where the record begins; 0 when the whole file is meant.</param>
/// <param name="Row">1-based data row (the header not counted); 0 for the header or the whole file.</param>
/// <param name="Column">Name of the column in the schema; empty when a row or the file is meant.</param>
/// <param name="Found">What was read, as written (shortened when long).</param>
/// <param name="Japanese">What is wrong and what was expected, in Japanese.</param>
/// <param name="English">What is wrong and what was expected, in English.</param>
public sealed record CellError(
    CellErrorKind Kind,
    string File,
    int Line,
    int Row,
    string Column,
    string Found,
    string Japanese,
    string English)
{
    /// <summary>Whether the file has entities across: then <see cref="Row"/> counts its columns after the headings, and <see cref="Column"/> names a line.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>File, line, row and column, then the message: one line for a terminal.</summary>
    /// <param name="japanese">Whether to write Japanese; otherwise English.</param>
    public string ToText(bool japanese)
    {
        var place = Line == 0 ? File : $"{File}:{Line}";
        var row = Row == 0 ? string.Empty
            : IsTransposed ? (japanese ? $" {Row + 1}列目" : $" column {Row + 1}")
            : japanese ? $" データ{Row}行目" : $" row {Row}";
        var column = Column.Length == 0 ? string.Empty
            : IsTransposed ? (japanese ? $" 行「{Column}」" : $" row `{Column}`")
            : japanese ? $" 列「{Column}」" : $" column `{Column}`";
        return $"{place}:{row}{column} {(japanese ? Japanese : English)}";
    }

    /// <inheritdoc/>
    public override string ToString() => ToText(japanese: false);
}
