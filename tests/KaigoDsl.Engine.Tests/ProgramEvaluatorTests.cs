using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;
using static KaigoDsl.Engine.Tests.Expressions;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Engine.Tests;

/// <summary>管内: a prefecture's frameworks over what its municipalities scored.</summary>
public sealed class ProgramEvaluatorTests
{
    private static readonly FrameworkPlan s_municipality = PlanBuilder.Build(p =>
    {
        p.Column("都道府県", ColumnType.Text, references: "都道府県", kind: Compiler.Lowering.ColumnKind.Attribute);
        p.Input("x");
        p.PointsNode(NodeKind.Indicator, "1", 10);
    });

    [Theory]
    [InlineData(AggregateFunction.Sum, "12", "0", "7")]
    [InlineData(AggregateFunction.Mean, "4", "", "7")]
    [InlineData(AggregateFunction.Median, "3", "", "7")]
    [InlineData(AggregateFunction.Maximum, "8", "", "7")]
    [InlineData(AggregateFunction.Minimum, "1", "", "7")]
    [InlineData(AggregateFunction.Count, "3", "0", "1")]
    public void Aggregates_leave_missing_values_out(AggregateFunction function, string hokkaido, string empty, string okinawa)
    {
        var program = Program(new AggregateExpression(function, 0, 1, new ScoreExpression(0)));
        Assert.Equal([hokkaido, empty, okinawa], Measures(program));
    }

    [Theory]
    [InlineData(AggregateFunction.Count, "2", "0", "0")]
    [InlineData(AggregateFunction.Share, "2/3", "", "0")]
    public void Conditions_are_counted_where_they_are_known(AggregateFunction function, string hokkaido, string empty, string okinawa)
    {
        var positive = Binary(new ColumnExpression(2, ExpressionType.Quantity), ">", Number("5"));
        Assert.Equal([hokkaido, empty, okinawa], Measures(Program(new AggregateExpression(function, 0, 1, positive))));
    }

    [Fact]
    public void What_is_aggregated_but_has_no_table_is_named_and_nothing_is_made_up()
    {
        var program = Program(new AggregateExpression(AggregateFunction.Mean, 0, 1, new ScoreExpression(0)));
        var result = ProgramEvaluator.Evaluate(program, new Dictionary<string, EntityTable> { ["都道府県"] = Prefectures(program) });
        Assert.All(result.Frameworks, Assert.Null);
        Assert.Equal("令和7年度 市町村", Assert.Single(result.MissingTables));
    }

    [Fact]
    public void A_table_that_fits_nothing_is_refused()
    {
        var program = Program(Number("1"));
        Assert.Throws<ArgumentException>(() => ProgramEvaluator.Evaluate(program, new Dictionary<string, EntityTable> { ["市町村"] = Prefectures(program) }));
        Assert.Throws<ArgumentException>(() => ProgramEvaluator.Evaluate(program, new Dictionary<string, EntityTable> { ["国"] = Prefectures(program) }));
    }

    [Fact]
    public void Alone_an_aggregating_framework_cannot_be_evaluated()
    {
        var program = Program(new AggregateExpression(AggregateFunction.Mean, 0, 1, new ScoreExpression(0)));
        Assert.Throws<ArgumentException>(() => FrameworkEvaluator.Evaluate(program.Frameworks[1], Prefectures(program)));
    }

    private static IEnumerable<string> Measures(ProgramPlan program)
    {
        var municipalities = TestTable.Create(
            s_municipality,
            "団体コード|都道府県|x|1",
            "a|北海道|9|8", "b|北海道|1|3", "c|北海道|6|1", "d|北海道||", "e|沖縄県|5|7", "f||9|9");
        var result = ProgramEvaluator.Evaluate(
            program,
            new Dictionary<string, EntityTable> { ["令和7年度 市町村"] = municipalities, ["都道府県"] = Prefectures(program) });
        var evaluation = result.Frameworks[1];
        Assert.NotNull(evaluation);
        return evaluation.MeasureValues(0).ToArray().Select(value => value.ToString());
    }

    private static EntityTable Prefectures(ProgramPlan program) =>
        TestTable.Create(program.Frameworks[1], "団体コード", "北海道", "青森県", "沖縄県");

    private static ProgramPlan Program(ExpressionPlan measure)
    {
        var prefecture = PlanBuilder.Build(p => p.Node(NodeKind.Indicator, "1", q => q.Tier("ア", 2, q.Ranking(measure), "1/2")), "都道府県");
        return new ProgramPlan(
            ImmutableArray.Create(s_municipality, prefecture), EquatableArray<PublishedPlan>.Empty, EquatableArray<TestPlan>.Empty);
    }
}
