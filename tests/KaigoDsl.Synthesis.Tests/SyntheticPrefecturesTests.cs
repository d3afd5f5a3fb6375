using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Tests;

public sealed class SyntheticPrefecturesTests
{
    private static readonly int Index = Enumerable.Range(0, Specs.R7.Frameworks.Length).First(f => Specs.R7.Frameworks[f].Entity == "都道府県");

    private static readonly FrameworkPlan Plan = Specs.R7.Frameworks[Index];

    private static readonly Lazy<EntityTable> Nation = new(() => Read(BuiltInNation.OpenR7(), BuiltInNation.R7Name, Specs.R7.Frameworks[Plan.AggregatedFrameworks().Single()]));

    /// <summary>Run with KAIGO_UPDATE_GOLDENS=1 after a change of the R7 specifications, of the nation or of the synthesis, and look at the difference.</summary>
    [Fact]
    public void The_committed_prefectures_are_what_the_program_makes_byte_for_byte()
    {
        var path = Path.Combine(Specs.Folder("r7"), "prefectures.csv");
        var made = Csv(SyntheticPrefectures.Create(Specs.R7, Index, Nation.Value));
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllBytes(path, made);
        }

        Assert.True(made.AsSpan().SequenceEqual(File.ReadAllBytes(path)), "specs/r7/prefectures.csv is not what the program makes.");
    }

    /// <summary>Everybody's total is known, and the six 体制 groups have the published means, which rest on answers and entered points alone.</summary>
    [Fact]
    public void The_built_in_prefectures_have_known_totals_and_the_published_means_of_their_own_efforts()
    {
        var evaluation = Evaluate(Read(BuiltInNation.OpenR7Prefectures(), BuiltInNation.R7PrefecturesName, Plan), Nation.Value);
        Assert.Equal(47, evaluation.Table.Count);
        Assert.All(evaluation.Score(0).Values.ToArray(), points => Assert.InRange(points, 300, 800));
        var checkedMeans = 0;
        foreach (var value in Specs.R7.Published.Single(p => p.Framework == Index && p.Edition == "確定").Values.Where(v => v.Statistic == StatisticKind.Mean && Plan.Nodes[v.Node].Label == "体制"))
        {
            var sum = 0L;
            foreach (var points in evaluation.Score(value.Node).Values)
            {
                sum += points;
            }

            var mean = Rational.Create(sum, 47);
            var published = Rational.Create(value.Value.Numerator, value.Value.Denominator);
            var precision = Rational.Create(value.Precision.Numerator, value.Precision.Denominator);
            Assert.True(
                mean.CompareTo(published - precision) >= 0 && mean.CompareTo(published + precision) < 0,
                $"{Plan.Nodes[value.Node].Path}: {mean.ToDecimalString(4)} instead of {published.ToDecimalString(1)}");
            checkedMeans++;
        }

        Assert.Equal(6, checkedMeans);
    }

    [Fact]
    public void A_small_nation_has_only_the_prefectures_it_lies_in()
    {
        var members = SyntheticNation.Create(Specs.R7.Frameworks[Plan.AggregatedFrameworks().Single()], [], entityCount: 20).Table;
        var made = SyntheticPrefectures.Create(Specs.R7, Index, members);
        var link = members.Schema.IndexOf("都道府県");
        var names = Enumerable.Range(0, members.Count).Select(row => members.Texts(link)[row]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(names, Enumerable.Range(0, made.Count).Select(row => made.Texts(0)[row]).Order(StringComparer.Ordinal));
        Assert.All(Evaluate(made, members).Score(0).Values.ToArray(), points => Assert.InRange(points, 0, 800));
    }

    private static Evaluation Evaluate(EntityTable prefectures, EntityTable members)
    {
        var tables = ImmutableDictionary<string, EntityTable>.Empty.Add(Plan.Name, prefectures).Add(Specs.R7.Frameworks[Plan.AggregatedFrameworks().Single()].Name, members);
        return ProgramEvaluator.Evaluate(Specs.R7, tables).Frameworks[Index] ?? throw new InvalidOperationException("Not scored.");
    }

    private static EntityTable Read(Stream stream, string name, FrameworkPlan plan)
    {
        using (stream)
        {
            var read = TableReader.Read(stream, name, PlanSchema.ToTableSchema(plan));
            return read.Table ?? throw new InvalidOperationException(string.Join("\n", read.Errors));
        }
    }

    private static byte[] Csv(EntityTable table)
    {
        using var stream = new MemoryStream();
        TableWriter.Write(stream, table);
        return stream.ToArray();
    }
}
