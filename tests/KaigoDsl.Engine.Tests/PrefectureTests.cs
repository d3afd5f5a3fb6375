using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine.Tests;

/// <summary>The R7 framework of the prefectures over municipalities scored before them.</summary>
public sealed class PrefectureTests
{
    private static readonly ProgramPlan s_program = Specifications.Compile("r7");

    private static FrameworkPlan Municipality => s_program.Frameworks.Single(plan => plan.Entity == "市町村");

    private static FrameworkPlan Prefecture => s_program.Frameworks.Single(plan => plan.Entity == "都道府県");

    [Fact]
    public void Municipalities_come_first() => Assert.Equal(["市町村", "都道府県"], s_program.Frameworks.Select(plan => plan.Entity));

    /// <summary>
    /// Worked out by hand. N = 6: ⌊qN⌋ = 4, 3, 1, 0. Reported answers: a1 16 + 6, a2 4, b1 8, b3 12 + 2 (its ③ lacks its prerequisite ②).
    /// 認定率 in both grants: c1 30, a1 20, b1 20, b3 10. ケアプラン (N = 5: 3, 2, 1, 0): b2 12, c1 8, a2 4.
    /// Without 今年度の評価得点: a1 42, c1 38, b1 28, b3 24, b2 12, a2 8; so a1 + 9, c1 + 6, b1 + 6, b3 + 3.
    /// </summary>
    [Fact]
    public void The_municipalities_of_the_example_score_as_worked_out() =>
        Assert.Equal([51, 8, 34, 12, 27, 44], Evaluate().Frameworks[0]!.Score(0).Values.ToArray());

    [Theory]
    [InlineData("推進.Ⅰ.活動.1", "19/40", "1/72", "-3/25", 4, 2, 0)]      // 59/2 ÷ 20, 73/3 ÷ 24, 44 ÷ 50
    [InlineData("推進.Ⅰ.活動.2", "59/2", "73/3", "44", 2, 0, 4)]
    [InlineData("推進.Ⅰ.活動.3", "100000", "200000", "0", 2, 0, 4)]       // 円 a head; b3 has no 給付費
    [InlineData("推進.Ⅰ.活動.4", "3/100", "1/25", "0", 2, 0, 4)]
    [InlineData("推進.Ⅰ.活動.5", "", "", "", 0, 0, 0)]
    [InlineData("推進.Ⅱ.活動.1", "1/5", "1/2", "1/2", 0, 6, 6)]           // 福岡 and 沖縄 are equal, so both reach 上位5割
    [InlineData("推進.Ⅱ.活動.2", "", "", "", 0, 0, 0)]                    // nothing known has no sum
    [InlineData("推進.Ⅱ.活動.3", "1/2", "0", "", 6, 0, 0)]                // N = 2: ⌊qN⌋ = 1, 1, 0, 0
    [InlineData("支援.Ⅰ.活動.9", "0", "0", "0", 2, 2, 2)]                 // all equal
    [InlineData("支援.Ⅱ.活動.3", "1/2", "1", "0", 2, 4, 0)]
    public void Measures_and_points_are_as_worked_out(string path, string a, string b, string c, params int[] points)
    {
        var prefectures = Evaluate().Frameworks[1]!;
        var node = Prefecture.Nodes[PlanTree.Find(Prefecture, path)];
        Assert.Equal([a, b, c], prefectures.MeasureValues(node.Ranking).ToArray().Select(value => value.ToString()));
        Assert.Equal(points, prefectures.Score(node.Index).Values.ToArray());
    }

    [Fact]
    public void Totals_are_known_where_all_points_are()
    {
        var prefectures = Evaluate().Frameworks[1]!;

        // 推進: 6 + 10, 64 + 6, 70, 0; 支援: 45 + 4, 60 + 2, 66, 0.
        Assert.Equal([333, ScoreColumn.Unknown, ScoreColumn.Unknown], prefectures.Score(0).Values.ToArray());
        Assert.Equal([16, 8, 12], prefectures.Scores("推進.Ⅰ"));
        Assert.Equal([70, ScoreColumn.Unknown, ScoreColumn.Unknown], prefectures.Scores("推進.Ⅲ.体制"));

        // 10 + 6 + 4 + 2; 2 + 6 + 4 + 4; 12 + 6 + 4 + 0.
        Assert.Equal([22, 16, 22], prefectures.Scores("活動計"));
    }

