using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data.Tests;

public sealed class TableReaderTests
{
    private static TableReadResult Read(string text, string name = "表.csv", TableSchema? schema = null) =>
        TableReader.Parse(Encoding.UTF8.GetBytes(text), name, schema ?? Schemas.Small);

    private static string Show(TableReadResult result) => result.Table is null
        ? string.Join(" / ", result.Errors.Select(e => $"{e.Kind}@{e.Line},{e.Row},{e.Column}[{e.Found}]"))
        : string.Join(" / ", Enumerable.Range(0, result.Table.Count).Select(r => string.Join(" ", Schemas.Cells(result.Table, r))));

    /// <summary>Layout of the file: everything a spreadsheet or an editor does to one.</summary>
    [Theory]
    [InlineData("団体コード,被保険者数,1.ア\n01,5,○\n02,6,×\n", "01 5 Met / 02 6 NotMet")]
    [InlineData("団体コード,被保険者数,1.ア\r\n01,5,○\r\n", "01 5 Met")]
    [InlineData("団体コード,被保険者数,1.ア\r01,5,○\r02,6,×", "01 5 Met / 02 6 NotMet")]
    [InlineData("団体コード,被保険者数,1.ア\n01,5,○", "01 5 Met")]
    [InlineData("\n\n団体コード,被保険者数,1.ア\n\n01,5,○\n,,\n  , ,\n02,6,\n\n", "01 5 Met / 02 6 NotReported")]
    [InlineData("1.ア,団体コード,被保険者数\n未実施,01,5\n", "01 5 NotImplemented")]
    [InlineData("団体コード,被保険者数\n01,5\n", "01 5 NotReported")]
    [InlineData("団体コード\t被保険者数\t1.ア\n01\t5\t4\n", "01 5 Met")]
    [InlineData("団体コード;被保険者数;1.ア\n01;5;0\n", "01 5 NotMet")]
    [InlineData("\"団体\nコード\",\"被保険者数\",1.ア\n\"01\",\"1,234\",\"○\"\n", "01 1234 Met")]
    [InlineData(" 団体コード , 被保険者数\u3000,１．ア\n01,１２３４人,○\n", "01 1234 Met")]
    [InlineData("団体ｺｰﾄﾞ,被保険者数（人）,1.ｱ\n01,5,○\n", "01 5 Met")]
    [InlineData("団体コート\u3099,被保険者数(人),推進.1.ア\n01,5,○\n", "01 5 Met")]
    [InlineData("団体コード,被保険者数,1.ア,推進.1.ア\n01,5,○,該当\n", "01 5 Met")]
    [InlineData("団体コード,被保険者数,1.ア,,\n01,5,○,,\n", "01 5 Met")]
    [InlineData("団体コード,被保険者数\n01,7/2\n02,-1.25\n03,\n04,\"1,000.5\"\n", "01 7/2 NotReported / 02 -5/4 NotReported / 03 missing NotReported / 04 2001/2 NotReported")]
    [InlineData("団体コード,被保険者数\n'=1+1,5\n''-a,6\n'b,7\n", "=1+1 5 NotReported / '-a 6 NotReported / 'b 7 NotReported")]
    public void Reads(string text, string expected) => Assert.Equal(expected, Show(Read(text)));

    /// <summary>Every fault with its kind, line, row and column; several in one file are all reported.</summary>
    [Theory]
    [InlineData("", "Empty@0,0,[]")]
    [InlineData("\n\n", "Empty@0,0,[]")]
    [InlineData("団体コード,被保険者数\n", "NoRows@1,0,[]")]
    [InlineData("団体コード,被保険者数\n,\n", "NoRows@1,0,[]")]
    [InlineData("団体コード,被保険者\n01,5\n", "MissingColumn@1,0,被保険者数[被保険者]")]
    [InlineData("団体コード,被保険者数,被保険者数\n01,5,5\n", "DuplicateColumn@1,0,被保険者数[被保険者数]")]
    [InlineData("団体コード,被保険者数,１.ア,1.ア\n01,5,○,○\n", "DuplicateColumn@1,0,1.ア[１.ア]")]
    [InlineData("団体コード,被保険者数,1.ア\n01,五,○\n02,6,△\n03,7円,3\n", "Value@2,1,被保険者数[五] / Value@3,2,1.ア[△] / Value@4,3,被保険者数[7円] / Value@4,3,1.ア[3]")]
    [InlineData("団体コード,被保険者数,1.ア\n\n01,5\n02,6,○,×\n", "RaggedRow@3,1,[01,5] / RaggedRow@4,2,[02,6,○,×]")]
    [InlineData("団体コード,被保険者数\n,5\n01,6\n\"0\n1\",7\n01,8\n", "MissingKey@2,1,団体コード[] / DuplicateKey@6,4,団体コード[01]")]
    [InlineData("団体コード,被保険者数,1.ア,推進.1.ア\n01,5,○,×\n02,6,○,\n03,7,×,0\n", "Disagreement@2,1,1.ア[×] / Disagreement@3,2,1.ア[]")]
    [InlineData("団体コード,被保険者数\n01,\"5\n02,6\n", "Value@2,1,被保険者数[5\n02,6] / Quotation@2,1,[01,\"5\n02,6\n]")]
    [InlineData("団体コード,被保険者数\n0\"1,5\n\"02\"x,6\n", "Quotation@2,1,[0\"1,5] / Quotation@3,2,[\"02\"x,6]")]
    [InlineData("PK\u0003\u0004\u0000\u0000", "UnknownEncoding@0,0,[]")]
    public void Reports(string text, string expected)
    {
        var result = Read(text);
        Assert.Null(result.Table);
        Assert.Equal(expected, Show(result));
    }

