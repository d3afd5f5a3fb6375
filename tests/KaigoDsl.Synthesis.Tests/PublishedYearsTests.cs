using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Synthesis.Tests;

/// <summary>The years beside R7: their nations have the published counts, so every published mean follows to the printed digit.</summary>
public sealed class PublishedYearsTests
{
    private static readonly Lazy<SyntheticNationResult> R6 = new(() => Create("R6"));

    private static SyntheticNationResult Create(string year)
    {
        var framework = Specs.Municipal(year);
        return SyntheticNation.Create(Specs.Years.Frameworks[framework], Specs.Years.Published.Where(p => p.Framework == framework));
    }

    [Theory]
    [InlineData("R6", "422.4", 264)]
    [InlineData("R8", "455.1", 267)]
    public void A_nation_hits_every_published_count_and_scores_every_published_mean(string year, string mean, int items)
    {
        var framework = Specs.Municipal(year);
        var plan = Specs.Years.Frameworks[framework];
        var nation = year == "R6" ? R6.Value : Create(year);

        Assert.Equal(items, nation.Targets.Length);
        Assert.True(nation.HitsAllTargets, string.Join("\n", nation.Targets.Where(t => !t.IsAchieved)));

        var compared = PublishedCheck.Run(Specs.Years, framework, FrameworkEvaluator.Evaluate(plan, nation.Table));
        Assert.All(
            compared.Where(c => c.Value.Statistic is StatisticKind.Mean or StatisticKind.Rate or StatisticKind.MetCount),
            c => Assert.True(c.Outcome == PublishedOutcome.Agrees, $"{c.Block.Edition} {c.Node.Path}: {c.ComputedText(4)}"));
        Assert.Contains(compared, c => c.Node.Index == 0 && c.Value.Statistic == StatisticKind.Mean && c.ComputedText(1) == mean);
    }

    /// <summary>
    /// The two series of R6 whose counts are no ⌊q·N⌋ of one N: with ties included, each follows from one. 1,218・870・520・173 is
    /// N = 1,736 with ties at 7割 and 5割, 1,217・869・522・174 is N = 1,739 with ties at 3割 and 1割.
    /// </summary>
    [Theory]
    [InlineData("推進.Ⅰ.活動.2", 1_736, new[] { 1_218, 870, 520, 173 }, new[] { 4, 3, 1, 1 })]
    [InlineData("支援.Ⅱ.活動.1", 1_739, new[] { 1_217, 869, 522, 174 }, new[] { 1, 1, 2, 2 })]
    public void Counts_that_fit_no_number_of_entities_alone_fit_one_with_ties(string path, int ranked, int[] hits, int[] sharing)
    {
        var plan = Specs.Years.Frameworks[Specs.Municipal("R6")];
        var evaluation = FrameworkEvaluator.Evaluate(plan, R6.Value.Table);
        var ranking = plan.Rankings.First(r => plan.Nodes[r.Node].Path == path);
        var result = evaluation.Ranking(ranking.Index);
        var values = evaluation.MeasureValues(ranking.Index).ToArray();

        Assert.Equal(ranked, result.N);
        Assert.Equal(hits, result.Tiers.Select(t => t.HitCount));
        Assert.Equal(sharing, result.Tiers.Select(t => values.Count(v => v == t.CutOff)));
    }
}
