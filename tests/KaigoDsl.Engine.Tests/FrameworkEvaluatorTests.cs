using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using static KaigoDsl.Engine.Tests.Expressions;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;
using CountRounding = KaigoDsl.Compiler.Lowering.CountRounding;
using RankDirection = KaigoDsl.Compiler.Lowering.RankDirection;
using TieRule = KaigoDsl.Compiler.Lowering.TieRule;
using TierSide = KaigoDsl.Compiler.Lowering.TierSide;

namespace KaigoDsl.Engine.Tests;

public sealed class FrameworkEvaluatorTests
{
    private const int Unknown = ScoreColumn.Unknown;

    [Fact]
    public void Items_add_up_and_only_met_scores()
    {
        var plan = PlanBuilder.Build(p => p.Node(NodeKind.Indicator, "1", q =>
        {
            q.Item("ア", 4);
            q.Item("イ", 3);
        }));
        var evaluation = Evaluate(plan, "団体コード|1.ア|1.イ", "a|○|○", "b|4|0", "c|未実施|該当", "d||");
        Assert.Equal([7, 4, 3, 0], evaluation.Scores(string.Empty));
        Assert.Equal([4, 4, 0, 0], evaluation.Scores("1.ア"));
        Assert.Equal([Truth.True, Truth.True, Truth.False, Truth.Unknown], Enumerable.Range(0, 4).Select(row => evaluation.ItemTruth(0, row)));
    }

    [Fact]
    public void Tiers_count_from_N_rounded_down_with_ties_included()
    {
        // N = 7, one value missing: k = ⌊4.9⌋, ⌊3.5⌋, ⌊2.1⌋, ⌊0.7⌋. The third and fourth are equal.
        var plan = Tiers((p, x) => p.Ranking(x));
        var evaluation = FrameworkEvaluator.Evaluate(plan, TestTable.OfColumn(plan, "x", "9", "8", "7", "7", "6", "5", "4", ""));
        Assert.Equal(7, evaluation.Ranking(0).N);
        Assert.Equal([4, 3, 2, 0], evaluation.Ranking(0).Tiers.Select(tier => tier.K));
        Assert.Equal([9, 9, 6, 6, 0, 0, 0, 0], evaluation.Scores(string.Empty));
        Assert.Equal([1, 2, 3, 3, 5, 6, 7, 0], evaluation.Ranking(0).Standing.ToArray());
    }

    [Fact]
    public void Lowest_first_other_rounding_and_excluded_ties()
    {
        var plan = Tiers((p, x) => p.Ranking(x, RankDirection.LowestFirst, ties: TieRule.Exclude, rounding: CountRounding.Up));
        var evaluation = FrameworkEvaluator.Evaluate(plan, TestTable.OfColumn(plan, "x", "1", "2", "3", "3", "5", "6", "7"));
        Assert.Equal([5, 4, 3, 1], evaluation.Ranking(0).Tiers.Select(tier => tier.K));

        // k = 3 would cut the pair of 3 in two: neither is in.
        Assert.Equal([12, 9, 6, 6, 3, 0, 0], evaluation.Scores(string.Empty));
    }

    [Fact]
    public void The_worst_end_is_counted_in_the_same_way()
    {
        var plan = PlanBuilder.Build(p =>
        {
            var x = p.Input("x");
            p.Node(NodeKind.Indicator, "1", q => q.Tier("ア", 5, q.Ranking(x), "2/5", TierSide.Bottom));
        });
        var evaluation = FrameworkEvaluator.Evaluate(plan, TestTable.OfColumn(plan, "x", "5", "4", "3", "3", "1"));
        Assert.Equal([0, 0, 5, 5, 5], evaluation.Scores(string.Empty));
    }

