using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Tests.Syntax;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("4点", "4", "1", "点")]
    [InlineData("４点", "4", "1", "点")]
    [InlineData("7_220_000千円", "7220000000", "1000", "円")]
    [InlineData("902_500千円", "902500000", "1000", "円")]
    [InlineData("2億円", "200000000", "100000000", "円")]
    [InlineData("12百万円", "12000000", "1000000", "円")]
    [InlineData("3千人", "3000", "1000", "人")]
    [InlineData("7_220_000thousand_yen", "7220000000", "1000", "yen")]
    [InlineData("49.5点", "99/2", "1/10", "点")]
    [InlineData("49.50点", "99/2", "1/100", "点")]
    [InlineData("1.5万人", "15000", "1000", "人")]
    [InlineData("35%", "35", "1", "%")]
    [InlineData("３５％", "35", "1", "%")]
    [InlineData("7割", "7", "1", "割")]
    [InlineData("1_741", "1741", "1", "")]
    [InlineData("2024年度", "2024", "1", "年度")]
    [InlineData("10の2", "10", "1", "の2")]
    public void 数は目盛りを掛けて読む(string text, string value, string resolution, string unit)
    {
        var literal = NumberLiteral.Parse(text);
        Assert.True(literal.IsValid);
        Assert.Equal(value, literal.Value.ToString());
        Assert.Equal(resolution, literal.Resolution.ToString());
        Assert.Equal(unit, literal.Unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("点")]
    [InlineData("1__0")]
    [InlineData("1_")]
    [InlineData("1.")]
    [InlineData("1.2.3")]
    [InlineData("-1")]
    public void 数でないものは数でないと言う(string text) => Assert.False(NumberLiteral.Parse(text).IsValid);

    [Theory]
    [InlineData("1")]
    [InlineData("1_741団体")]
    [InlineData("1__0")]
    [InlineData("1_")]
    [InlineData("1_点")]
    [InlineData("1.5_0点")]
    [InlineData("１＿７４１")]
    [InlineData("3thousand_yen")]
    [InlineData("10の2_")]
    public void 構文が指摘するのは読めない数だけ(string text)
    {
        var isReported = SyntaxTree.Parse("定数 a = " + text).Diagnostics.Any(d => d.Code == "KGO1011");
        Assert.Equal(!NumberLiteral.Parse(text).IsValid, isReported);
    }

    [Theory]
    [InlineData("円", "円", "1")]
    [InlineData("yen", "円", "1")]
    [InlineData("千円", "円", "1000")]
    [InlineData("thousand_yen", "円", "1000")]
    [InlineData("百万円", "円", "1000000")]
    [InlineData("億円", "円", "100000000")]
    [InlineData("％", "", "1/100")]
    [InlineData("percent", "", "1/100")]
    [InlineData("割", "", "1/10")]
    [InlineData("割合", "", "1")]
    [InlineData("万人", "人", "10000")]
    public void 単位は両言語で引ける(string text, string dimension, string factor)
    {
        var unit = SyntaxFacts.FindUnit(text);
        Assert.NotNull(unit);
        Assert.Equal(dimension, unit.Dimension);
        Assert.Equal(factor, unit.Factor.ToString());
        Assert.Equal(unit, SyntaxFacts.FindUnit(unit.Japanese));
        Assert.Equal(unit, SyntaxFacts.FindUnit(unit.English));
    }

    [Theory]
    [InlineData("床")]
    [InlineData("")]
    [InlineData("千")]
    [InlineData("千%")]
    [InlineData("千千円")]
    public void 知らない単位は引けない(string text) => Assert.Null(SyntaxFacts.FindUnit(text));

    [Theory]
    [InlineData("令和7年度", 2025)]
    [InlineData("令和７年度", 2025)]
    [InlineData("令和元年度", 2019)]
    [InlineData("令和1年度", 2019)]
    [InlineData("平成30年度", 2018)]
    [InlineData("平成31年度", 2019)]
    [InlineData("R7", 2025)]
    [InlineData("H30", 2018)]
    [InlineData("2024年度", 2024)]
    [InlineData("FY2025", 2025)]
    [InlineData("2025", 2025)]
    public void 年度はどの書き方でも同じ年になる(string text, int year)
    {
        Assert.True(FiscalYearLiteral.TryParse(text, out var western));
        Assert.Equal(year, western);
        Assert.True(FiscalYearLiteral.TryParse(FiscalYearLiteral.ToEraText(year), out var era));
        Assert.Equal(year, era);
        Assert.True(FiscalYearLiteral.TryParse(FiscalYearLiteral.ToCode(year), out var code));
        Assert.Equal(year, code);
    }

    [Theory]
    [InlineData("令和7年")]
    [InlineData("令和0年度")]
    [InlineData("平成32年度")]
    [InlineData("平和7年度")]
    [InlineData("R")]
    [InlineData("25")]
    [InlineData("FY7")]
    [InlineData("")]
    [InlineData("99999年度")]
    public void 年度でないものは年度でない(string text) => Assert.False(FiscalYearLiteral.TryParse(text, out _));

    [Fact]
    public void 年度の表示()
    {
        Assert.Equal("令和7年度", FiscalYearLiteral.ToEraText(2025));
        Assert.Equal("令和元年度", FiscalYearLiteral.ToEraText(2019));
        Assert.Equal("平成30年度", FiscalYearLiteral.ToEraText(2018));
        Assert.Equal("R7", FiscalYearLiteral.ToCode(2025));
        Assert.Equal("H30", FiscalYearLiteral.ToCode(2018));
    }

    [Theory]
    [InlineData("「題」", "題")]
    [InlineData("「外「内」外」", "外「内」外")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"「\"", "「")]
    [InlineData("「閉じない", "閉じない")]
    [InlineData("「外「内」", "外「内」")]
    [InlineData("\"閉じない", "閉じない")]
    [InlineData("「」", "")]
    [InlineData("「", "")]
    [InlineData("", "")]
    public void 文字列の中身(string token, string content) => Assert.Equal(content, StringLiteral.Unquote(token));

    [Theory]
    [InlineData("項日", "項目")]
    [InlineData("項目目", "項目")]
    [InlineData("目項", "項目")]
    [InlineData("indicatro", "indicator")]
    [InlineData("INDICATOR", "indicator")]
    [InlineData("推進交付", null)]
    [InlineData("鍵", null)]
    public void 近い名前を一つ挙げる(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["項目", "指標", "系列", "版", "item", "indicator"]));

    [Fact]
    public void 近い名前は候補の順によらない() =>
        Assert.Equal(NearestName.Find("項", ["項a", "項b"]), NearestName.Find("項", ["項b", "項a"]));

    [Theory]
    [InlineData("ＦＹ２０２５", "FY2025")]
    [InlineData("か\u3099は\u309Aウ\u3099ヘ\u3099て\u3099", "がぱヴベで")]
    [InlineData("な\u3099", "な\u3099")]
    public void 字形の違いを吸収する(string text, string folded) => Assert.Equal(folded, CharacterFolding.Fold(text));
}