    /// <summary>
    /// 47 prefectures without ties: 32 + 23 + 14 + 4 = 73 are in a tier of each series, whoever they are. So the means of the groups whose
    /// measures have no ties do not depend on the data and must be the published ones. This is what shows that k is rounded down.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_nation_without_ties_has_the_published_means_of_its_activity_groups(int seed)
    {
        var random = new Random(seed);
        var municipalities = Fill(Municipality, 235, random, column => column.Entity == "都道府県" ? row => new CellValue { Text = $"県{row % 47}" } : null);
        var prefectures = Fill(Prefecture, 47, random, column => column.Kind == Compiler.Lowering.ColumnKind.Key ? row => new CellValue { Text = $"県{row}" } : null);
        var result = ProgramEvaluator.Evaluate(s_program, new Dictionary<string, EntityTable> { ["市町村"] = municipalities, ["都道府県"] = prefectures });

        var compared = PublishedCheck.Run(s_program, 1, result.Frameworks[1]!);
        var figures = compared
            .Where(figure => figure.Node.Path is "支援.Ⅱ.活動" or "支援.Ⅲ.活動" && figure.Value.Statistic is StatisticKind.Mean or StatisticKind.Rate)
            .ToArray();
        Assert.Equal(8, figures.Length); // two groups, two figures, two editions
        Assert.All(figures, figure => Assert.Equal(PublishedOutcome.Agrees, figure.Outcome));

        // The blank points leave the totals unknown, but there are 47 prefectures.
        Assert.All(compared, figure => Assert.True(figure.Value.Statistic != StatisticKind.EntityCount || figure.Outcome == PublishedOutcome.Agrees));
        Assert.All(compared, figure => Assert.True(figure.Node.Index != 0 || figure.Value.Statistic == StatisticKind.EntityCount || figure.Computed.IsMissing));
    }

    private static ProgramEvaluation Evaluate()
    {
        var municipalities = TestTable.Create(
            Municipality,
            "団体コード|都道府県|第1号被保険者数|給付費_今年|認定率_今年|ケアプラン点検件数|ケアプラン作成件数"
            + "|推進.Ⅰ.体制.1.ア|推進.Ⅰ.体制.1.イ|推進.Ⅰ.体制.1.ウ|推進.Ⅰ.体制.1.エ|推進.Ⅱ.体制.2.イ.①|推進.Ⅱ.体制.2.イ.②|推進.Ⅱ.体制.2.イ.③",
            "a1|長野県|1000|300000|15|10|100|○|○|○|○|○|○|○",
            "a2|長野県|3000|1200000|18|30|100|○|×|×|×|×|×|×",
            "b1|福岡県|2000|500000|16|0|50|○|○|×|×|未実施|未実施|未実施",
            "b2|福岡県|2000|900000|20|50|50|×|×|×|×|||",
            "b3|福岡県|2000||17|||○|○|○|×|○|×|○",
            "c1|沖縄県|5000|1500000|14|25|50|×|×|×|×|||");
        var prefectures = TestTable.Create(
            Prefecture,
            "都道府県名|管内平均得点_前年度|チームオレンジ設置市町村数|推進.Ⅰ.体制.1.ア|推進.Ⅱ.体制.1|推進.Ⅲ.体制.1|推進.Ⅲ.体制.2|推進.Ⅲ.体制.3|推進.Ⅲ.体制.4"
            + "|支援.Ⅰ.体制.1|支援.Ⅰ.体制.2|支援.Ⅰ.体制.3|支援.Ⅰ.体制.4|支援.Ⅰ.体制.5|支援.Ⅱ.体制.1|支援.Ⅱ.体制.2|支援.Ⅱ.体制.3|支援.Ⅲ.体制.1",
            "長野県|20|1|○|64|20|20|20|10|9|9|9|9|9|20|20|20|66",
            "福岡県|24|3|○|||20|||||||||||",
            "沖縄県|50|0|×|50|||||||||||||");
        return ProgramEvaluator.Evaluate(
            s_program, new Dictionary<string, EntityTable> { ["市町村"] = municipalities, ["都道府県"] = prefectures });
    }

    /// <summary>A full table whose quantities hardly ever meet.</summary>
    private static EntityTable Fill(FrameworkPlan plan, int count, Random random, Func<ColumnPlan, Func<int, CellValue>?> special)
    {
        var schema = PlanSchema.ToTableSchema(plan);
        var columns = plan.Columns.Select(column =>
        {
            var builder = new ColumnBuilder(schema.Columns[column.Index].Type);
            var own = special(column);
            for (var row = 0; row < count; row++)
            {
                builder.Add(own is not null ? own(row) : column.Type switch
                {
                    Compiler.Lowering.ColumnType.Answer => CellValue.Blank,
                    Compiler.Lowering.ColumnType.Truth => new CellValue { Truth = Truth.False },
                    Compiler.Lowering.ColumnType.Text => new CellValue { Text = $"{row:D5}" },
                    _ when column.Kind == Compiler.Lowering.ColumnKind.Points => CellValue.Blank,
                    _ => new CellValue { Quantity = random.Next(1_000_000_000) + 1 },
                });
            }

            return builder.ToColumn();
        });
        return new EntityTable(schema, count, [.. columns]);
    }
}