    [Fact]
    public void Implementers_are_ranked_among_themselves()
    {
        // PFS: ア is "carried out", the others are tiers of the implementers; with one case each everybody ties (81/81/24/9 in R7).
        var plan = PlanBuilder.Build(p =>
        {
            var x = p.Input("PFS委託事業数", "件");
            p.Node(NodeKind.Indicator, "3", q =>
            {
                var some = Binary(x, ">", Number("0"));
                var ranking = q.Ranking(x, population: some);
                q.Item("ア", 3, some);
                q.Tier("イ", 3, ranking, "1/2");
                q.Tier("ウ", 3, ranking, "3/10");
                q.Tier("エ", 3, ranking, "1/10");
            });
        });
        var values = Enumerable.Range(0, 1741).Select(i => i < 9 ? "3" : i < 24 ? "2" : i < 81 ? "1" : i < 1700 ? "0" : "").ToArray();
        var evaluation = FrameworkEvaluator.Evaluate(plan, TestTable.OfColumn(plan, "PFS委託事業数", values));
        Assert.Equal(81, evaluation.Ranking(0).N);
        Assert.Equal([40, 24, 8], evaluation.Ranking(0).Tiers.Select(tier => tier.K));
        Assert.Equal([81, 81, 24, 9], FrameworkStatistics.Create(evaluation).Nodes.Where(node => node.MetCount is not null).Select(node => node.MetCount ?? -1));
        Assert.Equal((Truth.True, Truth.False, Truth.Unknown), (evaluation.ItemTruth(1, 0), evaluation.ItemTruth(1, 100), evaluation.ItemTruth(1, 1740)));
    }

    [Fact]
    public void The_score_without_this_indicator_is_a_second_pass_over_both_grants()
    {
        // Two grants; the self-referring indicator sits deep in the first and is itself left out of what it ranks.
        var plan = PlanBuilder.Build(p =>
        {
            var shared = -1;
            p.Node(NodeKind.Grant, "推進", g =>
            {
                g.Node(NodeKind.Goal, "Ⅰ", goal =>
                {
                    goal.PointsNode(NodeKind.Group, "体制", 50);
                    goal.Node(NodeKind.Indicator, "自己", q =>
                    {
                        var ranking = q.Ranking(PlanBuilder.ScoreWithoutThis);
                        q.Tier("ア", 3, ranking, "3/4");
                        q.Tier("イ", 3, ranking, "1/2");
                        q.Tier("ウ", 3, ranking, "1/4");
                    });
                });
                shared = g.Shared("成果", s => s.PointsNode(NodeKind.Indicator, "1", 20));
                g.Reference(NodeKind.Goal, "Ⅳ", shared);
            });
            p.Node(NodeKind.Grant, "支援", g => g.Reference(NodeKind.Goal, "Ⅳ", shared));
        });
        var evaluation = Evaluate(plan, "団体コード|推進.Ⅰ.体制|成果.1", "a|40|0", "b|10|14", "c|37|1", "d|20|2");

        // Without the indicator: 40, 38, 39, 24, each outcome point counted twice.
        Assert.Equal([40, 38, 39, 24], evaluation.MeasureValues(0).ToArray().Select(value => (int)value.Numerator));
        Assert.Equal([9, 3, 6, 0], evaluation.Scores("推進.Ⅰ.自己"));
        Assert.Equal([49, 41, 45, 24], evaluation.Scores(string.Empty));
        Assert.Equal([49, 27, 44, 22], evaluation.Scores("推進"));
        Assert.Equal([0, 14, 1, 2], evaluation.Scores("支援"));
        Assert.Equal(evaluation.Scores("推進.Ⅳ.1"), evaluation.Scores("成果.1"));
    }

