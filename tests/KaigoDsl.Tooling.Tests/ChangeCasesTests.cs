using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Tests;

/// <summary>One edit of a small specification, and the changes it is: each kind of the catalogue at least once.</summary>
public class ChangeCasesTests
{
    private const string Base = """
        種別 区分 { 新規  継続 }
        定数 目標割合 = 50%
        対象 市町村 「市町村」 {
          鍵 団体コード
          名称 団体名
          都道府県 : 対象 都道府県
          人口 : 人 「住民の数」
          種類 : 区分 「団体の種類」
          過疎 : 真偽
        }
        対象 都道府県 { 鍵 県名 }
        対象 広域 { 鍵 広域名 }

        評価体系 令和7年度 市町村 「評価」 {
          出典 「要綱」
          目標 Ⅰ 「体制を整える」 {
            指標 1 「分析しているか」 {
              時点 2024年度
              仮定 「文言は要旨による」
              項目 ア 4点 「現状を分析している」
              項目 イ 4点 「結果を公表している」 前提 ア
              項目 ウ 2点 人口 ≥ 1_000人 「一定の規模がある」
            }
            指標 2 「研修を行っているか」 最大 9点 {
              入力 修了者数 : 人 「研修の修了者の数」
              順位 修了者数 ÷ 人口, 高い順, 母集団 修了者数 > 0人
              項目 ア 5点 上位5割
              項目 イ 5点 上位3割
            }
            指標 3 「変化はどうか」 高い方 {
              系列 ア 「今年」 { 項目 ① 1点 「要件①」 }
              系列 イ 「前年」 { 項目 ① 1点 「要件②」 }
            }
            指標 4 「割合が目標に達したか」 {
              項目 ア 1点 (過疎 ならば 目標割合 でなければ 30%) ≥ 40%
            }
          }
          目標 Ⅱ 「成果を上げる」 = 成果
          集計 体制計 = Ⅰ.1 + Ⅰ.2
        }
        指標群 成果 「成果」 { 指標 1 「改善したか」 { 項目 ア 1点 「改善した」 } }
        指標群 別成果 「別の成果」 { 指標 1 「住民は健康か」 { 項目 ア 1点 「健康である」 } }
        評価体系 令和7年度 都道府県 { 目標 Ⅰ = 別成果 }
        公表値 令和7年度 市町村 { Ⅰ.1.平均 5.0点 }
        試験 「分析だけ」 { 与える 令和7年度.市町村 { Ⅰ.1.ア 該当 }  期待 Ⅰ.1.ア }
        """;

