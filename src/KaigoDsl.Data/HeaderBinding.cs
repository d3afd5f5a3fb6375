using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>Which position of a file feeds which column of the schema.</summary>
internal sealed class HeaderBinding
{
    private readonly TableSchema _schema;
    private readonly string[] _headers;
    private readonly int[] _columns;
    private readonly Dictionary<int, List<int>> _positionsByColumn = [];

    private HeaderBinding(string[] headers, TableSchema schema)
    {
        _headers = headers;
        _schema = schema;
        _columns = new int[headers.Length];
    }

    /// <summary>Number of cells a row must have.</summary>
    public int Width => _headers.Length;

    /// <summary>Number of schema columns that have a header.</summary>
    public int MatchedCount => _positionsByColumn.Count;

    /// <summary>By position: the schema column it feeds; -1 for none.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>Whether a position has no header at all.</summary>
    public bool IsUnnamed(int position) => string.IsNullOrWhiteSpace(_headers[position]);

    /// <summary>Headers match exactly after trimming, or else by their folded form, if that form means one column only.</summary>
    public static HeaderBinding Create(string[] headers, TableSchema schema)
    {
        var binding = new HeaderBinding(headers, schema);
        var folded = FoldedNames(schema);
        for (var position = 0; position < headers.Length; position++)
        {
            var header = headers[position].Trim();
            var column = header.Length == 0 ? -1 : schema.IndexOf(header);
            if (column < 0 && header.Length > 0)
            {
                var fold = HeaderFold.Fold(header);
                column = folded.TryGetValue(fold, out var found) ? found : WithoutUnit(fold, folded, schema);
            }

            binding._columns[position] = column;
            if (column >= 0)
            {
                if (!binding._positionsByColumn.TryGetValue(column, out var positions))
                {
                    binding._positionsByColumn.Add(column, positions = []);
                }

                positions.Add(position);
            }
        }

        return binding;
    }

    /// <summary>Missing and duplicate columns as errors of the file.</summary>
    public void AddErrors(List<CellError> errors, string file, int line)
    {
        var report = ToReport();
        foreach (var name in report.MissingRequired)
        {
            var near = report.Unknown.FirstOrDefault(u => string.Equals(u.Suggestion, name, StringComparison.Ordinal));
            errors.Add(new CellError(
                CellErrorKind.MissingColumn,
                file,
                line,
                0,
                name,
                near?.Header ?? string.Empty,
                "必要な列がありません。" + Near(near)?.Japanese + AbsentResult(name)?.Japanese,
                "This required column is missing." + Near(near)?.English + AbsentResult(name)?.English));
        }

        foreach (var duplicate in report.Duplicates)
        {
            var positions = string.Join(", ", duplicate.Positions);
            errors.Add(new CellError(
                CellErrorKind.DuplicateColumn,
                file,
                line,
                0,
                duplicate.Name,
                duplicate.Header,
                $"同じ列が{positions}列目にあります。1つにしてください。",
                $"This column stands at positions {positions}; keep one."));
        }
    }

    /// <summary>
    /// Results that stand for inputs left out must be there for everybody: a blank one would be computed from the input, and without it
    /// score nothing. So an input that was only misspelt does not go unnoticed in a file whose result columns are blank.
    /// </summary>
    public void AddUnreported(List<CellError> errors, string file, int line, EntityTable table, ImmutableArray<string> notNeeded)
    {
        foreach (var name in notNeeded)
        {
            var (rows, first, item) = (0, 0, string.Empty);
            foreach (var substitute in _schema.Columns[_schema.IndexOf(name)].Substitutes)
            {
                var answers = table.Answers(_schema.IndexOf(substitute)).Values;
                if (answers.Contains(Answer.NotReported) && rows == 0)
                {
                    (rows, first, item) = (answers.Count(Answer.NotReported), answers.IndexOf(Answer.NotReported), substitute);
                }
            }

            if (rows == 0)
            {
                continue;
            }

            var near = Unknown(_ => false).FirstOrDefault(u => string.Equals(u.Suggestion, name, StringComparison.Ordinal));
            errors.Add(new CellError(
                CellErrorKind.MissingColumn,
                file,
                line,
                0,
                name,
                near?.Header ?? string.Empty,
                $"必要な列がありません。{Near(near)?.Japanese}「{item}」の結果が未報告の団体があり（データ{first + 1}行目など{rows}団体）、この入力がなければ採点できません。",
                $"This required column is missing.{Near(near)?.English} The result of `{item}` is not reported in {rows} row{(rows == 1 ? string.Empty : "s")} (row {first + 1} first), which cannot be scored without this input."));
        }
    }

