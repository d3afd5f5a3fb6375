using System.Text;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data.Tests;

/// <summary>Inputs may be absent where the results they would decide are there: in every row, under whatever header.</summary>
public sealed class SubstitutesTests
{
    private static readonly TableSchema Schema = new("市町村",
    [
        new ColumnSchema("団体コード", ColumnKind.Key, ColumnType.Text) { Required = true },
        new ColumnSchema("研修修了者数", ColumnKind.Input, ColumnType.Quantity) { Required = true, Unit = "人", Substitutes = ["1.ア", "1.イ"] },
        new ColumnSchema("研修日数", ColumnKind.Input, ColumnType.Quantity) { Required = true, Unit = "日" },
        new ColumnSchema("1.ア", ColumnKind.Answer, ColumnType.Answer) { Points = 2, Aliases = ["推進.1.ア"] },
        new ColumnSchema("1.イ", ColumnKind.Answer, ColumnType.Answer) { Points = 2 },
    ]);

    [Theory]
    // Results for everybody, by a mark, by points, under an alias.
    [InlineData("団体コード,研修日数,1.ア,1.イ\nA,1,○,×\nB,2,2,0\n", "研修修了者数")]
    [InlineData("団体コード,研修日数,推進.1.ア,1.イ\nA,1,○,未実施\n", "研修修了者数")]
    // The input is there: the results are overrides, blank or absent as they like.
    [InlineData("団体コード,研修修了者数,研修日数,1.ア\nA,10,1,\n", "")]
    public void Read(string csv, string notNeeded)
    {
        var result = TableReader.Parse(Encoding.UTF8.GetBytes(csv), "結果.csv", Schema);
        Assert.NotNull(result.Table);
        Assert.Equal(notNeeded, string.Join(' ', result.Report.NotNeeded));
    }

    [Theory]
    [InlineData("団体コード,研修日数\nA,1\n", "研修修了者数: This required column is missing.")]
    [InlineData("団体コード,研修日数,1.イ\nA,1,○\n", "研修修了者数: This required column is missing. With the result column `1.ア` as well this input would not be needed.")]
    [InlineData("団体コード,1.ア,1.イ\nA,○,○\n", "研修日数: This required column is missing.")]
    // A misspelt header in a file whose result columns are blank, as templates and samples have them.
    [InlineData(
        "団体コード,研修終了者数,研修日数,1.ア,1.イ\nA,10,1,,\nB,12,1,,○\n",
        "研修修了者数: This required column is missing. Is the header `研修終了者数` a misspelling of it? The result of `1.ア` is not reported in 2 rows (row 1 first), which cannot be scored without this input.")]
    [InlineData(
        "団体コード,研修日数,1.ア,1.イ\nA,1,○,○\nB,1,○,未報告\n",
        "研修修了者数: This required column is missing. The result of `1.イ` is not reported in 1 row (row 2 first), which cannot be scored without this input.")]
    public void Refused(string csv, string expected)
    {
        var result = TableReader.Parse(Encoding.UTF8.GetBytes(csv), "結果.csv", Schema);
        Assert.Null(result.Table);
        Assert.Equal(expected, string.Join('\n', result.Errors.Select(e => $"{e.Column}: {e.English}")));
    }
}
