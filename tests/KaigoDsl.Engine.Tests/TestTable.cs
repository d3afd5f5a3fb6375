using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine.Tests;

/// <summary>Tables written as text: a header and one line per row, cells separated by bars, read by the product's cell parser.</summary>
internal static class TestTable
{
    public static EntityTable Create(FrameworkPlan plan, string header, params string[] rows)
    {
        var schema = PlanSchema.ToTableSchema(plan);
        var indexes = header.Split('|').Select(name => schema.IndexOf(name.Trim())).ToArray();
        Assert.DoesNotContain(-1, indexes);
        var builders = schema.Columns.Select(column => new ColumnBuilder(column.Type)).ToArray();
        foreach (var row in rows)
        {
            var texts = row.Split('|');
            Assert.Equal(indexes.Length, texts.Length);
            for (var i = 0; i < builders.Length; i++)
            {
                var position = Array.IndexOf(indexes, i);
                var cell = CellValue.Blank;
                Assert.True(
                    position < 0 || CellParser.TryParse(texts[position], schema.Columns[i], out cell, out _),
                    $"`{(position < 0 ? string.Empty : texts[position])}` in `{schema.Columns[i].Name}`");
                builders[i].Add(cell);
            }
        }

        return new EntityTable(schema, rows.Length, [.. builders.Select(builder => builder.ToColumn())]);
    }

    /// <summary>A table with a key per row and one column of values.</summary>
    public static EntityTable OfColumn(FrameworkPlan plan, string column, params string[] values) =>
        Create(plan, $"団体コード|{column}", [.. values.Select((value, row) => $"r{row}|{value}")]);

    public static int[] Scores(this Evaluation evaluation, string path) =>
        evaluation.Score(PlanTree.Find(evaluation.Plan, path)).Values.ToArray();
}
