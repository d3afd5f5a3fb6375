using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine.Tests;

/// <summary>管内 aggregates from their text to their value.</summary>
public sealed class AggregateExpressionTests
{
    // 北県: x 4, 6, blank and y 2, 3, 5; 南県: x 9, y 0.
    private const string Municipalities = """
        種別 規模 { 大 小 }
        定数 境目 = 5人
        対象 市町村 { 鍵 団体コード  県 : 対象 都道府県  x : 人  y : 人  規模 : 規模  過疎 : 真偽 }
        対象 都道府県 { 鍵 都道府県名 }
        評価体系 令和7年度 市町村 4点 { 指標 1 「見本」 4点 { 項目 ア 4点 x ≥ 6人 かつ y ≥ 0人 } }

        """;

    [Theory]
    [InlineData("管内.市町村.x の合計", "10", "9")]
    [InlineData("(管内.市町村.x) の合計", "10", "9")]
    [InlineData("管内.市町村.得点 の平均", "4/3", "4")]
    [InlineData("(管内.市町村.x ÷ 管内.市町村.y) の最大", "2", "")]
    [InlineData("(管内.市町村.x - 管内.市町村.y) の中央値", "5/2", "9")]
    [InlineData("(管内.市町村.x < 境目) の件数", "1", "0")]
    [InlineData("(管内.市町村.x < 境目) の割合", "1/2", "0")]
    [InlineData("(管内.市町村.x < 境目 または 管内.市町村.y ≥ 境目) の割合", "2/3", "0")]
    [InlineData("(管内.市町村.規模 = 大) の割合", "1/3", "1")]
    [InlineData("管内.市町村.規模 の件数", "3", "1")]
    [InlineData("管内.市町村 の件数", "3", "1")]
    [InlineData("(否 管内.市町村.過疎) の件数", "1", "1")]
    [InlineData("管内.市町村.1.ア の割合", "1/2", "1")]
    [InlineData("(管内.市町村.1.ア ならば 管内.市町村.x でなければ 管内.市町村.y) の合計", "8", "9")]
    [InlineData("最大((管内.市町村.x × 2) の最小, 管内.市町村.y の合計)", "10", "18")]
    [InlineData("(members.市町村.x / members.市町村.y) as_maximum", "2", "")]
    public void What_stands_before_the_function_is_worked_out_for_each_member(string measure, string north, string south)
    {
        var program = Specifications.CompileText(Municipalities + $$"""
            評価体系 令和7年度 都道府県 2点 { 指標 1 「集計」 2点 { 順位 {{measure}}, 高い順  項目 ア 2点 上位5割 } }
            """);
        var evaluation = Evaluate(program);
        Assert.Equal([north, south], evaluation.MeasureValues(0).ToArray().Select(value => value.ToString()));
    }

    [Fact]
    public void A_constant_inside_is_the_one_that_the_aggregating_framework_overrides()
    {
        var program = Specifications.CompileText(Municipalities + """
            評価体系 令和7年度 都道府県 2点 { 指標 1 「集計」 2点 { 順位 (管内.市町村.x < 境目) の件数, 高い順  項目 ア 2点 上位5割 } }
            """);
        Assert.Empty(program.Frameworks[0].Constants);
        Assert.Equal("境目", Assert.Single(program.Frameworks[1].Constants).Name);
        var evaluation = Evaluate(program, ConstantOverrides.None.With("境目", 7));
        Assert.Equal(["2", "0"], evaluation.MeasureValues(0).ToArray().Select(value => value.ToString()));
    }

    [Fact]
    public void A_condition_is_explained_in_the_words_of_the_spec()
    {
        const string Condition = "(管内.市町村.x < 境目 かつ 管内.市町村.1.ア) の割合 + 管内.市町村.x の件数 ÷ 管内.市町村 の件数 ≥ (管内.市町村.得点 ÷ 4点) の平均";
        var program = Specifications.CompileText(Municipalities + $$"""
            評価体系 令和7年度 都道府県 2点 { 指標 1 「集計」 2点 { 項目 ア 2点 {{Condition.Replace("4点", "点の単位", StringComparison.Ordinal)}} } }
            定数 点の単位 = 1点
            """);
        var item = Explanation.Create(Evaluate(program), 0, PlanTree.Find(program.Frameworks[1], "1.ア")).Item!;
        Assert.Equal(Condition.Replace("4点", "点の単位", StringComparison.Ordinal), item.Condition.Japanese);
    }

    [Theory]
    [InlineData("管内.市町村.x", "KGO2023")]
    [InlineData("(管内.市町村.x ÷ y) の平均", "KGO2023")]
    [InlineData("(管内.市町村.x ÷ 得点) の平均", "KGO2023")]
    [InlineData("(管内.市町村.x ÷ 管内.市町村.z) の平均", "KGO2004")]
    [InlineData("(管内.市町村.x ÷ 管内.国.x) の平均", "KGO2023")]
    [InlineData("(管内.市町村.x の平均) の平均", "KGO2023")]
    [InlineData("(管内.市町村.x - 境目 の平均) の平均", "KGO2023")]
    [InlineData("(1 + 2) の平均", "KGO2023")]
    [InlineData("(管内.市町村.x + 1) の平均", "KGO2015")]
    [InlineData("(管内.市町村.x > 1人) の平均", "KGO2016")]
    [InlineData("(管内.市町村.x) の標準偏差", "KGO2023")]
    [InlineData("(管内.市町村) の件数", "KGO2023")]
    public void What_cannot_be_aggregated_is_one_error(string measure, string code)
    {
        var compilation = Specifications.Create(Municipalities + $$"""
            評価体系 令和7年度 都道府県 2点 { 指標 1 「集計」 2点 { 順位 {{measure}}, 高い順  項目 ア 2点 上位5割 } }
            """);
        Assert.Equal(code, Assert.Single(compilation.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Code);
    }

    private static Evaluation Evaluate(Compiler.Lowering.ProgramPlan program, ConstantOverrides? overrides = null)
    {
        var municipalities = TestTable.Create(
            program.Frameworks[0],
            "団体コード|県|x|y|規模|過疎",
            "a|北県|4|2|大|真", "b|北県|6|3|小|偽", "c|北県||5|小|", "d|南県|9|0|大|偽", "e|東県|1|1|大|偽", "f||2|2|大|偽");
        var prefectures = TestTable.Create(program.Frameworks[1], "都道府県名", "北県", "南県");
        return ProgramEvaluator.Evaluate(
            program, new Dictionary<string, EntityTable> { ["市町村"] = municipalities, ["都道府県"] = prefectures }, overrides).Frameworks[1]!;
    }
}
