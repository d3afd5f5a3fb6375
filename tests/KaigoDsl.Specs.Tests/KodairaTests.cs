using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Specs.Tests;

/// <summary>The one complete table of the scheme before R6: 小平市, fiscal year 2023, thirteen rows of fifteen numbers.</summary>
public sealed class KodairaTests
{
    private static readonly int[] RowsByGrant = [13, 11, 13];

    [Fact]
    public void All_points_and_rates_of_小平市_agree_and_the_national_ones_are_consistent()
    {
        var comparisons = Compare();
        var own = comparisons.Where(c => c.Block.Subject == "小平市").ToArray();
        var national = comparisons.Where(c => c.Block.Subject is null && c.Value.Statistic is (StatisticKind.Mean or StatisticKind.Rate)).ToArray();

        // 13 rows in three columns of points and of rates; two rows have no 支援 part.
        Assert.Equal(2 * RowsByGrant.Sum(), own.Length);
        Assert.All(own, c => Assert.True(c.Outcome == PublishedOutcome.Agrees, $"{c.Node.Path} {c.Value.Statistic}: {c.ComputedText(4)}"));

        // The country is not in the data: every rate must follow from the mean beside it, every sum of means from its parts.
        Assert.Equal(2 * RowsByGrant.Sum(), national.Length);
        Assert.DoesNotContain(national, c => c.Outcome is PublishedOutcome.Disagrees or PublishedOutcome.Contradicted);
        Assert.All(national.Where(c => c.Value.Statistic == StatisticKind.Rate), c => Assert.Equal(PublishedOutcome.Consistent, c.Outcome));
    }

    [Fact]
    public void A_changed_figure_is_caught()
    {
        var (program, index, evaluation) = Evaluate();
        var values = program.Published.Where(block => block.Framework == index).SelectMany(block => block.Values)
            .Where(v => v.Statistic is StatisticKind.Score or StatisticKind.Rate);
        foreach (var value in values)
        {
            // A national rate is only as sharp as the mean it is held against: 0.01 of 15 points is 0.07 %.
            var changed = value with { Value = value.Value + (value.Precision * 20) };
            var blocks = program.Published.Select(block => block with { Values = block.Values.Select(v => v == value ? changed : v).ToImmutableArray() });
            var outcomes = PublishedCheck.Run(program with { Published = blocks.ToImmutableArray() }, index, evaluation);

            Assert.Contains(outcomes, c => c.Value == changed && c.Outcome is PublishedOutcome.Disagrees or PublishedOutcome.Contradicted);
        }
    }

    private static PublishedComparison[] Compare()
    {
        var (program, index, evaluation) = Evaluate();
        return [.. PublishedCheck.Run(program, index, evaluation)];
    }

    private static (ProgramPlan Program, int Index, Evaluation Evaluation) Evaluate()
    {
        var program = Specifications.Program;
        var index = Enumerable.Range(0, program.Frameworks.Length)
            .Single(i => program.Frameworks[i] is { YearCode: "R5", Entity: "市町村" });
        var read = TableReader.Read(Specifications.Case("results/r5.csv"), PlanSchema.ToTableSchema(program.Frameworks[index]));
        Assert.Empty(read.Errors);
        var table = read.Table ?? throw new InvalidOperationException("r5.csv could not be read.");
        return (program, index, FrameworkEvaluator.Evaluate(program.Frameworks[index], table));
    }
}
