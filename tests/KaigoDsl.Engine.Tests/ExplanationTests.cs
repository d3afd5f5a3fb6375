using System.Globalization;
using KaigoDsl.Compiler.Lowering;
using static KaigoDsl.Engine.Tests.Expressions;

namespace KaigoDsl.Engine.Tests;

public sealed class ExplanationTests
{
    private static readonly FrameworkPlan s_plan = PlanBuilder.Build(p =>
    {
        var shared = -1;
        p.Node(
            NodeKind.Grant,
            "推進",
            g =>
            {
                g.Node(
                    NodeKind.Indicator,
                    "1",
                    q =>
                    {
                        var first = q.Item("ア", 4);
                        q.Item("イ", 4, null, first);
                        q.Item("ウ", 2, Binary(q.Input("割合の値", "%", "1/100", "割合の定義は公表されていない"), "≥", q.Constant("目標割合", "1/2")));
                    },
                    period: "2024年度 予定を含む",
                    assumption: "文言未確認");
                g.Node(NodeKind.Indicator, "2", q =>
                {
                    var x = q.Input("件数", "件");
                    var some = Binary(x, ">", Number("0"));
                    var ranking = q.Ranking(Binary(x, "÷", q.Input("人数", "千人", "1000")), population: some);
                    q.Tier("ア", 3, ranking, "1/2");
                });
                shared = g.Shared("成果", s => s.Node(
                    NodeKind.Indicator,
                    "1",
                    q =>
                    {
                        q.Node(NodeKind.Series, "ア", t => t.Item("①", 5));
                        q.Node(NodeKind.Series, "イ", t => t.Item("①", 5));
                    },
                    ScoreRule.Best));
                g.Reference(NodeKind.Goal, "Ⅳ", shared);
            },
            assumption: "親の仮定");
        p.Node(NodeKind.Grant, "支援", g => g.Reference(NodeKind.Goal, "Ⅳ", shared));
    });

    private static readonly Evaluation s_evaluation = FrameworkEvaluator.Evaluate(s_plan, TestTable.Create(
        s_plan,
        "団体コード|推進.1.ア|推進.1.イ|割合の値|推進.1.ウ|件数|人数|推進.2.ア|成果.1.ア.①|成果.1.イ.①",
        "a|○|○|49.5||3|2||○|○",
        "b|未実施|○|50||1|1|該当|×|○",
        "c||×|||0|1|||",
        "d|×|||○|2|3|未報告|未報告|未実施",
        "e|×|||×|2|||未報告|未実施"));

    [Fact]
    public void The_first_row_in_full()
    {
        const string Expected = """
            全体 21/23
            推進 16/18 仮定[親の仮定]
            推進.1 8/10 時点[2024年度 予定を含む] 仮定[文言未確認] 上の仮定[親の仮定]
            推進.1.ア 4/4 上の仮定[親の仮定|文言未確認] 回答 → 該当
            推進.1.イ 4/4 上の仮定[親の仮定|文言未確認] 回答 → 該当 前提[推進.1.ア True]
            推進.1.ウ 0/2 仮定[割合の定義は公表されていない|目標割合の値は公表されていない] 上の仮定[親の仮定|文言未確認] 割合の値 ≥ 目標割合 → 条件不成立 値[割合の値=99/2%]
            推進.2 3/3 上の仮定[親の仮定] 順位[3/2000=0.00150 N=3 1位 母集団 件数 > 0件 値[件数=3件 人数=2千人]]
            推進.2.ア 3/3 上の仮定[親の仮定] 順位[3/2000=0.00150 N=3 1位 母集団 件数 > 0件 値[件数=3件 人数=2千人]] 上位5割 k=1 境3/2000 該当1団体 → 該当
            推進.Ⅳ 5/5 上の仮定[親の仮定]
            推進.Ⅳ.1 5/5 採用ア
            推進.Ⅳ.1.ア 5/5
            推進.Ⅳ.1.ア.① 5/5 回答 → 該当
            推進.Ⅳ.1.イ 0/5 不採用
            推進.Ⅳ.1.イ.① 0/5 不採用 回答 → 他系列を採用
            支援 5/5
            支援.Ⅳ 5/5
            支援.Ⅳ.1 5/5 採用ア
            支援.Ⅳ.1.ア 5/5
            支援.Ⅳ.1.ア.① 5/5 回答 → 該当
            支援.Ⅳ.1.イ 0/5 不採用
            支援.Ⅳ.1.イ.① 0/5 不採用 回答 → 他系列を採用
            """;
        Assert.Equal(Expected, string.Join('\n', Explanation.Create(s_evaluation, 0, 0).SelfAndBelow().Select(Line)));
    }

