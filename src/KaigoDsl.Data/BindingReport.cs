using System.Collections.Immutable;
using System.Text;

namespace KaigoDsl.Data;

/// <summary>How the columns of a data file were matched with the columns a framework wants, and what else was noticed about the file.</summary>
public sealed record BindingReport
{
    /// <summary>The file as the caller named it.</summary>
    public required string File { get; init; }

    /// <summary>The encoding detected.</summary>
    public SourceEncoding Encoding { get; init; }

    /// <summary>The separator used: comma, tab or semicolon.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the file has items down and entities across; the report speaks of it as turned round.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>Data rows: records after the header that are not entirely blank.</summary>
    public int RowCount { get; init; }

    /// <summary>Records after the header that hold no text at all; they are passed over.</summary>
    public int BlankRowCount { get; init; }

    /// <summary>Columns found, in the order of the schema.</summary>
    public ImmutableArray<MatchedColumn> Matched { get; init; } = [];

    /// <summary>Names of required columns that are not there: an error.</summary>
    public ImmutableArray<string> MissingRequired { get; init; } = [];

    /// <summary>Names of optional columns that are not there: read as blank.</summary>
    public ImmutableArray<string> MissingOptional { get; init; } = [];

    /// <summary>Names of required inputs that are not there and need not be, because the results they would decide are.</summary>
    public ImmutableArray<string> NotNeeded { get; init; } = [];

    /// <summary>Columns that the file has more than once under the same header: an error.</summary>
    public ImmutableArray<DuplicateColumn> Duplicates { get; init; } = [];

    /// <summary>Headers that mean nothing to the schema: a warning; their cells are not read.</summary>
    public ImmutableArray<UnknownColumn> Unknown { get; init; } = [];

    /// <summary>Whether the columns allow the file to be read at all.</summary>
    public bool CanBind => MissingRequired.IsEmpty && Duplicates.IsEmpty;

    /// <summary>The report as text for a person: one line each for the file, the counts and everything that is not as it should be.</summary>
    /// <param name="japanese">Whether to write Japanese; otherwise English.</param>
    public string ToText(bool japanese)
    {
        var text = new StringBuilder();
        void Line(string ja, string en) => text.Append(japanese ? ja : en).Append('\n');

        Line(
            $"{File}: {EncodingName(true)}、{SeparatorName(true)}、{RowCount}行" + (BlankRowCount > 0 ? $"（ほかに空行{BlankRowCount}）" : string.Empty),
            $"{File}: {EncodingName(false)}, {SeparatorName(false)}, {RowCount} row{(RowCount == 1 ? string.Empty : "s")}" + (BlankRowCount > 0 ? $" (and {BlankRowCount} blank)" : string.Empty));
        if (IsTransposed)
        {
            Line("1列目を見出しとし、行と列を入れ替えて読みました。", "The first column holds the headings: read with rows and columns exchanged.");
        }

        Line($"一致した列: {Matched.Length}", $"Matched columns: {Matched.Length}");
        foreach (var matched in Matched)
        {
            if (matched.Headers.Distinct(StringComparer.Ordinal).Count() > 1)
            {
                var headers = string.Join(", ", matched.Headers);
                Line($"  {matched.Name}: 複数の見出し（{headers}）。値が一致することを確認します。", $"  {matched.Name}: under several headers ({headers}); their cells must agree.");
            }
            else if (!string.Equals(matched.Headers[0], matched.Name, StringComparison.Ordinal))
            {
                Line($"  {matched.Name} ← {Visible(matched.Headers[0])}", $"  {matched.Name} ← {Visible(matched.Headers[0])}");
            }
        }

        foreach (var name in MissingRequired)
        {
            Line($"エラー: 必要な列がありません: {name}", $"error: required column missing: {name}");
        }

        foreach (var duplicate in Duplicates)
        {
            var positions = string.Join(", ", duplicate.Positions);
            Line(
                $"エラー: 列が重複しています: {duplicate.Name}（{positions}{(IsTransposed ? "行目" : "列目")}）",
                $"error: duplicate column: {duplicate.Name} ({(IsTransposed ? "rows" : "columns")} {positions})");
        }

        foreach (var unknown in Unknown)
        {
            var (ja, en) = unknown.Suggestion is { } suggestion
                ? ($"。もしかして: {suggestion}", $"; did you mean {suggestion}?")
                : (string.Empty, string.Empty);
            Line(
                $"警告: 使われない列です: {Visible(unknown.Header)}（{unknown.Position}{(IsTransposed ? "行目" : "列目")}）{ja}",
                $"warning: unused column: {Visible(unknown.Header)} ({(IsTransposed ? "row" : "column")} {unknown.Position}){en}");
        }

        if (!NotNeeded.IsEmpty)
        {
            Line($"結果があるので要らない入力の列: {NotNeeded.Length}", $"Input columns not needed because their results are given: {NotNeeded.Length}");
        }

        if (!MissingOptional.IsEmpty)
        {
            Line($"任意の列がありません（空欄として扱います）: {MissingOptional.Length}", $"Optional columns missing (read as blank): {MissingOptional.Length}");
        }

        return text.ToString();
    }

    private string EncodingName(bool japanese) => Encoding switch
    {
        SourceEncoding.Utf8 => "UTF-8",
        SourceEncoding.Utf8WithMark => japanese ? "UTF-8（BOM付き）" : "UTF-8 with BOM",
        SourceEncoding.Cp932 => japanese ? "CP932（Shift_JIS）" : "CP932 (Shift_JIS)",
        SourceEncoding.Utf16 => "UTF-16",
        _ => japanese ? "文字コード不明" : "unknown encoding",
    };

    private string SeparatorName(bool japanese) => Separator switch
    {
        '\t' => japanese ? "タブ区切り" : "tab-separated",
        ';' => japanese ? "セミコロン区切り" : "semicolon-separated",
        _ => japanese ? "コンマ区切り" : "comma-separated",
    };

    // A header may hold line breaks; a report line may not.
    private static string Visible(string header) => header.Length == 0
        ? "「」"
        : header.Replace("\r\n", "↵", StringComparison.Ordinal).Replace('\n', '↵').Replace('\r', '↵');
}
