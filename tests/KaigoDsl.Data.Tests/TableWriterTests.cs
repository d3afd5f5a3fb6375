using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data.Tests;

public sealed class TableWriterTests
{
    private static string Write(EntityTable table, TableWriteOptions? options = null)
    {
        using var stream = new MemoryStream();
        TableWriter.Write(stream, table, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static EntityTable Table(params (string Key, Rational Insured, Answer Answer)[] rows) => new(Schemas.Small, rows.Length,
    [
        TextColumn.FromValues([.. rows.Select(r => r.Key)]),
        QuantityColumn.FromValues([.. rows.Select(r => r.Insured)]),
        AnswerColumn.FromValues([.. rows.Select(r => r.Answer)]),
    ]);

    [Fact]
    public void Writes_what_a_spreadsheet_opens()
    {
        var table = Table(
            ("01", 1234, Answer.Met),
            ("a,\"b\"", Rational.Create(5, 4), Answer.NotMet),
            ("=1+1", Rational.Create(-1, 3), Answer.NotImplemented),
            ("'-x", Rational.Missing, Answer.NotReported));
        Assert.Equal(
            "\uFEFF団体コード,被保険者数,1.ア\r\n01,1234,○\r\n\"a,\"\"b\"\"\",1.25,×\r\n'=1+1,-1/3,未実施\r\n''-x,,\r\n",
            Write(table));
    }

    [Fact]
    public void Blank_optional_columns_are_left_out_unless_asked_for()
    {
        var table = Table(("01", 5, Answer.NotReported));
        Assert.Equal("団体コード,被保険者数\r\n01,5\r\n", Write(table, new TableWriteOptions { ByteOrderMark = false }));
        Assert.Equal(
            "団体コード\t被保険者数\t1.ア\r\n01\t5\t\r\n",
            Write(table, new TableWriteOptions { ByteOrderMark = false, Separator = '\t', BlankOptionalColumns = true }));
    }

    [Fact]
    public void A_table_knows_which_optional_columns_its_file_did_not_have()
    {
        Assert.Equal(2, Assert.Single(Read("団体コード,被保険者数\n01,5\n").AbsentColumns));
        Assert.Empty(Read("団体コード,被保険者数,1.ア\n01,5,\n").AbsentColumns);

        static EntityTable Read(string csv) =>
            TableReader.Parse(System.Text.Encoding.UTF8.GetBytes(csv), "表.csv", Schemas.Small).Table ?? throw new InvalidOperationException();
    }

    /// <summary>read ∘ write is the identity, for every column type and every separator.</summary>
    [Fact]
    public void Reading_what_was_written_gives_the_same_table() =>
        Prop.ForAll(Arb.From(Tables()), Arb.From(Gen.Elements(',', '\t', ';')), (table, separator) =>
        {
            using var stream = new MemoryStream();
            TableWriter.Write(stream, table, new TableWriteOptions { Separator = separator, BlankOptionalColumns = true });
            stream.Position = 0;
            var read = TableReader.Read(stream, "表.csv", table.Schema);
            Assert.True(read.Table is not null, string.Join("\n", read.Errors));
            for (var row = 0; row < table.Count; row++)
            {
                Assert.Equal(string.Join(" | ", Schemas.Cells(table, row)), string.Join(" | ", Schemas.Cells(read.Table, row)));
            }

            Assert.Equal(table.Count, read.Table.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));

    private static Gen<EntityTable> Tables() =>
        from count in Gen.Choose(1, 8)
        from columns in Gen.CollectToList(Schemas.Municipality.Columns, column => Column(column, count))
        select new EntityTable(Schemas.Municipality, count, [.. columns]);

    private static Gen<TableColumn> Column(ColumnSchema column, int count) => column switch
    {
        { Kind: ColumnKind.Key } => Gen.ArrayOf(Texts(), count).Select(texts =>
            (TableColumn)TextColumn.FromValues([.. texts.Select((t, i) => $"{t}{i}")])),
        { Kind: ColumnKind.Points } => Quantities(Gen.Choose(0, column.Points).Select(p => Rational.FromInt64(p)), count),
        { Type: ColumnType.Text } => Gen.ArrayOf(Gen.OneOf(Texts().Select(t => (string?)t), Gen.Constant((string?)null)), count)
            .Select(texts => (TableColumn)TextColumn.FromValues([.. texts.Select(t => t?.Length == 0 ? null : t)])),
        { Type: ColumnType.Enumeration } => Gen.ArrayOf(Gen.Elements([.. column.Members, null]), count)
            .Select(texts => (TableColumn)TextColumn.FromValues(texts)),
        { Type: ColumnType.Answer } => Gen.ArrayOf(Gen.Elements(Enum.GetValues<Answer>()), count)
            .Select(answers => (TableColumn)AnswerColumn.FromValues(answers)),
        { Type: ColumnType.Truth } => Gen.ArrayOf(Gen.Elements(Enum.GetValues<Truth>()), count)
            .Select(truths => (TableColumn)TruthColumn.FromValues(truths)),
        { Type: ColumnType.Year } => Quantities(Gen.Choose(1, 9999).Select(y => Rational.FromInt64(y)), count),
        { Type: ColumnType.Date } => Quantities(
            from year in Gen.Choose(1, 9999)
            from month in Gen.Choose(1, 12)
            from day in Gen.Choose(1, 28)
            select Rational.FromInt64((year * 10_000L) + (month * 100) + day), count),
        _ => Quantities(Gen.OneOf(
            Gen.Choose(-50, 2_000_000_000).Select(n => Rational.FromInt64(n)),
            from n in Gen.Choose(-1_000_000, 1_000_000) from d in Gen.Choose(1, 2000) select Rational.Create(n, d)), count),
    };

    private static Gen<TableColumn> Quantities(Gen<Rational> values, int count) =>
        Gen.ArrayOf(Gen.Frequency((4, values), (1, Gen.Constant(Rational.Missing))), count)
            .Select(quantities => (TableColumn)QuantityColumn.FromValues(quantities));

    /// <summary>Texts made of everything that has a meaning somewhere on the way; surrounding blanks are not part of a text.</summary>
    private static Gen<string> Texts() =>
        Gen.ArrayOf(Gen.Elements("a", "市", "𠮷", ",", "\"", "\"\"", "\n", "\r\n", "\t", ";", "'", "''", "=", "+", "-", "@", " ", "\u3000", "○", "1"))
            .Select(parts => string.Concat(parts).Trim());
}
