using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>Reads the records of one file into column builders and collects what is wrong with their cells.</summary>
internal sealed class RowReader
{
    private readonly string _file;
    private readonly TableSchema _schema;
    private readonly HeaderBinding _binding;
    private readonly List<CellError> _errors;
    private readonly ColumnSink?[] _sinks;
    private readonly CellValue[] _row;
    private readonly bool[] _filled;
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<int> _unnamedWithCells = [];
    private readonly int _keyColumn;
    private char[] _text = new char[256];

    public RowReader(string file, TableSchema schema, HeaderBinding binding, List<CellError> errors)
    {
        _file = file;
        _schema = schema;
        _binding = binding;
        _errors = errors;
        _keyColumn = schema.KeyColumn;
        _row = new CellValue[schema.Columns.Length];
        _filled = new bool[schema.Columns.Length];
        _sinks = new ColumnSink?[schema.Columns.Length];
        foreach (var column in binding.Columns)
        {
            if (column >= 0)
            {
                _sinks[column] ??= ColumnSink.Create(schema.Columns[column].Type);
            }
        }
    }

    /// <summary>Rows read so far, bad ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Positions without a header in which some row has text.</summary>
    public IReadOnlySet<int> UnnamedColumnsWithCells => _unnamedWithCells;

    public void Read(CsvReader records)
    {
        Count++;
        if (!HasRightWidth(records))
        {
            return;
        }

        Array.Clear(_filled);
        var columns = _binding.Columns;
        for (var position = 0; position < columns.Length; position++)
        {
            var column = columns[position];
            var bytes = records.GetSpan(position);
            if (column < 0)
            {
                if (!bytes.IsEmpty && _binding.IsUnnamed(position))
                {
                    _unnamedWithCells.Add(position);
                }

                continue;
            }

            var schema = _schema.Columns[column];
            if (!TryReadQuickly(bytes, schema, out var value))
            {
                var text = Decode(bytes);
                if (!CellParser.TryParse(text, schema, out value, out var problem))
                {
                    var kind = problem.Kind == CellProblemKind.BlankKey ? CellErrorKind.MissingKey : CellErrorKind.Value;
                    Add(kind, records, column, problem.Read, problem.Japanese, problem.English);
                }
            }

            if (!_filled[column])
            {
                _filled[column] = true;
                _row[column] = value;
            }
            else if (!_row[column].Equals(value))
            {
                Add(
                    CellErrorKind.Disagreement,
                    records,
                    column,
                    records.GetString(position),
                    $"同じ列の別の見出しのセルと違います（{position + 1}列目）。どちらかに揃えてください。",
                    $"This differs from the cell of the same column under its other header (position {position + 1}); make them agree.");
            }
        }

        for (var column = 0; column < _sinks.Length; column++)
        {
            _sinks[column]?.Add(_row[column]);
        }

        CheckKey(records);
    }

    public EntityTable ToTable()
    {
        var columns = ImmutableArray.CreateBuilder<TableColumn>(_sinks.Length);
        for (var column = 0; column < _sinks.Length; column++)
        {
            columns.Add(_sinks[column]?.ToColumn() ?? TableColumn.Blank(_schema.Columns[column].Type, Count));
        }

        return new EntityTable(_schema, Count, columns.MoveToImmutable())
        {
            AbsentColumns = [.. Enumerable.Range(0, _sinks.Length).Where(column => _sinks[column] is null)],
        };
    }

    private bool HasRightWidth(CsvReader records)
    {
        if (records.FieldCount == _binding.Width)
        {
            return true;
        }

        _errors.Add(new CellError(
            CellErrorKind.RaggedRow,
            _file,
            (int)records.LineNumber,
            Count,
            string.Empty,
            TableReader.Shorten(Encoding.UTF8.GetString(records.RawRecord)),
            $"セルの数が見出しと違います（{records.FieldCount}、見出しは{_binding.Width}）。",
            $"The row has {records.FieldCount} cells, the header {_binding.Width}."));
        return false;
    }

    private void CheckKey(CsvReader records)
    {
        if (_keyColumn < 0 || _row[_keyColumn].Text is not { } key || !_filled[_keyColumn])
        {
            return;
        }

        if (!_keys.TryAdd(key, Count))
        {
            Add(
                CellErrorKind.DuplicateKey,
                records,
                _keyColumn,
                key,
                $"鍵「{key}」はデータ{_keys[key]}行目にもあります。",
                $"The key `{key}` is also in row {_keys[key]}.");
        }
    }

    /// <summary>The cells that fill nearly the whole file, read from the bytes without decoding: ○, ×, 未実施, blanks and plain numbers.</summary>
    private static bool TryReadQuickly(ReadOnlySpan<byte> bytes, ColumnSchema column, out CellValue value)
    {
        value = default;
        if (bytes.IsEmpty)
        {
            return column.Kind != ColumnKind.Key;
        }

        switch (column.Type)
        {
            case ColumnType.Answer when bytes.SequenceEqual("○"u8):
                value = new CellValue { Answer = Answer.Met };
                return true;
            case ColumnType.Answer when bytes.SequenceEqual("×"u8):
                value = new CellValue { Answer = Answer.NotMet };
                return true;
            case ColumnType.Answer when bytes.SequenceEqual("未実施"u8):
                value = new CellValue { Answer = Answer.NotImplemented };
                return true;
            case ColumnType.Quantity when column.Kind != ColumnKind.Points && TryReadDecimal(bytes, out var number):
                value = new CellValue { Quantity = column.UnitFactor == Rational.One ? number : number * column.UnitFactor };
                return true;
            default:
                return false;
        }
    }

    /// <summary>Plain ASCII digits with at most one point inside, few enough for 64 bits whatever the unit; anything else is left to the parser.</summary>
    private static bool TryReadDecimal(ReadOnlySpan<byte> bytes, out Rational number)
    {
        number = default;
        if (bytes.Length > 12 || bytes[0] == '.' || bytes[^1] == '.')
        {
            return false;
        }

        var (digits, scale) = (0L, 0L);
        foreach (var b in bytes)
        {
            if (b == '.' && scale == 0)
            {
                scale = 1;
            }
            else if (b is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + (b - '0');
                scale *= 10;
            }
            else
            {
                return false;
            }
        }

        number = scale == 0 ? Rational.FromInt64(digits) : Rational.Create(digits, scale);
        return true;
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _text.Length)
        {
            _text = new char[bytes.Length];
        }

        var text = _text.AsSpan(0, Encoding.UTF8.GetChars(bytes, _text));
        return FormulaGuard.Unguard(text);
    }

    private void Add(CellErrorKind kind, CsvReader records, int column, string found, string japanese, string english) =>
        _errors.Add(new CellError(
            kind, _file, (int)records.LineNumber, Count, _schema.Columns[column].Name, TableReader.Shorten(found), japanese, english));
}
