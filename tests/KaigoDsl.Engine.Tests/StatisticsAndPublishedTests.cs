using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Engine.Tests;

public sealed class StatisticsAndPublishedTests
{
    // Totals 10, 4, 6, unknown, 0: mean 5, median 5, variance 13.
    private static readonly FrameworkPlan s_plan = PlanBuilder.Build(p =>
    {
        p.Column("都道府県", ColumnType.Text, references: "都道府県", kind: Compiler.Lowering.ColumnKind.Attribute);
        p.Node(NodeKind.Indicator, "1", q =>
        {
            q.Item("ア", 4);
            q.PointsNode(NodeKind.Series, "イ", 6);
        });
    });

    private static readonly Evaluation s_evaluation = FrameworkEvaluator.Evaluate(s_plan, TestTable.Create(
        s_plan, "団体コード|都道府県|1.ア|1.イ", "a|乙県|○|6", "b|甲県|○|0", "c|乙県|×|6", "d||○|", "e|甲県||0"));

    [Fact]
    public void Nodes_have_exact_figures_and_say_how_many_are_left_out()
    {
        var statistics = FrameworkStatistics.Create(s_evaluation);
        var total = statistics.Nodes[0];
        Assert.Equal((4, 1, 5), (statistics.Nodes[0].Scores.Count, total.UnknownCount, statistics.RowCount));
        Assert.Equal(("5.0", "5.0", "3.61", "50.0"), (total.MeanText(), total.MedianText(), total.StandardDeviationText(2), total.RateText()));
        Assert.Equal((0, 10), (total.Scores.Minimum, total.Scores.Maximum));
        Assert.Null(total.MetCount);
        Assert.Equal(3, statistics.Nodes[PlanTree.Find(s_plan, "1.ア")].MetCount);
        Assert.Equal([1, 3, 2, 0, 4], statistics.Ranks(0).ToArray());
    }

    [Fact]
    public void Groups_are_those_of_the_reference_column_and_add_up()
    {
        var statistics = FrameworkStatistics.Create(s_evaluation);
        Assert.Equal([1], statistics.ReferenceColumns.ToArray());
        var groups = statistics.ByGroup(1);
        Assert.Equal(["乙県", "甲県", null], groups.Select(group => group.Group));
        Assert.Equal([[0, 2], [1, 4], [3]], groups.Select(group => group.Rows.ToArray()));
        Assert.Equal(["8.0", "2.0", ""], groups.Select(group => group.Nodes[0].MeanText()));
        Assert.Equal(statistics.Nodes[0].Scores.Sum, groups.Aggregate(Rational.Zero, (sum, group) => sum + group.Nodes[0].Scores.Sum));
    }

    [Theory]
    [InlineData("", StatisticKind.Mean, "5", "1/20", PublishedOutcome.Agrees)]
    [InlineData("", StatisticKind.Mean, "99/20", "1/20", PublishedOutcome.Disagrees)] // [4.9, 5.0) is open at 5.0
    [InlineData("", StatisticKind.Mean, "101/20", "1/20", PublishedOutcome.Agrees)] // [5.0, 5.1) is closed at 5.0
    [InlineData("", StatisticKind.Median, "5", "1/2", PublishedOutcome.Agrees)]
    [InlineData("", StatisticKind.StandardDeviation, "361/100", "1/200", PublishedOutcome.Agrees)]
    [InlineData("", StatisticKind.StandardDeviation, "362/100", "1/200", PublishedOutcome.Disagrees)]
    [InlineData("", StatisticKind.Rate, "1/2", "1/2000", PublishedOutcome.Agrees)]
    [InlineData("", StatisticKind.EntityCount, "5", "1/2", PublishedOutcome.Agrees)]
    [InlineData("", StatisticKind.EntityCount, "4", "0", PublishedOutcome.NotComputable)] // figures about four say nothing about five
    [InlineData("", StatisticKind.Maximum, "10", "0", PublishedOutcome.Agrees)]
    [InlineData("", StatisticKind.Minimum, "1", "1/2", PublishedOutcome.Disagrees)]
    [InlineData("", StatisticKind.MetCount, "3", "1/2", PublishedOutcome.NotComputable)]
    [InlineData("1.ア", StatisticKind.MetCount, "3", "1/2", PublishedOutcome.Agrees)]
    [InlineData("1.ア", StatisticKind.MetCount, "4", "1/2", PublishedOutcome.Disagrees)]
    public void Published_figures(string path, StatisticKind statistic, string value, string precision, PublishedOutcome expected)
    {
        var comparison = Assert.Single(Compare(s_evaluation, path, statistic, value, precision));
        Assert.Equal(expected, comparison.Outcome);
        Assert.Equal(expected == PublishedOutcome.NotComputable, comparison.Computed.IsMissing);
        Assert.Equal(path, comparison.Node.Path);
    }

    [Fact]
    public void The_computed_standard_deviation_is_shown_as_a_number_of_points() =>
        Assert.Equal("3.606", Compare(s_evaluation, string.Empty, StatisticKind.StandardDeviation, "1", "1/2")[0].ComputedText(3));

    [Fact]
    public void Without_scores_nothing_can_be_compared()
    {
        var empty = FrameworkEvaluator.Evaluate(s_plan, TestTable.Create(s_plan, "団体コード"));
        Assert.Equal(PublishedOutcome.NotComputable, Compare(empty, string.Empty, StatisticKind.Mean, "5", "1/2")[0].Outcome);
    }

    private static ImmutableArray<PublishedComparison> Compare(Evaluation evaluation, string path, StatisticKind statistic, string value, string precision)
    {
        var published = new PublishedValue(
            PlanTree.Find(s_plan, path), statistic, PlanBuilder.Exact(value), PlanBuilder.Exact(precision), PlanLocation.None);
        var program = new ProgramPlan(
            ImmutableArray.Create(s_plan),
            ImmutableArray.Create(new PublishedPlan(0, null, "確定", "概要", ImmutableArray.Create(published))),
            EquatableArray<TestPlan>.Empty);
        return PublishedCheck.Run(new ProgramEvaluation(program, [evaluation], []));
    }
}
