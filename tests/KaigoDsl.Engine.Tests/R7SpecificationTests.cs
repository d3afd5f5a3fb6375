using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine.Tests;

/// <summary>The engine on the real R7 framework.</summary>
public sealed class R7SpecificationTests
{
    private static readonly ProgramPlan s_program = Specifications.Compile("r7");

    private static FrameworkPlan Municipality => s_program.Frameworks.Single(plan => plan is { YearCode: "R7", Entity: "市町村" });

    [Fact]
    public void Every_test_of_the_specification_passes()
    {
        var results = TestRunner.Run(s_program);
        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.True(
            result.Passed,
            result.Test.Title + string.Concat(result.Expectations.Where(e => !e.Passed).Select(e => $"\n  {e.Expectation.Text}: {e.Left} / {e.Right}"))));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 47)]
    [InlineData(5, 300)]
    public void Whatever_the_data_scores_stay_in_bounds_and_add_up(int seed, int rows)
    {
        var plan = Municipality;
        var evaluation = FrameworkEvaluator.Evaluate(plan, RandomTable.Create(plan, rows, seed));
        foreach (var node in plan.Nodes)
        {
            var scores = evaluation.Score(node.Index);
            for (var row = 0; row < rows; row++)
            {
                Assert.InRange(scores[row], 0, node.FullMark ?? int.MaxValue);
                var parts = PlanTree.ChildrenOf(plan, node).Concat(node.Terms).Sum(child => evaluation.Score(child)[row]);
                Assert.True(node.Item >= 0 || scores[row] == Math.Min(parts, node.Cap ?? int.MaxValue), $"{node.Path} row {row}");
            }
        }

        // Every tier series only gets harder, and what is explained is what is scored.
        for (var row = 0; row < Math.Min(rows, 5); row++)
        {
            Assert.All(Explanation.Create(evaluation, row, 0).SelfAndBelow(), explanation =>
                Assert.True(explanation.Item is null || explanation.Points == (explanation.Item.Reason == ReasonCode.Met ? explanation.FullMark : 0)));
        }
    }

    [Fact]
    public void The_order_of_the_municipalities_does_not_matter()
    {
        var plan = Municipality;
        var table = RandomTable.Create(plan, 200, 8);
        var order = Enumerable.Range(0, table.Count).ToArray();
        new Random(9).Shuffle(order);
        var (original, permuted) = (FrameworkEvaluator.Evaluate(plan, table), FrameworkEvaluator.Evaluate(plan, RandomTable.Permute(table, order)));
        foreach (var node in plan.Nodes)
        {
            Assert.Equal(order.Select(row => original.Score(node.Index)[row]), permuted.Score(node.Index).Values.ToArray());
        }
    }

    [Fact]
    public void A_total_is_explained_by_the_nodes_it_adds()
    {
        var evaluation = FrameworkEvaluator.Evaluate(Municipality, RandomTable.Create(Municipality, 20, 6));
        var total = Explanation.Create(evaluation, 7, PlanTree.Find(Municipality, "体制計"));
        Assert.Equal((6, 380), (total.Children.Length, total.FullMark));
        Assert.Equal(total.Points, total.Children.Sum(child => child.Points));
    }

    [Fact]
    public void Every_place_of_the_tree_is_found_by_its_path()
    {
        var places = PlanTree.Walk(Municipality);
        Assert.Equal(places.Length, places.Select(place => place.Path).Distinct().Count());
        Assert.All(places, place => Assert.Equal(place.Node.Index, PlanTree.Find(Municipality, place.Path)));
    }
}
