using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Tooling.Tests;

/// <summary>Impact and attribution on the real specs and fictional nations.</summary>
public class ImpactTests
{
    private const string Place = "推進.Ⅰ.活動.2";

    [Fact]
    public void One_changed_tier_says_whom_it_moves()
    {
        var impact = WithTier("上位2割");
        var summary = ImpactSummary.Create(impact);
        Golden.Check("impact/tier.txt", ImpactDescription.Of(summary));

        // Nobody can gain by it but through the ranking by scores, which everybody's loss moves.
        var tier = summary.Factors.Single(static factor => factor.Kind == FactorKind.Change);
        Assert.Equal(("D303", 0), (tier.Code, tier.Gains));
        var items = impact.Old.Plan.Nodes.Single(static node => node.Path == Place + ".ウ");
        var lost = Enumerable.Range(0, impact.Old.Table.Count).Count(row => impact.Old.Score(items.Index)[row] > impact.New.Score(items.Index)[row]);
        Assert.Equal(lost, tier.Losses);
        AssertAddsUp(impact);
    }

    [Fact]
    public void The_same_nation_under_last_years_rules_leaves_out_what_it_says_nothing_about()
    {
        var diff = Nations.Compare(Specs.Of("r6"), Specs.Of("r7"));
        var impact = ImpactAnalysis.Analyze(diff, 0, ImpactData.FromOne(diff.Pairs[0], Nations.Of("r7"), isNew: true));
        Golden.Check("impact/r6-r7.one-nation.txt", ImpactDescription.Of(ImpactSummary.Create(impact)));
        Assert.Contains(impact.Omitted, static node => node.IsOld && node.Path == "支援.Ⅱ.体制.1.ア");
        Assert.DoesNotContain(impact.Factors, static factor => factor.Kind is FactorKind.Data or FactorKind.Interaction);
        AssertAddsUp(impact);
    }

    [Fact]
    public void Two_nations_part_data_from_rules()
    {
        var diff = Nations.Compare(Specs.Of("r6"), Specs.Of("r7"));
        var impact = ImpactAnalysis.Analyze(diff, 0, ImpactData.FromTwo(Nations.Of("r6"), Nations.Of("r7")));
        Golden.Check("impact/r6-r7.two-nations.txt", ImpactDescription.Of(ImpactSummary.Create(impact)));
        Assert.Empty(impact.Omitted);
        Assert.Equal(2, impact.Crossed.Length);
        AssertAddsUp(impact);
    }

    [Fact]
    public void An_anonymous_summary_tells_nobodys_name_code_points_or_prefecture()
    {
        var impact = WithTier("上位2割");
        var summary = ImpactSummary.Create(impact, isAnonymous: true);
        Assert.Equal(summary.Entities.Length, summary.Entities.Select(static entity => entity.Key).Distinct().Count());
        Assert.All(summary.Entities, entity =>
        {
            Assert.StartsWith("#", entity.Key, StringComparison.Ordinal);
            Assert.Equal((string.Empty, string.Empty, null, null, 0, 0, null), (entity.Name, entity.Owner, entity.OldPoints, entity.NewPoints, entity.OldRank, entity.NewRank, entity.RankGain));
        });

        // The same data has the same pseudonyms under another change.
        var other = ImpactSummary.Create(WithTier("上位4割"), isAnonymous: true);
        Assert.Equal(Pseudonymised(impact, summary), Pseudonymised(impact, other));
        Assert.Equal(impact.Gains, summary.Entities.Count(static entity => entity.Difference > 0));
    }

    [Fact]
    public void Small_groups_are_withheld_and_do_not_follow_from_the_whole()
    {
        var impact = WithTier("上位2割", entities: 60);
        var summary = ImpactSummary.Create(impact, isAnonymous: true);
        var prefectures = summary.Groupings.Single(static grouping => grouping.Name == "都道府県").Groups;
        var plain = ImpactSummary.Create(impact).Groupings.Single(static grouping => grouping.Name == "都道府県").Groups;
        Assert.Contains(plain, static group => group.Count < SummaryGrouping.SmallestTold);
        Assert.All(prefectures, static group => Assert.True(group.IsSuppressed || group.Count >= SummaryGrouping.SmallestTold));
        Assert.True(prefectures.Count(static group => group.IsSuppressed) >= 2);
        Assert.True(plain.Zip(prefectures).Where(static both => both.Second.IsSuppressed).Sum(static both => both.First.Count) >= SummaryGrouping.SmallestTold);
    }

    /// <summary>R7 with one tier changed, and a nation under both.</summary>
    internal static ImpactResult WithTier(string tier, int entities = Synthesis.SyntheticNation.DefaultEntityCount)
    {
        var diff = Nations.Compare(Specs.Of("r7"), Specs.Compile(Changed(tier)));
        return ImpactAnalysis.Analyze(diff, 0, ImpactData.FromOne(diff.Pairs[0], Nations.Of("r7", entities), isNew: false));
    }

    internal static IEnumerable<(string, string)> Changed(string tier)
    {
        foreach (var (path, text) in Specs.Files("r7"))
        {
            var place = text.IndexOf("「後期高齢者数と給付費の伸び率の比較」", StringComparison.Ordinal);
            var start = place < 0 ? -1 : text.IndexOf("上位3割", place, StringComparison.Ordinal);
            yield return (path, start < 0 ? text : text[..start] + tier + text[(start + "上位3割".Length)..]);
        }
    }

    private static string Pseudonymised(ImpactResult impact, ImpactSummary summary) =>
        string.Join(' ', summary.Entities.Select(static entity => entity.Key).Order(StringComparer.Ordinal)) + impact.Entities.Length;

    /// <summary>In points and in yen.</summary>
    internal static void AssertAddsUp(ImpactResult impact)
    {
        Assert.All(impact.Compared, entity => Assert.Equal(
            Rational.FromInt64(impact.Entities[entity].Difference ?? 0),
            impact.Factors.Aggregate(Rational.Zero, (sum, factor) => sum + factor.Parts[entity])));
        Assert.All(impact.Money?.Compared ?? [], entity => Assert.Equal(
            impact.Money?.Entities[entity].Difference,
            impact.Factors.Aggregate(Rational.Zero, (sum, factor) => sum + factor.Yen[entity])));
    }
}