    [Theory]
    [InlineData(1, "推進.1.ア", ReasonCode.NotImplemented, false)]
    [InlineData(1, "推進.1.イ", ReasonCode.PrerequisiteNotMet, false)]
    [InlineData(1, "推進.1.ウ", ReasonCode.Met, false)]
    [InlineData(1, "推進.2.ア", ReasonCode.Met, true)]
    [InlineData(2, "推進.1.ア", ReasonCode.NotReported, false)]
    [InlineData(2, "推進.1.イ", ReasonCode.NotMet, false)]
    [InlineData(2, "推進.1.ウ", ReasonCode.MissingValue, false)]
    [InlineData(2, "推進.2.ア", ReasonCode.OutsidePopulation, false)]
    [InlineData(3, "推進.1.ウ", ReasonCode.Met, true)]
    [InlineData(3, "推進.2.ア", ReasonCode.OutsideTier, false)]
    [InlineData(3, "成果.1.ア.①", ReasonCode.NotReported, false)]
    [InlineData(4, "推進.1.ウ", ReasonCode.NotMet, true)]
    [InlineData(4, "推進.2.ア", ReasonCode.MissingValue, false)]
    [InlineData(4, "推進.Ⅳ.1.イ.①", ReasonCode.NotImplemented, false)]
    public void Every_no_has_its_reason(int row, string path, ReasonCode reason, bool overridden)
    {
        var item = Explanation.Create(s_evaluation, row, PlanTree.Find(s_plan, path)).Item;
        Assert.NotNull(item);
        Assert.Equal((reason, overridden), (item.Reason, item.IsOverridden));
    }

