using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;
using static KaigoDsl.Engine.Tests.Expressions;

namespace KaigoDsl.Engine.Tests;

public sealed class TestRunnerTests
{
    private static readonly FrameworkPlan s_plan = PlanBuilder.Build(p =>
    {
        var x = p.Input("件数", "件");
        p.Node(NodeKind.Indicator, "1", q =>
        {
            q.Item("ア", 4, Binary(x, ">", Number("0")));
            q.Tier("イ", 3, q.Ranking(x), "7/10");
            q.PointsNode(NodeKind.Series, "ウ", 5);
        });
    });

    [Fact]
    public void Later_cells_win_and_every_expectation_is_reported()
    {
        var result = Run(
            [("1.ア", "非該当"), ("件数", "3件"), ("1.ウ", "5"), ("1.ア", "該当")],
            Score("=", "9"), Score("≥", "10"), Binary(new ItemExpression(0), "かつ", new ItemExpression(1)));
        Assert.False(result.Passed);
        Assert.Equal([true, false, false], result.Expectations.Select(expectation => expectation.Passed));
        Assert.Equal([("9", "9"), ("9", "10"), (null, null)], result.Expectations.Select(expectation => (expectation.Left, expectation.Right)));
    }

    [Fact]
    public void Of_one_row_nobody_reaches_a_tier_unless_its_result_is_given()
    {
        Assert.True(Run([("件数", "3"), ("1.ウ", "0")], Score("=", "4")).Passed);
        Assert.True(Run([("件数", "3"), ("1.ウ", "0"), ("1.イ", "該当")], Score("=", "7")).Passed);
    }

    [Fact]
    public void An_unknown_score_fulfils_no_expectation()
    {
        var result = Run([("件数", "3")], Score("=", "4"), Score("≠", "4"));
        Assert.Equal([Truth.Unknown, Truth.Unknown], result.Expectations.Select(expectation => expectation.Outcome));
        Assert.Equal(string.Empty, result.Expectations[0].Left);
        Assert.False(result.Passed);
    }

    [Fact]
    public void Cells_that_cannot_be_read_fail_the_test_and_are_all_named()
    {
        var result = Run([("件数", "三"), ("1.ウ", "6")], Score("=", "0"));
        Assert.False(result.Passed);
        Assert.Null(result.Evaluation);
        Assert.Equal([("件数", "三"), ("1.ウ", "6")], result.CellProblems.Select(problem => (problem.Column.Name, problem.Problem.Read)));
    }

    [Fact]
    public void Entities_that_are_aggregated_have_no_rows()
    {
        var prefecture = PlanBuilder.Build(
            p => p.Item("ア", 4, Binary(new AggregateExpression(AggregateFunction.Count, 0, 0, new ScoreExpression(0)), "=", Number("0"))),
            "都道府県");
        var test = new TestPlan(
            "管内なし", 1, EquatableArray<TestGiven>.Empty, ImmutableArray.Create(new TestExpectation(Score("=", "4"), "得点 = 4点", PlanLocation.None)), PlanLocation.None);
        var program = new ProgramPlan(ImmutableArray.Create(s_plan, prefecture), EquatableArray<PublishedPlan>.Empty, ImmutableArray.Create(test));
        Assert.True(Assert.Single(TestRunner.Run(program)).Passed);
    }

    private static ExpressionPlan Score(string sign, string points) => Binary(new ScoreExpression(0), sign, Number(points));

    private static TestResult Run((string Column, string Cell)[] givens, params ExpressionPlan[] expectations)
    {
        var schema = PlanSchema.ToTableSchema(s_plan);
        var test = new TestPlan(
            "試験",
            0,
            givens.Select(given => new TestGiven(schema.IndexOf(given.Column), given.Cell)).ToImmutableArray(),
            expectations.Select(expectation => new TestExpectation(expectation, "期待", PlanLocation.None)).ToImmutableArray(),
            PlanLocation.None);
        return Assert.Single(TestRunner.Run(new ProgramPlan(ImmutableArray.Create(s_plan), EquatableArray<PublishedPlan>.Empty, ImmutableArray.Create(test))));
    }
}
