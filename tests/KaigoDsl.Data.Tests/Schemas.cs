using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data.Tests;

internal static class Schemas
{
    /// <summary>A small municipality table with one column of every type.</summary>
    public static TableSchema Municipality { get; } = new("市町村",
    [
        new ColumnSchema("団体コード", ColumnKind.Key, ColumnType.Text) { Required = true },
        new ColumnSchema("団体名", ColumnKind.Name, ColumnType.Text),
        new ColumnSchema("第1号被保険者数", ColumnKind.Attribute, ColumnType.Quantity) { Required = true, Unit = "人" },
        new ColumnSchema("給付費", ColumnKind.Input, ColumnType.Quantity) { Unit = "千円", UnitFactor = Rational.FromInt64(1000) },
        new ColumnSchema("認定率", ColumnKind.Input, ColumnType.Quantity) { Unit = "%", UnitFactor = Rational.Create(1, 100) },
        new ColumnSchema("過疎地域", ColumnKind.Attribute, ColumnType.Truth),
        new ColumnSchema("区分", ColumnKind.Attribute, ColumnType.Enumeration) { Members = ["市", "町村"] },
        new ColumnSchema("開始年度", ColumnKind.Attribute, ColumnType.Year),
        new ColumnSchema("合併日", ColumnKind.Attribute, ColumnType.Date),
        new ColumnSchema("推進.Ⅰ.体制.1.ア", ColumnKind.Answer, ColumnType.Answer) { Required = true, Points = 4 },
        new ColumnSchema("成果指標.1.ア.①", ColumnKind.Answer, ColumnType.Answer) { Points = 5, Aliases = ["推進.Ⅳ.1.ア.①", "支援.Ⅳ.1.ア.①"] },
        new ColumnSchema("推進.Ⅰ.体制.2", ColumnKind.Points, ColumnType.Quantity) { Unit = "点", Points = 16 },
    ]);

    /// <summary>Key, insured persons and one answer.</summary>
    public static TableSchema Small { get; } = new("市町村",
    [
        new ColumnSchema("団体コード", ColumnKind.Key, ColumnType.Text) { Required = true },
        new ColumnSchema("被保険者数", ColumnKind.Attribute, ColumnType.Quantity) { Required = true, Unit = "人" },
        new ColumnSchema("1.ア", ColumnKind.Answer, ColumnType.Answer) { Points = 4, Aliases = ["推進.1.ア"] },
    ]);

    public static ImmutableArray<string> Cells(EntityTable table, int row) =>
        [.. Enumerable.Range(0, table.Columns.Length).Select(c => Cell(table, row, c))];

    private static string Cell(EntityTable table, int row, int column) => table.Columns[column] switch
    {
        AnswerColumn answers => answers[row].ToString(),
        TruthColumn truths => truths[row].ToString(),
        QuantityColumn quantities => quantities[row].IsMissing ? "missing" : quantities[row].ToString(),
        TextColumn texts => texts[row] ?? "null",
        _ => "?",
    };
}