    [Fact]
    public void A_file_in_CP932_is_detected_and_said()
    {
        var cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        var result = TableReader.Parse(cp932.GetBytes("団体コード,被保険者数,1.ア\r\n01,５人,○\r\n髙,6,×\r\n"), "表.csv", Schemas.Small);
        Assert.Equal("01 5 Met / 髙 6 NotMet", Show(result));
        Assert.Equal(SourceEncoding.Cp932, result.Report.Encoding);
        Assert.Contains("CP932", result.Report.ToText(japanese: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, SourceEncoding.Utf8WithMark)]
    [InlineData(new byte[0], SourceEncoding.Utf8)]
    public void Utf8_with_and_without_mark(byte[] mark, SourceEncoding expected)
    {
        var result = TableReader.Parse((byte[])[.. mark, .. Encoding.UTF8.GetBytes("団体コード,被保険者数\n01,5\n")], "表.csv", Schemas.Small);
        Assert.Equal("01 5 NotReported", Show(result));
        Assert.Equal(expected, result.Report.Encoding);
    }

    [Fact]
    public void Utf16_as_Excel_saves_unicode_text()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("団体コード\t被保険者数\r\n01\t5\r\n")).ToArray();
        Assert.Equal("01 5 NotReported", Show(TableReader.Parse(bytes, "表.txt", Schemas.Small)));
    }

    [Fact]
    public void Bytes_that_are_text_in_no_encoding_are_an_error() =>
        Assert.Equal("UnknownEncoding@0,0,[]", Show(TableReader.Parse(new byte[] { 0x61, 0x81, 0x0A, 0xA0 }, "表.csv", Schemas.Small)));

    [Fact]
    public void A_file_that_is_not_there_is_an_error_and_no_exception()
    {
        var result = TableReader.Read(Path.Combine(Path.GetTempPath(), "kaigo-no-such-folder", "無い.csv"), Schemas.Small);
        Assert.Equal(CellErrorKind.Unreadable, Assert.Single(result.Errors).Kind);
        Assert.Contains("ファイルがありません", result.Errors[0].Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_is_read_and_left_open()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("団体コード,被保険者数\n01,5\n"));
        Assert.Equal("01 5 NotReported", Show(TableReader.Read(stream, "流れ", Schemas.Small)));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Quantities_share_one_denominator_and_their_units_are_applied()
    {
        var result = Read(
            "団体コード,第1号被保険者数,推進.Ⅰ.体制.1.ア,給付費,認定率\n01,10,○,\"1,234.5\",18.25\n02,20,○,3億円,1/3\n", schema: Schemas.Municipality);
        Assert.NotNull(result.Table);
        var cost = result.Table.Quantities(3);
        Assert.Equal(1, cost.Denominator);
        Assert.Equal([1_234_500L, 300_000_000L], cost.Mantissas.ToArray());
        Assert.Equal(1200, result.Table.Quantities(4).Denominator);
        Assert.Equal(Rational.Create(73, 400), result.Table.Quantities(4)[0]);
        Assert.Equal(Rational.Create(1, 300), result.Table.Quantities(4)[1]);
    }

    [Theory]
    [InlineData("団体コード,被保険者数,1.ア\n01,5,△\n", true, "表.csv:2: データ1行目 列「1.ア」 「△」は読めません。")]
    [InlineData("団体コード,被保険者数,1.ア\n01,5,△\n", false, "表.csv:2: row 1 column `1.ア` `△` cannot be read; expected")]
    [InlineData("団体コード,被保険者数\n01\n", true, "表.csv:2: データ1行目 セルの数が見出しと違います（1、見出しは2）。")]
    [InlineData("", false, "表.csv: The file is empty")]
    public void Errors_say_where_and_what(string text, bool japanese, string beginning) =>
        Assert.StartsWith(beginning, Read(text).Errors[0].ToText(japanese), StringComparison.Ordinal);

    /// <summary>Whatever the bytes are: an answer, never an exception; a table exactly when there is no error; a place for every error.</summary>
    [Fact]
    public void Any_bytes_are_answered()
    {
        byte[] good = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("団体コード,被保険者数,1.ア,推進.1.ア\r\n01,\"1,234\",○,○\r\n02,5.5,×,×\r\n")];
        var damaged =
            from count in Gen.Choose(1, 6)
            from places in Gen.ArrayOf(Gen.Choose(0, good.Length - 1), count)
            from values in Gen.ArrayOf(Gen.OneOf(Gen.Elements(",\"\n\r\t'=\0"u8.ToArray()), Gen.Choose(0, 255).Select(b => (byte)b)), count)
            select Damage(good, places, values);
        var noise = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf();
        Prop.ForAll(Arb.From(Gen.OneOf(damaged, noise)), bytes =>
        {
            var result = TableReader.Parse(bytes, "表.csv", Schemas.Small);
            Assert.Equal(result.Table is null, result.Errors.Length > 0);
            Assert.All(result.Errors, e => Assert.True(e.Line >= 0 && e.Row >= 0 && (e.Row == 0 || e.Line > 1), e.ToString()));
            Assert.NotEmpty(result.Report.ToText(japanese: true));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static byte[] Damage(byte[] good, int[] places, byte[] values)
    {
        var bytes = (byte[])good.Clone();
        for (var i = 0; i < places.Length; i++)
        {
            bytes[places[i]] = values[i];
        }

        return bytes;
    }
}
