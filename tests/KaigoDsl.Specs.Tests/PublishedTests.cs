using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Specs.Tests;

/// <summary>
/// The published figures are consistent with each other and with the points of the specifications: a mean follows from the numbers of
/// municipalities that score each item, so a wrong point shows, and a count that is off by more than the printed digits can hide.
/// </summary>
public sealed class PublishedTests
{
    private const string ByItem = "項目別";

    /// <summary>The one edition that its successor corrected, and what was corrected.</summary>
    private static readonly string[] s_corrected =
    [
        "概要（予算案時点） 推進 Mean", "概要（予算案時点） 支援.Ⅲ.活動 Rate", "概要（予算案時点） 支援 Mean",
    ];

    [Theory]
    [InlineData("R6", 20)]
    [InlineData("R7", 104)]
    [InlineData("R8", 10)]
    public void Means_and_rates_follow_from_the_counts_by_item(string year, int figures)
    {
        var plan = Specifications.Municipality(year);
        var blocks = Specifications.Program.Published.Where(p => p.Framework == Specifications.IndexOf(plan)).ToArray();
        var counts = blocks.Single(b => b.Edition == ByItem);
        var entities = counts.Values.Single(v => v.Statistic == StatisticKind.EntityCount).Value;
        var hits = counts.Values.Where(v => v.Statistic == StatisticKind.MetCount).ToDictionary(v => v.Node, v => v.Value);
        Assert.Equal(plan.Items.Select(i => i.Node).Order(), hits.Keys.Order());

        var compared = 0;
        var differences = new List<string>();
        foreach (var block in blocks)
        {
            foreach (var value in block.Values.Where(v => v.Statistic is StatisticKind.Mean or StatisticKind.Rate))
            {
                var node = plan.Nodes[value.Node];
                var computed = Points(node) / entities;
                computed = value.Statistic == StatisticKind.Rate ? computed / (node.FullMark ?? throw new InvalidOperationException(node.Path)) : computed;
                compared++;
                if (computed < value.Value - value.Precision || computed >= value.Value + value.Precision)
                {
                    differences.Add($"{block.Edition} {node.Path} {value.Statistic}");
                }
            }
        }

        Assert.Equal(figures, compared);
        Assert.Equal(year == "R7" ? s_corrected : [], differences);

        ExactNumber Points(NodePlan node)
        {
            if (node.Item >= 0)
            {
                return hits[node.Index] * plan.Items[node.Item].Points;
            }

            // A 高い方 node sums too: what is counted is what was booked.
            var parts = node.Kind == NodeKind.Total ? node.Terms : node.Reference >= 0 ? plan.Nodes[node.Reference].Children : node.Children;
            return parts.Aggregate(ExactNumber.Zero, (sum, part) => sum + Points(plan.Nodes[part]));
        }
    }

    [Theory]
    [InlineData("R6", "422.4")]
    [InlineData("R7", "435.0")]
    [InlineData("R8", "455.1")]
    public void The_headline_mean_is_written(string year, string mean)
    {
        var framework = Specifications.IndexOf(Specifications.Municipality(year));
        var tenths = new ExactNumber(int.Parse(mean.Replace(".", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), 10);
        Assert.Contains(Specifications.Program.Published.Where(p => p.Framework == framework).SelectMany(p => p.Values), value =>
            value is { Node: 0, Statistic: StatisticKind.Mean } && value.Value == tenths && value.Precision == new ExactNumber(1, 20));
    }

    [Fact]
    public void Every_block_names_its_source_and_its_edition_or_entity() =>
        Assert.All(Specifications.Program.Published, block => Assert.False(string.IsNullOrEmpty(block.Source) || string.IsNullOrEmpty(block.Edition ?? block.Subject)));

    /// <summary>A tier that is harder is never met by more municipalities.</summary>
    [Theory]
    [InlineData("R6")]
    [InlineData("R7")]
    [InlineData("R8")]
    public void Harder_tiers_have_fewer_municipalities(string year)
    {
        var plan = Specifications.Municipality(year);
        var hits = Specifications.Program.Published.Single(p => p.Framework == Specifications.IndexOf(plan) && p.Edition == ByItem).Values
            .Where(v => v.Statistic == StatisticKind.MetCount).ToDictionary(v => v.Node, v => v.Value);
        foreach (var ranking in plan.Rankings)
        {
            var series = ranking.Tiers.OrderByDescending(t => t.Share).Select(t => hits[plan.Items[t.Item].Node]).ToArray();
            Assert.True(series.Zip(series.Skip(1)).All(pair => pair.First >= pair.Second), plan.Nodes[plan.Items[ranking.Tiers[0].Item].Node].Path);
        }
    }
}