    /// <summary>The report as far as the header tells it.</summary>
    public BindingReport ToReport()
    {
        var matched = ImmutableArray.CreateBuilder<MatchedColumn>();
        var duplicates = ImmutableArray.CreateBuilder<DuplicateColumn>();
        var missingRequired = ImmutableArray.CreateBuilder<string>();
        var missingOptional = ImmutableArray.CreateBuilder<string>();
        var notNeeded = ImmutableArray.CreateBuilder<string>();
        for (var column = 0; column < _schema.Columns.Length; column++)
        {
            var schema = _schema.Columns[column];
            if (!_positionsByColumn.TryGetValue(column, out var positions))
            {
                (!schema.Required ? missingOptional : HasSubstitutes(schema) ? notNeeded : missingRequired).Add(schema.Name);
                continue;
            }

            matched.Add(new MatchedColumn(schema.Name, [.. positions.Select(p => _headers[p])], [.. positions.Select(p => p + 1)]));

            // The same header twice is a mistake; the name beside an alias may be intended, and then the cells must agree.
            foreach (var same in positions.GroupBy(p => HeaderFold.Fold(_headers[p]), StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                duplicates.Add(new DuplicateColumn(schema.Name, _headers[same.First()], [.. same.Select(p => p + 1)]));
            }
        }

        return new BindingReport
        {
            File = string.Empty,
            Matched = matched.ToImmutable(),
            MissingRequired = missingRequired.ToImmutable(),
            MissingOptional = missingOptional.ToImmutable(),
            NotNeeded = notNeeded.ToImmutable(),
            Duplicates = duplicates.ToImmutable(),
            Unknown = Unknown(_ => false),
        };
    }

    /// <summary>Unknown headers, with the columns that have cells but no header.</summary>
    public ImmutableArray<UnknownColumn> UnknownWithCells(IReadOnlySet<int> unnamedWithCells) => Unknown(unnamedWithCells.Contains);

    private ImmutableArray<UnknownColumn> Unknown(Func<int, bool> unnamedCounts)
    {
        var unknown = ImmutableArray.CreateBuilder<UnknownColumn>();
        for (var position = 0; position < _headers.Length; position++)
        {
            if (_columns[position] < 0 && (!IsUnnamed(position) || unnamedCounts(position)))
            {
                var header = _headers[position].Trim();
                unknown.Add(new UnknownColumn(header, position + 1, header.Length == 0 ? null : Suggest(header)));
            }
        }

        return unknown.ToImmutable();
    }

    private static (string Japanese, string English)? Near(UnknownColumn? near) => near is null
        ? null
        : ($"見出し「{near.Header}」は書き誤りかもしれません。", $" Is the header `{near.Header}` a misspelling of it?");

    private bool HasSubstitutes(ColumnSchema column) => !column.Substitutes.IsEmpty && column.Substitutes.All(IsBound);

    private bool IsBound(string name) => _positionsByColumn.ContainsKey(_schema.IndexOf(name));

    /// <summary>Which result is lacking in a file that has others: said only there, because a file of raw values has none.</summary>
    private (string Japanese, string English)? AbsentResult(string name)
    {
        var substitutes = _schema.Columns[_schema.IndexOf(name)].Substitutes;
        return substitutes.Any(IsBound) && substitutes.FirstOrDefault(s => !IsBound(s)) is { } absent
            ? ($"結果の列「{absent}」もあれば、この入力はなくてもかまいません。", $" With the result column `{absent}` as well this input would not be needed.")
            : null;
    }

    private string? Suggest(string header)
    {
        var absent = Enumerable.Range(0, _schema.Columns.Length)
            .Where(c => !_positionsByColumn.ContainsKey(c))
            .Select(c => _schema.Columns[c])
            .ToList();
        return Suggestion.Nearest(header, absent.Where(c => c.Required).Select(c => c.Name))
            ?? Suggestion.Nearest(header, absent.SelectMany(c => c.Aliases.Prepend(c.Name)));
    }

    /// <summary>Folded names and aliases; forms that two columns share are left out, so that folding never guesses.</summary>
    private static Dictionary<string, int> FoldedNames(TableSchema schema)
    {
        var folded = new Dictionary<string, int>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        for (var column = 0; column < schema.Columns.Length; column++)
        {
            foreach (var name in schema.Columns[column].Aliases.Prepend(schema.Columns[column].Name))
            {
                var fold = HeaderFold.Fold(name);
                if (!folded.TryAdd(fold, column) && folded[fold] != column)
                {
                    ambiguous.Add(fold);
                }
            }
        }

        foreach (var fold in ambiguous)
        {
            folded.Remove(fold);
        }

        return folded;
    }

    /// <summary><c>第1号被保険者数(人)</c> means the column when 人 is its declared unit; another unit would change the values, so it does not match.</summary>
    private static int WithoutUnit(string fold, Dictionary<string, int> folded, TableSchema schema)
    {
        var open = fold.LastIndexOf('(');
        return open > 0
            && fold.EndsWith(')')
            && folded.TryGetValue(fold[..open], out var column)
            && schema.Columns[column].Unit.Length > 0
            && string.Equals(fold[(open + 1)..^1], HeaderFold.Fold(schema.Columns[column].Unit), StringComparison.Ordinal)
            ? column
            : -1;
    }
}