    [Fact]
    public void The_better_series_is_booked_and_ties_go_to_the_better_standing()
    {
        var plan = Series();
        var evaluation = Evaluate(
            plan,
            "団体コード|x|y",
            "a|9|1", // ア better
            "b|1|9", // イ better
            "c|7|7", // both 5: standings 2/4 and 3/5, ア is ahead
            "d|2|8", // イ: 5 beats 0
            "e||7"); // ア has no value, イ has points
        Assert.Equal([4, 5], new[] { evaluation.Ranking(0).N, evaluation.Ranking(1).N });
        Assert.Equal([10, 10, 5, 5, 5], evaluation.Scores("1"));
        Assert.Equal([10, 0, 5, 0, 0], evaluation.Scores("1.ア"));
        Assert.Equal([0, 10, 0, 5, 5], evaluation.Scores("1.イ"));
        Assert.Equal([0, 0, 0, 0, 0], evaluation.Scores("1.イ").Select((points, row) => points - evaluation.Scores("1.イ.①")[row] - evaluation.Scores("1.イ.②")[row]));

        // The losing item stays met for expressions, and is not booked.
        var lost = PlanTree.Find(plan, "1.イ.①");
        Assert.Equal(Truth.True, evaluation.ItemTruth(plan.Nodes[lost].Item, 2));
        Assert.False(evaluation.IsBooked(lost, 2));
        Assert.Equal(PlanTree.Find(plan, "1.ア"), evaluation.ChosenSeries(PlanTree.Find(plan, "1"), 2));
    }

    [Theory]
    [InlineData("7|7|1", "ア")] // 1/2 against 1/2: the first written
    [InlineData("|7|1", "イ")] // ア has no value, イ has points
    [InlineData("|1|9", "イ")] // both 0 points: a series with a rank is ahead of one without
    [InlineData("||9", "ア")] // neither is ranked: the first written
    public void Ties_between_series(string cells, string booked)
    {
        var plan = Series();
        var parts = cells.Split('|');
        var evaluation = Evaluate(plan, "団体コード|x|y", $"a|{parts[0]}|{parts[1]}", $"b|{parts[2]}|{parts[2]}");
        var chosen = evaluation.ChosenSeries(PlanTree.Find(plan, "1"), 0);
        Assert.Equal(booked, plan.Nodes[chosen].Label);
    }

    [Fact]
    public void An_unknown_series_leaves_the_choice_unknown_and_clears_nothing()
    {
        var plan = PlanBuilder.Build(p => p.Node(
            NodeKind.Indicator,
            "1",
            q =>
            {
                q.PointsNode(NodeKind.Series, "ア", 10);
                q.Node(NodeKind.Series, "イ", s => s.Item("①", 10));
            },
            ScoreRule.Best));
        var evaluation = Evaluate(plan, "団体コード|1.ア|1.イ.①", "a||○", "b|4|○", "c|10|×");
        Assert.Equal([Unknown, 10, 10], evaluation.Scores(string.Empty));
        Assert.Equal([10, 10, 0], evaluation.Scores("1.イ"));
        Assert.Equal([Unknown, 0, 10], evaluation.Scores("1.ア"));
    }

    [Fact]
    public void Unknown_points_make_the_totals_above_unknown_and_zero_is_a_number()
    {
        var plan = PlanBuilder.Build(p =>
        {
            p.Node(NodeKind.Goal, "Ⅰ", q =>
            {
                q.PointsNode(NodeKind.Indicator, "1", null);
                q.Item("ア", 4);
            });
            p.PointsNode(NodeKind.Goal, "Ⅱ", 60);
        });
        var evaluation = Evaluate(plan, "団体コード|Ⅰ.1|Ⅰ.ア|Ⅱ", "a|7|○|60", "b||○|60", "c|0|×|0", "d|1|○|");
        Assert.Equal([71, Unknown, 0, Unknown], evaluation.Scores(string.Empty));
        Assert.Equal([11, Unknown, 0, 5], evaluation.Scores("Ⅰ"));
    }

