using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using ColumnType = KaigoDsl.Runtime.ColumnType;

namespace KaigoDsl.Engine.Tests;

/// <summary>Seeded random data for any plan: few distinct values so that ties abound, and blanks everywhere.</summary>
internal static class RandomTable
{
    public static EntityTable Create(FrameworkPlan plan, int count, int seed)
    {
        var random = new Random(seed);
        var schema = PlanSchema.ToTableSchema(plan);
        return new EntityTable(schema, count, [.. schema.Columns.Select(column => Column(column, count, random))]);
    }

    /// <summary>The same rows in another order: row i of the result is row <paramref name="order"/>[i].</summary>
    public static EntityTable Permute(EntityTable table, int[] order) => new(table.Schema, order.Length, [.. table.Columns.Select(column =>
        column switch
        {
            AnswerColumn answers => AnswerColumn.FromValues([.. order.Select(row => answers[row])]),
            TruthColumn truths => TruthColumn.FromValues([.. order.Select(row => truths[row])]),
            TextColumn texts => TextColumn.FromValues([.. order.Select(row => texts[row])]),
            QuantityColumn quantities => (TableColumn)QuantityColumn.FromValues([.. order.Select(row => quantities[row])]),
            _ => throw new InvalidOperationException(column.GetType().Name),
        })]);

    private static TableColumn Column(ColumnSchema column, int count, Random random)
    {
        var builder = new ColumnBuilder(column.Type);
        var spread = random.Next(2) == 0 ? 8 : 5_000;
        var blanks = random.Next(3) == 0 ? 0 : random.Next(4, 40);
        for (var row = 0; row < count; row++)
        {
            var blank = blanks != 0 && random.Next(blanks) == 0;
            builder.Add(column.Kind == Runtime.ColumnKind.Key ? new CellValue { Text = $"{row:D5}" }
                : blank ? CellValue.Blank
                : column.Type switch
                {
                    ColumnType.Answer => new CellValue { Answer = (Answer)random.Next(4) },
                    ColumnType.Truth => new CellValue { Truth = (Truth)random.Next(3) },
                    ColumnType.Text => new CellValue { Text = $"県{random.Next(47)}" },
                    ColumnType.Enumeration => new CellValue { Text = column.Members[random.Next(column.Members.Length)] },
                    _ when column.Kind == Runtime.ColumnKind.Points => new CellValue { Quantity = random.Next(column.Points + 1) },
                    _ => new CellValue { Quantity = Rational.Create(random.Next(spread), 1 + random.Next(2)) },
                });
        }

        return builder.ToColumn();
    }
}
