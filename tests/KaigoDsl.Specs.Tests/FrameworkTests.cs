using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Specs.Tests;

/// <summary>The frameworks say what the Ministry's tables say: their size, their full marks, their own tests.</summary>
public sealed class FrameworkTests
{
    /// <summary>Full marks of the municipal frameworks since R6; the skeleton has not changed.</summary>
    public static TheoryData<string, int> FullMarks { get; } = new()
    {
        { "推進.Ⅰ.体制", 64 }, { "推進.Ⅰ.活動", 36 }, { "推進.Ⅱ.体制", 68 }, { "推進.Ⅱ.活動", 32 }, { "推進.Ⅲ.体制", 64 }, { "推進.Ⅲ.活動", 36 }, { "推進.Ⅳ", 100 },
        { "支援.Ⅰ.体制", 52 }, { "支援.Ⅰ.活動", 48 }, { "支援.Ⅱ.体制", 64 }, { "支援.Ⅱ.活動", 36 }, { "支援.Ⅲ.体制", 68 }, { "支援.Ⅲ.活動", 32 }, { "支援.Ⅳ", 100 },
        { "推進.Ⅰ", 100 }, { "推進.Ⅱ", 100 }, { "推進.Ⅲ", 100 }, { "支援.Ⅰ", 100 }, { "支援.Ⅱ", 100 }, { "支援.Ⅲ", 100 },
        { "推進", 400 }, { "支援", 400 }, { "体制計", 380 }, { "活動計", 220 }, { "成果計", 200 }, { "", 800 },
    };

    [Fact]
    public void All_specifications_together_have_no_diagnostic() => Assert.Empty(Specifications.All.Diagnostics.Select(d => d.ToString()));

    [Theory]
    [InlineData("specs/r6")]
    [InlineData("specs/r7")]
    [InlineData("specs/r8")]
    public void A_year_is_complete_without_the_others(string folder) =>
        Assert.Empty(Specifications.Compile(folder).Diagnostics.Select(d => d.ToString()));

    [Theory]
    [InlineData("R6", 48, 264, 296)]
    [InlineData("R7", 48, 265, 297)]
    [InlineData("R8", 48, 267, 299)]
    public void Indicators_items_and_published_columns_are_counted(string year, int indicators, int items, int columns)
    {
        var plan = Specifications.Municipality(year);
        var places = PlanTree.Walk(plan).Where(place => place.Node.Item >= 0).ToArray();
        Assert.Equal(indicators, plan.Nodes.Count(node => node.Kind == NodeKind.Indicator));
        Assert.Equal(items, plan.Items.Length);

        // The national table prints the shared group under both grants. Its columns add up to 129 points more than can be scored: one series
        // of two for three indicators under two grants (3 × 20 × 2), and 4 of the 13 points of 多様なサービス.
        Assert.Equal(columns, places.Length);
        Assert.Equal(800 + 129, places.Sum(place => plan.Items[place.Node.Item].Points));
    }

    [Theory]
    [MemberData(nameof(FullMarks))]
    public void Full_marks_are_those_of_the_table(string path, int points)
    {
        foreach (var year in Years)
        {
            var plan = Specifications.Municipality(year);
            Assert.Equal(points, plan.Nodes[PlanTree.Find(plan, path)].FullMark);
        }
    }

    [Fact]
    public void Every_test_of_the_specifications_passes()
    {
        var results = TestRunner.Run(Specifications.Program);
        Assert.Equal(Specifications.Program.Tests.Length, results.Length);
        Assert.All(Years, year => Assert.Contains(results, r => r.Test.Framework >= 0 && Specifications.Program.Frameworks[r.Test.Framework].YearCode == year));
        Assert.Empty(results.Where(r => !r.Passed).Select(r =>
            r.Test.Title + string.Concat(r.Expectations.Where(e => !e.Passed).Select(e => $" | {e.Expectation.Text}: {e.Left}, {e.Right}"))));
    }

    private static ImmutableArray<string> Years => ["R6", "R7", "R8"];
}
