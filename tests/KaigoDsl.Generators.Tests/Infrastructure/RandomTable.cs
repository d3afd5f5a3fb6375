using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Generators.Tests.Infrastructure;

/// <summary>Random tables with many ties, blanks and zeros: the cases that tell two evaluators apart.</summary>
internal static class RandomTable
{
    public static EntityTable Create(TableSchema schema, int rows, int seed)
    {
        var random = new Random(seed);
        return new EntityTable(schema, rows, schema.Columns.Select(column => Column(column, rows, random)).ToImmutableArray());
    }

    /// <summary>The same table with texts of one's own in one column, so that rows of two tables belong together.</summary>
    public static EntityTable WithTexts(EntityTable table, int column, Func<int, string?> text) => new(
        table.Schema,
        table.Count,
        table.Columns.SetItem(column, TextColumn.FromValues([.. Enumerable.Range(0, table.Count).Select(text)])));

    private static TableColumn Column(ColumnSchema column, int rows, Random random) => column.Type switch
    {
        ColumnType.Answer => AnswerColumn.FromValues(Fill(rows, () => (Answer)(random.Next(2) * random.Next(4)))),
        ColumnType.Truth => TruthColumn.FromValues(Fill(rows, () => (Truth)random.Next(3))),
        ColumnType.Enumeration => TextColumn.FromValues(Fill(rows, () => random.Next(4) == 0 ? null : column.Members[random.Next(column.Members.Length)])),
        ColumnType.Text => TextColumn.FromValues(Fill(rows, () => (string?)random.Next(100_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture))),
        _ when column.Kind == ColumnKind.Points => QuantityColumn.FromValues(Fill(rows, () => random.Next(3) == 0 ? Rational.Missing : Rational.FromInt64(random.Next(20)))),
        _ => QuantityColumn.FromValues(Fill(rows, () => random.Next(5) == 0 ? Rational.Missing : Rational.Create(random.Next(-2, 6), random.Next(1, 4)))),
    };

    private static T[] Fill<T>(int count, Func<T> next)
    {
        var values = new T[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }
}