    [Fact]
    public void A_reported_answer_overrides_a_computed_item_but_not_a_prerequisite()
    {
        var plan = PlanBuilder.Build(p =>
        {
            var x = p.Input("x");
            p.Node(NodeKind.Indicator, "1", q =>
            {
                var first = q.Item("ア", 4, Binary(x, "≥", Number("5")));
                q.Item("イ", 2, null, first);
            });
        });
        var evaluation = Evaluate(
            plan, "団体コード|x|1.ア|1.イ", "a|9||○", "b|9|非該当|○", "c|1|該当|○", "d|1|未報告|○", "e||未実施|○", "f||○|○");
        Assert.Equal([6, 0, 6, 0, 0, 6], evaluation.Scores(string.Empty));
        Assert.Equal([false, true, true, false, true, true], Enumerable.Range(0, 6).Select(row => evaluation.IsOverridden(0, row)));
        Assert.False(evaluation.IsOverridden(1, 0));
    }

    [Fact]
    public void Caps_bind_sums_and_choices()
    {
        var plan = PlanBuilder.Build(
            p =>
            {
                p.Node(NodeKind.Indicator, "1", q => Answers(q, 4, 4), cap: 6);
                p.Node(NodeKind.Indicator, "2", q => q.Node(NodeKind.Series, "ア", s => s.Item("①", 9)), ScoreRule.Best, cap: 5);
            },
            cap: 10);
        var evaluation = Evaluate(plan, "団体コード|1.ア|1.イ|2.ア.①", "a|○|○|○", "b|○||○");
        Assert.Equal([10, 9], evaluation.Scores(string.Empty));
        Assert.Equal([6, 4], evaluation.Scores("1"));
        Assert.Equal([5, 5], evaluation.Scores("2"));
    }

    [Theory]
    [InlineData("2", "4", "○○○×○")]
    [InlineData("4", "2", "××○○×")]
    [InlineData("", "2", "????×")]
    [InlineData("0", "0", "×○?××")]
    [InlineData("3", "3", "×○○××")]
    public void Expressions_follow_the_plans_rules(string x, string y, string expected)
    {
        var plan = PlanBuilder.Build(p =>
        {
            var (a, b) = (p.Input("x"), p.Input("y"));
            p.Item("ア", 1, Binary(a, "<", b));
            p.Item("イ", 1, Binary(Call(IntrinsicFunction.Maximum, a, b), "≤", If(Binary(a, ">", Number("3")), Number("3"), Binary(b, "+", Number("0")))));
            p.Item("ウ", 1, Binary(Binary(a, "÷", b), "≥", Number("1/2")));
            p.Item("エ", 1, Not(Binary(a, "≤", Number("3"))));
            p.Item("オ", 1, Binary(Binary(a, "≠", Number("3")), "かつ", Binary(b, "=", Number("4"))));
        });
        var evaluation = Evaluate(plan, "団体コード|x|y", $"a|{x}|{y}");
        Assert.Equal(expected, string.Concat(Enumerable.Range(0, 5).Select(item => evaluation.ItemTruth(item, 0) switch
        {
            Truth.True => '○',
            Truth.False => '×',
            _ => '?',
        })));
    }

    [Fact]
    public void Texts_and_truths_compare_and_missing_ones_are_unknown()
    {
        var plan = PlanBuilder.Build(p =>
        {
            var text = new ColumnExpression(p.Column("区分", ColumnType.Text), ExpressionType.Text);
            var flag = new ColumnExpression(p.Column("過疎地域", ColumnType.Truth), ExpressionType.Truth);
            p.Item("ア", 1, Binary(text, "=", new TextExpression("新規")));
            p.Item("イ", 1, Binary(text, "≠", new TextExpression("新規")));
            p.Item("ウ", 1, Binary(flag, "または", new ItemExpression(0)));
        });
        var evaluation = Evaluate(plan, "団体コード|区分|過疎地域", "a|新規|×", "b|継続|○", "c||", "d||○");
        Assert.Equal([2, 2, 0, 1], evaluation.Scores(string.Empty));
        Assert.Equal(Truth.Unknown, evaluation.ItemTruth(1, 2));
    }