    /// <summary>What is replaced, by what, and the codes that follow.</summary>
    public static TheoryData<string, string, string> Cases { get; } = new()
    {
        { "評価体系 令和7年度 都道府県 { 目標 Ⅰ = 別成果 }", "評価体系 令和7年度 都道府県 { 目標 Ⅰ = 別成果 }\n評価体系 令和7年度 広域 { 目標 Ⅰ = 成果 }", "D001" },
        { "評価体系 令和7年度 都道府県 { 目標 Ⅰ = 別成果 }", "", "D002" },
        { "項目 イ 4点 「結果を公表している」 前提 ア", "項目 イ 4点 「結果を公表している」 前提 ア\n項目 エ 1点 「広報している」", "D202 D202 D202 D101 D202" },
        { "項目 ウ 2点 人口 ≥ 1_000人 「一定の規模がある」", "", "D202 D202 D202 D102 D202" },
        { "項目 ア 1点 (過疎", "項目 イ 1点 (過疎", "D104" },
        { "項目 ① 1点 「要件①」", "項目 ② 1点 「要件①」", "D104" },
        { "項目 ア 4点 「現状を分析している」", "項目 ア 5点 「現状を分析している」", "D202 D202 D202 D201 D202" },
        { "最大 9点", "最大 8点", "D202 D202 D202 D203 D202" },
        { "「変化はどうか」 高い方 {", "「変化はどうか」 {", "D202 D202 D202 D204" },
        { "系列 ア 「今年」 { 項目 ① 1点 「要件①」 }\n      系列 イ 「前年」 { 項目 ① 1点 「要件②」 }", "系列 イ 「前年」 { 項目 ① 1点 「要件②」 }\n      系列 ア 「今年」 { 項目 ① 1点 「要件①」 }", "D205" },
        { "目標 Ⅱ 「成果を上げる」 = 成果", "目標 Ⅱ 「成果を上げる」 = 別成果", "D206 D102 D101" },
        { "集計 体制計 = Ⅰ.1 + Ⅰ.2", "集計 体制計 = Ⅰ.1", "D202 D207" },
        { "項目 ウ 2点 人口 ≥ 1_000人 「一定の規模がある」", "項目 ウ 2点 「一定の規模がある」", "D301" },
        { "人口 ≥ 1_000人", "人口 ≥ 2_000人", "D302" },
        { "項目 イ 5点 上位3割", "項目 イ 5点 上位2割", "D303" },
        { "前提 ア", "", "D304" },
        { "時点 2024年度", "時点 2024年度 予定を含む", "D305" },
        { "順位 修了者数 ÷ 人口, 高い順", "順位 修了者数, 高い順", "D401" },
        { "人口, 高い順", "人口, 低い順", "D402" },
        { "母集団 修了者数 > 0人", "母集団 修了者数 > 1人", "D403" },
        { "母集団 修了者数 > 0人", "母集団 修了者数 > 0人, 同点 含めない", "D404" },
        { "母集団 修了者数 > 0人", "母集団 修了者数 > 0人, 端数 切り上げ", "D405" },
        { "過疎 : 真偽", "過疎 : 真偽  面積 : 割合", "D501" },
        { "種類 : 区分 「団体の種類」", "分類 : 区分 「団体の種類」", "D503" },
        { "種類 : 区分", "種類 : 文字列", "D504" },
        { "人口 : 人 「住民の数」", "人口 : 千人 「住民の数」", "D505" },
        { "{ 新規  継続 }", "{ 新規  継続  廃止 }", "D506" },
        { "都道府県 : 対象 都道府県", "都道府県 : 対象 広域", "D507" },
        { "定数 目標割合 = 50%", "定数 目標割合 = 60%", "D601" },
        { "過疎 ならば 目標割合", "過疎 ならば 50%", "D603 D302" },
        { "過疎 ならば 目標割合 でなければ 30%", "過疎 ならば 目標割合 でなければ 基準割合", "D602 D302" },
        { "指標 1 「分析しているか」", "指標 1 「分析し、公表しているか」", "D901" },
        { "出典 「要綱」", "出典 「実施要綱」", "D902" },
        { "仮定 「文言は要旨による」", "仮定 「文言は要旨による」 仮定 「時点は前年による」", "D903" },
        { "仮定 「文言は要旨による」", "", "D904" },
        { "仮定 「文言は要旨による」", "仮定 「文言は概要による」", "D905" },
        { "「研修の修了者の数」", "「修了者の数」", "D906" },
        { "項目 ア 4点 「現状を分析している」", "項目 ア 4点 「現状を分析している」 旧 令和6年度.Ⅰ.1.イ", "D907" },
        { "Ⅰ.1.平均 5.0点", "Ⅰ.1.平均 5.1点", "D951" },
        { "期待 Ⅰ.1.ア", "期待 Ⅰ.1.ア かつ 否 Ⅰ.1.イ", "D961" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_edit_is_told_as_what_it_is(string find, string replacement, string codes)
    {
        var before = Specs.Compile(Indented(Base) + "\n定数 基準割合 = 30%");
        var after = Specs.Compile(Replace(Indented(Base), find, replacement) + "\n定数 基準割合 = 30%");

        var changes = SpecDiff.Compare(before, after).Changes;

        Assert.Equal(codes, string.Join(" ", changes.Select(change => change.Kind.Code)));
        Assert.All(changes, change => Assert.False(string.IsNullOrWhiteSpace(change.Text.English) || change.Text.English == change.Text.Japanese));
    }

    [Fact]
    public void Every_kind_is_exercised_by_some_test()
    {
        // Those that need two years, or more than one edit, have tests of their own below.
        string[] elsewhere = ["D103", "D105", "D106", "D107", "D108", "D109", "D406", "D407", "D502"];
        var exercised = Cases.SelectMany(row => ((string)row[2]).Split(' ')).Concat(elsewhere);

        // Those of rules and allocations (D611 to D806) are in RulesCasesTests.
        var here = ChangeKinds.All.Select(kind => kind.Code).Where(code => string.CompareOrdinal(code, "D610") < 0 || string.CompareOrdinal(code, "D900") > 0);
        Assert.Empty(here.Except(exercised));
    }

    [Fact]
    public void What_the_lineage_says_is_believed()
    {
        var codes = Codes(
            "指標 1 「甲」 { 項目 ア 1点 「あ」  項目 イ 1点 「い」  項目 ウ 2点 「う」 }  指標 2 「乙」 { 項目 ア 1点 「え」  項目 イ 3点 「お」 }",
            "指標 1 「甲」 旧 令和6年度.1 { 項目 ア 2点 「あい」 統合 令和6年度.1.ア, 令和6年度.1.イ  項目 イ 1点 「う上」 分割 令和6年度.1.ウ  項目 ウ 1点 「う下」 分割 令和6年度.1.ウ }"
            + " 指標 2 「乙」 旧 令和6年度.9 { 項目 ア 2点 「え前」 統合 令和6年度.2.ア, 令和6年度.2.イ  項目 イ 2点 「え後」 統合 令和6年度.2.ア, 令和6年度.2.イ }");

        Assert.Equal("D105 D106 D109 D108", codes);
    }

    [Fact]
    public void A_node_that_stands_elsewhere_has_moved() => Assert.Equal(
        "D202 D202 D103",
        Codes(
            "目標 Ⅰ { 指標 1 「甲」 { 項目 ア 1点 }  指標 2 「乙を行っているか」 { 項目 ア 1点 } }  目標 Ⅱ { 指標 1 「丙」 { 項目 ア 1点 } }",
            "目標 Ⅰ { 指標 1 「甲」 { 項目 ア 1点 } }  目標 Ⅱ { 指標 1 「丙」 { 項目 ア 1点 }  指標 2 「乙を行っているか」 { 項目 ア 1点 } }"));

    [Fact]
    public void Indicators_that_changed_places_are_followed_by_their_titles()
    {
        var diff = Compare(
            "指標 1 「甲を行っているか」 { 項目 ア 1点 }  指標 2 「乙を行っているか」 { 項目 ア 2点 }",
            "指標 1 「乙を行っているか」 { 項目 ア 2点 }  指標 2 「甲を行っているか」 { 項目 ア 1点 }");

        Assert.Equal(["D104 1：番号・記号の変更  2 → 1", "D104 2：番号・記号の変更  1 → 2"], diff.Changes.Select(c => $"{c.Kind.Code} {c.Text.Japanese}"));
        Assert.Equal(
            [(MatchWay.Title, 95), (MatchWay.Title, 95)],
            diff.Pairs[0].Nodes.Where(m => diff.Pairs[0].New.Nodes[m.New[0]].Kind == NodeKind.Indicator).Select(m => (m.Way, m.Certainty)));
    }

    [Fact]
    public void A_reworded_node_elsewhere_is_found_by_likeness()
    {
        var diff = Compare(
            "入力 x : 件  指標 1 「介護予防の取組を地域で行っているか」 { 順位 x, 高い順  項目 ア 5点 上位5割 }  指標 2 「他のこと」 { 項目 ア 1点 }",
            "入力 x : 件  指標 3 「介護予防の取組を地域で広く行っているか」 { 順位 x, 高い順  項目 ア 5点 上位5割 }  指標 2 「他のこと」 { 項目 ア 1点 }");

        Assert.Equal("D104 D901", string.Join(" ", diff.Changes.Select(c => c.Kind.Code)));
        Assert.InRange(diff.Pairs[0].Nodes.Single(m => m.Way == MatchWay.Likeness).Certainty, 60, 90);
    }

    [Fact]
    public void A_level_and_a_ranking_may_change()
    {
        const string Ranked = "入力 x : 件  指標 1 「甲」 { 順位 x, 高い順  項目 イ 1点 上位5割  項目 ア 1点 }";
        const string Plain = "入力 x : 件  指標 1 「甲」 { 項目 イ 1点 x > 0件  系列 ア { 項目 ① 1点 } }";

        Assert.Equal("D407 D301 D107 D101", Codes(Ranked, Plain));
        Assert.Equal("D406 D301 D107 D102", Codes(Plain, Ranked));
    }

    [Fact]
    public void An_input_that_nobody_asks_for_any_more_is_told() => Assert.Equal(
        "D502 D301",
        Codes("指標 1 { 入力 x : 件  項目 ア 1点 x > 0件 }", "指標 1 { 項目 ア 1点 }"));

    private static string Codes(string before, string after) => string.Join(" ", Compare(before, after).Changes.Select(change => change.Kind.Code));

    private static SpecDiff Compare(string before, string after) => SpecDiff.Compare(
        Specs.Compile($"対象 市町村 {{ 鍵 団体コード }}\n評価体系 令和6年度 市町村 {{ {before} }}"),
        Specs.Compile($"対象 市町村 {{ 鍵 団体コード }}\n評価体系 令和7年度 市町村 {{ {after} }}"));

    private static string Indented(string text) => text.ReplaceLineEndings("\n");

    private static string Replace(string text, string find, string replacement)
    {
        Assert.Contains(find, text, StringComparison.Ordinal);
        var at = text.IndexOf(find, StringComparison.Ordinal);
        return text[..at] + replacement + text[(at + find.Length)..];
    }
}
