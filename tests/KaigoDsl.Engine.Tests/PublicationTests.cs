using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Engine.Tests;

/// <summary>Statistics by group and the published table, on six municipalities that can be added up by hand.</summary>
public sealed class PublicationTests
{
    private static readonly FrameworkPlan s_plan = Compile("""
        対象 都道府県 { 鍵 都道府県名 }
        対象 市町村 { 鍵 団体コード  名称 団体名  都道府県 : 対象 都道府県  第1号被保険者数 : 人  過疎地域 : 真偽 }
        評価体系 令和7年度 市町村 10点 {
          出典 「評価指標」
          交付金 甲 10点 {
            指標 1 4点 {
              時点 2024年度
              項目 ア 2点
              項目 イ 2点 前提 ア
            }
            指標 2 6点 {
              仮定 「分母は第1号被保険者数」
              入力 研修 : 人
              順位 研修 ÷ 第1号被保険者数, 高い順
              項目 ア 3点 上位5割
              項目 イ 3点 研修 > 5人
            }
          }
        }
        """);

    // 10, 8, 0, 3, 10, 4 points. B and E have the same share, so three of the four ranked are within the best half.
    private static readonly Evaluation s_evaluation = FrameworkEvaluator.Evaluate(s_plan, TestTable.Create(
        s_plan,
        "団体コード|都道府県|第1号被保険者数|過疎地域|甲.1.ア|甲.1.イ|研修|甲.2.ア|甲.2.イ",
        "A|東県|2999|○|○|○|30||",
        "B|東県|3000|○|○|×|6||",
        "C|西県|9999|×|×|○|4||",
        "D|西県|10000|×||||○|×",
        "E|西県|100000|×|○|○|200||",
        "F||||○|○|5||"));

    private static readonly FrameworkStatistics s_statistics = FrameworkStatistics.Create(s_evaluation);

    [Fact]
    public void The_scores_are_those_added_up_by_hand()
    {
        Assert.Equal([10, 8, 0, 3, 10, 4], s_evaluation.Scores(string.Empty));
        Assert.Equal([1, 3, 6, 5, 1, 4], s_statistics.Ranks(0).ToArray());
    }

    [Fact]
    public void Prefectures_have_means_ranks_of_means_and_their_best()
    {
        var groups = s_statistics.ByGroup(s_statistics.ReferenceColumns[0]);
        Assert.Equal("東県 9.00 西県 4.33  4.00", string.Join(' ', groups.Select(g => $"{g.Group} {g.Nodes[0].MeanText(2)}")));
        Assert.Equal([1, 2, 0], FrameworkStatistics.RanksOfMeans(groups, 0).ToArray());
        Assert.Equal([[0], [4], [5]], groups.Select(g => s_statistics.Top(0, g.Rows).ToArray()));
        Assert.Equal([0, 4], s_statistics.Top(0, [0, 1, 2, 3, 4, 5]).ToArray());
    }

    /// <summary>2,999 and 3,000, 9,999 and 10,000 are on different sides of a bound; the empty class 4 is left out, the municipality without a number comes last.</summary>
    [Fact]
    public void Size_classes_begin_at_their_bounds()
    {
        var groups = s_statistics.BySize();
        Assert.Equal(
            ["1 3千人未満", "2 3千人以上1万人未満", "3 1万人以上5万人未満", "5 10万人以上", null],
            groups.Select(g => g.Group));
        Assert.Equal([[0], [1, 2], [3], [4], [5]], groups.Select(g => g.Rows.ToArray()));
        Assert.Equal(["10", "4", "3", "10", "4"], groups.Select(g => g.Nodes[0].Scores.Mean.ToString()));
        Assert.Equal([1, 3, 4, 1, 0], FrameworkStatistics.RanksOfMeans(groups, 0).ToArray());
    }

    [Fact]
    public void Rows_can_be_grouped_by_a_truth_value_too()
    {
        var groups = s_statistics.ByGroup(Column("過疎地域"));
        Assert.Equal(["過疎地域 ○", "過疎地域 ×", null], groups.Select(g => g.Group));
        Assert.Equal([[0, 1], [2, 3, 4], [5]], groups.Select(g => g.Rows.ToArray()));
        Assert.Throws<ArgumentException>(() => s_statistics.ByGroup(Column("第1号被保険者数")));
    }

    [Fact]
    public void Ranks_within_a_group_have_their_own_base() => Assert.Equal(
        [(1, 2), (2, 2), (3, 3), (2, 3), (1, 3), (0, 0)],
        s_statistics.RanksWithin(RowGroups.ByValue(s_evaluation.Table, s_plan.Columns[Column("都道府県")]), 0).ToArray());

    [Fact]
    public void The_distribution_counts_by_point()
    {
        var distribution = s_statistics.Distribution(0, [0, 1, 2, 3, 4, 5]);
        Assert.Equal(1, distribution.Width);
        Assert.Equal([1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 2], distribution.Bins.Select(b => b.Count));
        Assert.Equal([6, 5, 5, 5, 4, 3, 3, 3, 3, 2, 2], distribution.Bins.Select(b => b.AtLeast));
    }

    [Fact]
    public void Every_cell_of_the_published_table_says_where_it_comes_from()
    {
        var table = ItemTable.Create(s_evaluation);
        var lines = table.Rows.Select(row => string.Join(' ',
        [
            $"{row.Entry.Path}|{row.Period}|{row.Source}|{row.AssumptionCount}|{row.Condition}|",
            .. Enumerable.Range(0, 6).Select(entity => $"{table.Points(row, entity)}{Letter(table.Origin(row, entity))}"),
        ]));
        Assert.Equal(
            """
            甲.1.ア|2024年度|評価指標|0|Answer| 2a 2a 0a 0- 2a 2a
            甲.1.イ|2024年度|評価指標|0|Answer| 2a 0a 0a 0- 2a 2a
            甲.2.ア||評価指標|1|Tier| 3c 3c 0c 3o 3c 0?
            甲.2.イ||評価指標|1|Expression| 3c 3c 0c 0o 3c 0c
            """,
            string.Join('\n', lines));
    }

    private static char Letter(CellOrigin origin) => origin switch
    {
        CellOrigin.Answered => 'a',
        CellOrigin.NotReported => '-',
        CellOrigin.Computed => 'c',
        CellOrigin.MissingValue => '?',
        CellOrigin.Overridden => 'o',
        _ => 'p',
    };

    private static int Column(string name) => s_plan.Columns.Single(c => c.Name == name).Index;

    private static FrameworkPlan Compile(string text)
    {
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "試.kaigo"))]);
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics));
        return Assert.IsType<ProgramPlan>(compilation.Plan).Frameworks.Single();
    }
}