    [Fact]
    public void The_points_explained_are_the_points_scored()
    {
        for (var row = 0; row < s_evaluation.Table.Count; row++)
        {
            foreach (var explanation in Explanation.Create(s_evaluation, row, 0).SelfAndBelow())
            {
                Assert.Equal(s_evaluation.Score(explanation.Node.Index)[row], explanation.Points);
                Assert.True(explanation.Item is null || explanation.Points == (explanation.Item.Reason == ReasonCode.Met ? explanation.FullMark : 0));
            }
        }
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages()
    {
        var texts = Enum.GetValues<ReasonCode>().SelectMany(reason => new[] { ReasonTexts.Name(reason), ReasonTexts.Sentence(reason) }).ToArray();
        Assert.All(texts, text => Assert.True(text.Japanese.Length > 0 && text.English.All(char.IsAscii)));
        Assert.Equal(texts.Length, texts.Select(text => text.Japanese).Distinct().Count());
    }

    [Fact]
    public void Conditions_are_written_in_both_spellings_with_the_brackets_they_need()
    {
        var plan = PlanBuilder.Build(p =>
        {
            var (x, y) = (p.Input("甲", "%", "1/100"), p.Input("乙"));
            var sum = Binary(x, "+", y);
            p.Item("ア", 1, Not(Binary(Binary(x, "≥", Number("1/2")), "または", new ItemExpression(0))), 0);
            p.Item("イ", 1, Binary(Binary(sum, "×", Binary(x, "-", sum)), "<", If(Binary(x, "=", y), Number("1/3"), Call(IntrinsicFunction.Minimum, x, y))));
            p.Item("ウ", 1, Binary(Binary(new ScoreExpression(0), ">", new ScoreExpression(1)), "かつ", new TruthExpression(true)));
        });
        var state = FrameworkEvaluator.Evaluate(plan with { Steps = KaigoDsl.Compiler.Text.EquatableArray<StepPlan>.Empty }, TestTable.Create(plan, "団体コード"));
        var (japanese, english) = (new ExpressionPrinter(state, Compiler.Diagnostics.MessageLanguage.Japanese), new ExpressionPrinter(state, Compiler.Diagnostics.MessageLanguage.English));
        var expressions = plan.Items.Select(item => item.Expression!).ToArray();
        Assert.Equal(
            [
                "否 (甲 ≥ 50% または ア)",
                "(甲 + 乙) × (甲 - (甲 + 乙)) < (甲 = 乙 ならば 1/3 でなければ 最小(甲, 乙))",
                "得点 > ア.得点 かつ 真",
            ],
            expressions.Select(japanese.Print));
        Assert.Equal(
            [
                "not (甲 ≥ 50% or ア)",
                "(甲 + 乙) × (甲 - (甲 + 乙)) < (甲 = 乙 then 1/3 otherwise minimum(甲, 乙))",
                "score > ア.score and true",
            ],
            expressions.Select(english.Print));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("推進.2.ア", 6)]
    [InlineData("成果.1.ア.①", 12)]
    [InlineData("推進.Ⅳ.1.ア.①", 12)]
    [InlineData("支援.Ⅳ.1.ア.①", 12)]
    [InlineData("推進.3", -1)]
    [InlineData("1", -1)]
    public void Nodes_are_found_under_each_of_their_paths(string path, int expected)
    {
        var node = PlanTree.Find(s_plan, path);
        Assert.Equal(expected < 0, node < 0);
        Assert.True(node < 0 || path.EndsWith(s_plan.Nodes[node].Label, StringComparison.Ordinal));
        Assert.True(expected != 12 || s_plan.Nodes[node].Path == "成果.1.ア.①");
    }

    private static string Line(Explanation explanation)
    {
        var parts = new List<string?>
        {
            explanation.Path.Length == 0 ? "全体" : explanation.Path,
            string.Create(CultureInfo.InvariantCulture, $"{explanation.Points}/{explanation.FullMark}"),
            explanation.IsBooked ? null : "不採用",
            explanation.ChosenSeries is null ? null : "採用" + explanation.ChosenSeries,
            explanation.Period is null ? null : $"時点[{explanation.Period}]",
            explanation.Assumptions.IsEmpty ? null : $"仮定[{string.Join('|', explanation.Assumptions)}]",
            explanation.InheritedAssumptions.IsEmpty ? null : $"上の仮定[{string.Join('|', explanation.InheritedAssumptions)}]",
        };
        if (explanation.Ranking is { } ranking)
        {
            parts.Add($"順位[{ranking.Value}={ranking.Value.ToDecimalString(5)} N={ranking.N} {ranking.Standing}位 母集団 {ranking.Population?.Japanese} {Inputs(ranking.Inputs)}]");
        }

        if (explanation.Item is { } item)
        {
            parts.Add(item.Condition.Japanese);
            parts.Add(item.Tier is { } tier ? $"k={tier.K} 境{tier.CutOff} 該当{tier.HitCount}団体" : null);
            parts.Add("→ " + ReasonTexts.Name(item.Reason).Japanese);
            parts.Add(item.Inputs.IsEmpty ? null : Inputs(item.Inputs));
            parts.Add(item.Prerequisites.IsEmpty ? null : $"前提[{string.Join('|', item.Prerequisites.Select(p => $"{p.Path} {p.Met}"))}]");
        }

        return string.Join(' ', parts.Where(part => part is not null));
    }

    private static string Inputs(IEnumerable<InputExplanation> inputs) => $"値[{string.Join(' ', inputs.Select(input => $"{input.Name}={input.Text}{input.Unit}"))}]";
}