    [Fact]
    public void Constants_can_be_replaced()
    {
        var plan = PlanBuilder.Build(p =>
        {
            var x = p.Input("x", "%", "1/100");
            p.Item("ア", 5, Binary(x, "≥", p.Constant("目標割合", "1/2")));
        });
        var table = TestTable.OfColumn(plan, "x", "50%", "49.9%", "60");
        Assert.Equal([5, 0, 5], FrameworkEvaluator.Evaluate(plan, table).Scores(string.Empty));
        var overrides = ConstantOverrides.None.With("目標割合", Rational.Create(3, 5)).With("ほか", 1);
        Assert.Equal([0, 0, 5], FrameworkEvaluator.Evaluate(plan, table, overrides).Scores(string.Empty));
    }

    [Fact]
    public void Large_ratios_compare_exactly()
    {
        // As 64-bit floating point the two ratios are equal.
        var plan = PlanBuilder.Build(p =>
        {
            var (a, b) = (p.Input("x"), p.Input("y"));
            p.Node(NodeKind.Indicator, "1", q => q.Tier("ア", 1, q.Ranking(Binary(a, "÷", b)), "1/2"));
        });
        var evaluation = Evaluate(plan, "団体コード|x|y", "a|9007199254740992|9007199254740993", "b|9007199254740991|9007199254740992");
        Assert.Equal([1, 0], evaluation.Scores(string.Empty));
    }

    [Fact]
    public void No_rows_give_no_scores()
    {
        var plan = Tiers((p, x) => p.Ranking(x, population: Binary(x, ">", Number("0"))));
        Assert.Empty(FrameworkEvaluator.Evaluate(plan, TestTable.OfColumn(plan, "x")).Scores(string.Empty));
    }

    [Fact]
    public void A_table_of_another_framework_is_refused()
    {
        var plan = Series();
        var other = Tiers((p, x) => p.Ranking(x));
        var error = Assert.Throws<ArgumentException>(() => FrameworkEvaluator.Evaluate(plan, TestTable.OfColumn(other, "x", "1")));
        Assert.Contains("columns", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_out_of_order_are_a_programmer_error_not_a_zero()
    {
        var plan = PlanBuilder.Build(p => p.Node(NodeKind.Indicator, "1", q => Answers(q, 1, 1)));
        var reversed = plan with { Steps = System.Collections.Immutable.ImmutableArray.CreateRange(plan.Steps.Reverse()) };
        Assert.Throws<InvalidOperationException>(() => FrameworkEvaluator.Evaluate(reversed, TestTable.OfColumn(plan, "1.ア", "○")));
    }

    private static void Answers(PlanBuilder builder, params int[] points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            builder.Item("アイウエオ"[i].ToString(), points[i]);
        }
    }

    private static FrameworkPlan Tiers(Func<PlanBuilder, ExpressionPlan, int> rank) => PlanBuilder.Build(p =>
    {
        var x = p.Input("x");
        p.Node(NodeKind.Indicator, "1", q =>
        {
            var ranking = rank(q, x);
            q.Tier("ア", 3, ranking, "7/10");
            q.Tier("イ", 3, ranking, "1/2");
            q.Tier("ウ", 3, ranking, "3/10");
            q.Tier("エ", 3, ranking, "1/10");
        });
    });

    private static FrameworkPlan Series() => PlanBuilder.Build(p =>
    {
        ExpressionPlan[] values = [p.Input("x"), p.Input("y")];
        p.Node(
            NodeKind.Indicator,
            "1",
            q =>
            {
                for (var i = 0; i < 2; i++)
                {
                    var value = values[i];
                    q.Node(NodeKind.Series, "アイ"[i].ToString(), s =>
                    {
                        var ranking = s.Ranking(value);
                        s.Tier("①", 5, ranking, "7/10");
                        s.Tier("②", 5, ranking, "3/10");
                    });
                }
            },
            ScoreRule.Best);
    });

    private static Evaluation Evaluate(FrameworkPlan plan, string header, params string[] rows) =>
        FrameworkEvaluator.Evaluate(plan, TestTable.Create(plan, header, rows));
}
