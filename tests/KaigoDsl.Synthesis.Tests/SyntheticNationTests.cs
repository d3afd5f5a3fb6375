using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Tests;

public sealed class SyntheticNationTests
{
    private static readonly FrameworkPlan Plan = Specs.R7.Frameworks[0];

    private static readonly Lazy<SyntheticNationResult> Default = new(() => SyntheticNation.Create(Plan, Specs.R7.Published));

    private static string Misses(SyntheticNationResult nation) => string.Join("\n", nation.Targets.Where(t => !t.IsAchieved));

    [Fact]
    public void The_default_nation_hits_every_published_count()
    {
        Assert.Equal(Plan.Items.Count, Default.Value.Targets.Length);
        Assert.True(Default.Value.HitsAllTargets, Misses(Default.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Other_seeds_give_other_nations_that_hit_every_count_too(int seed)
    {
        var nation = SyntheticNation.Create(Plan, Specs.R7.Published, seed);
        Assert.True(nation.HitsAllTargets, Misses(nation));
        Assert.NotEqual(Csv(Default.Value.Table), Csv(nation.Table));
    }

    /// <summary>Run with KAIGO_UPDATE_GOLDENS=1 after a change of the R7 specification or of the synthesis, and look at the difference.</summary>
    [Fact]
    public void The_committed_nation_is_what_the_program_makes_byte_for_byte()
    {
        var path = Path.Combine(Specs.Folder("r7"), "nation.csv");
        var made = Csv(Default.Value.Table);
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllBytes(path, made);
        }

        Assert.True(made.AsSpan().SequenceEqual(File.ReadAllBytes(path)), "specs/r7/nation.csv is not what the program makes.");
    }

    /// <summary>Every published mean and rate: the sums follow from the counts, so these check the counts themselves.</summary>
    [Fact]
    public void The_built_in_nation_is_read_without_a_word_and_scores_the_published_means()
    {
        using var stream = BuiltInNation.OpenR7();
        var read = TableReader.Read(stream, BuiltInNation.R7Name, PlanSchema.ToTableSchema(Plan));
        Assert.True(read.Table is not null, string.Join("\n", read.Errors));
        Assert.Empty(read.Report.Unknown);
        var evaluation = FrameworkEvaluator.Evaluate(Plan, read.Table);
        var checkedMeans = 0;
        foreach (var value in Specs.R7.Published.First(p => p is { Framework: 0, Edition: "確定" }).Values.Where(v => v.Statistic == StatisticKind.Mean))
        {
            var sum = 0L;
            foreach (var points in evaluation.Score(value.Node).Values)
            {
                sum += points;
            }

            var mean = Rational.Create(sum, read.Table.Count);
            var published = Rational.Create(value.Value.Numerator, value.Value.Denominator);
            var precision = Rational.Create(value.Precision.Numerator, value.Precision.Denominator);
            Assert.True(
                mean.CompareTo(published - precision) >= 0 && mean.CompareTo(published + precision) < 0,
                $"{Plan.Nodes[value.Node].Path}: {mean.ToDecimalString(4)} instead of {published.ToDecimalString(1)}");
            checkedMeans++;
        }

        Assert.True(checkedMeans >= 14, $"Only {checkedMeans} published means.");
    }

    /// <summary>Class means rise with size, and the spread of the totals is near the published 88 points.</summary>
    [Fact]
    public void Larger_municipalities_score_better()
    {
        var table = Default.Value.Table;
        var totals = FrameworkEvaluator.Evaluate(Plan, table).Score(0);
        var insured = table.Quantities(table.Schema.IndexOf("第1号被保険者数"));
        var means = Enumerable.Range(0, table.Count)
            .GroupBy(row => insured.Mantissas[row] switch { < 3_000 => 0, < 10_000 => 1, < 50_000 => 2, < 100_000 => 3, _ => 4 })
            .OrderBy(g => g.Key)
            .Select(g => g.Sum(row => totals[row]) / g.Count())
            .ToList();
        Assert.Equal(means.Order(), means);
        Assert.InRange(means[0], 370, 410);
        Assert.InRange(means[4], 475, 515);
        var mean = Enumerable.Range(0, table.Count).Sum(row => totals[row]) / table.Count;
        var variance = Enumerable.Range(0, table.Count).Sum(row => (long)(totals[row] - mean) * (totals[row] - mean)) / table.Count;
        Assert.InRange(variance, 80 * 80, 96 * 96);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(47)]
    [InlineData(500)]
    public void A_nation_of_another_size_can_be_read_back(int count)
    {
        var nation = SyntheticNation.Create(Plan, Specs.R7.Published, seed: 7, entityCount: count);
        Assert.Equal(count, nation.Table.Count);
        Assert.Equal(Csv(nation.Table), Csv(SyntheticNation.Create(Plan, Specs.R7.Published, seed: 7, entityCount: count).Table));
        var read = TableReader.Parse(Csv(nation.Table), "国.csv", PlanSchema.ToTableSchema(Plan));
        Assert.True(read.Table is not null, string.Join("\n", read.Errors));
        Assert.Equal(Csv(nation.Table), Csv(read.Table));
    }

    private static byte[] Csv(EntityTable table)
    {
        using var stream = new MemoryStream();
        TableWriter.Write(stream, table);
        return stream.ToArray();
    }
}
