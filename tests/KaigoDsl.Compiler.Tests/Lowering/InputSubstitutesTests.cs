using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Tests.Lowering;

/// <summary>Which results make an input unnecessary: those of every item that it can decide, and only when nothing else reads it.</summary>
public sealed class InputSubstitutesTests
{
    private const string Municipalities = """
        対象 都道府県 { 鍵 都道府県名 }
        対象 市町村 { 鍵 団体コード  都道府県 : 対象 都道府県  人口 : 人 }
        評価体系 令和7年度 市町村 6点 {
          入力 甲 : 人  入力 乙 : 人  入力 丙 : 人  入力 丁 : 人
          指標 1 2点 {
            順位 甲 ÷ 人口, 高い順, 母集団 乙 > 0人
            項目 ア 1点 上位5割
            項目 イ 1点 乙 > 0人 かつ ア
          }
          指標 2 2点 {
            項目 ア 1点
            項目 イ 1点 甲 > 10人 前提 ア
          }
          指標 3 2点 高い方 {
            系列 ア 2点 { 順位 丙, 高い順  項目 ① 2点 上位5割 }
            系列 イ 2点 { 順位 丙 - 乙, 高い順  項目 ① 2点 上位3割 }
          }
        }

        """;

    private const string Prefectures = """
        評価体系 令和7年度 都道府県 1点 {
          指標 1 1点 { 順位 管内.市町村.丙 の平均, 高い順  項目 ア 1点 上位5割 }
        }
        """;

    [Theory]
    [InlineData("甲", "1.ア 2.イ")]
    [InlineData("乙", "1.ア 1.イ 3.イ.①")]
    [InlineData("丙", "3.ア.① 3.イ.①")]
    [InlineData("丁", "")]
    [InlineData("人口", "")]
    [InlineData("2.イ", "")]
    public void Of_every_item_that_reads_the_input(string column, string expected) =>
        Assert.Equal(expected, Substitutes(Municipalities, column));

    [Theory]
    [InlineData("乙", false)]
    [InlineData("丙", true)]
    [InlineData("丁", false)]
    public void What_another_framework_aggregates_is_marked(string column, bool expected)
    {
        Assert.Equal(expected, Column(Municipalities + Prefectures, column).Column.IsAggregated);
        Assert.False(Column(Municipalities, column).Column.IsAggregated);
    }

    private static string Substitutes(string text, string name)
    {
        var (plan, column) = Column(text, name);
        return string.Join(' ', column.Substitutes.Select(s => plan.Columns[s].Name));
    }

    private static (FrameworkPlan Plan, ColumnPlan Column) Column(string text, string name)
    {
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "試.kaigo"))]);
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics));
        var plan = Assert.IsType<ProgramPlan>(compilation.Plan).Frameworks.Single(f => f.Entity == "市町村");
        return (plan, plan.Columns.Single(c => c.Name == name));
    }
}
