namespace KaigoDsl.Runtime.Tests;

/// <summary>Aggregates over members, against small groups worked out by hand.</summary>
public sealed class MemberAggregatesTests
{
    // Owners: 北 has three members, 南 has one without a value, 東 has none, a blank key owns nobody.
    private static readonly MemberGroups s_groups = MemberGroups.Create(
        TextColumn.FromValues(["北", "南", "東", null]),
        TextColumn.FromValues(["北", "西", null, "南", "北", "北"]));

    private static readonly Rational[] s_values = [Rational.Create(1, 2), 7, 9, Rational.Missing, 2, Rational.Missing];

    [Fact]
    public void Members_are_grouped_by_the_key_they_name_in_the_order_of_the_table()
    {
        Assert.Equal((4, 6), (s_groups.Count, s_groups.MemberCount));
        Assert.Equal([0, 4, 5], s_groups[0].ToArray());
        Assert.Equal([3], s_groups[1].ToArray());
        Assert.True(s_groups[2].IsEmpty);
        Assert.True(s_groups[3].IsEmpty);
    }

    [Fact]
    public void Owners_with_one_key_share_its_members()
    {
        var groups = MemberGroups.Create(TextColumn.FromValues(["北", "北"]), TextColumn.FromValues(["北", "北"]));
        Assert.Equal([0, 1], groups[0].ToArray());
        Assert.Equal([0, 1], groups[1].ToArray());
    }

    [Fact]
    public void Missing_values_are_left_out_and_nothing_known_is_not_zero()
    {
        Assert.Equal("5/2,,0,0", Text(MemberAggregates.Sum(s_groups, s_values)));
        Assert.Equal("5/4,,,", Text(MemberAggregates.Mean(s_groups, s_values)));
        Assert.Equal("5/4,,,", Text(MemberAggregates.Median(s_groups, s_values)));
        Assert.Equal("2,,,", Text(MemberAggregates.Maximum(s_groups, s_values)));
        Assert.Equal("1/2,,,", Text(MemberAggregates.Minimum(s_groups, s_values)));
        Assert.Equal("2,0,0,0", Text(MemberAggregates.Count(s_groups, s_values)));
    }

    [Fact]
    public void A_condition_is_counted_where_true_and_shared_where_known()
    {
        Truth[] truths = [Truth.True, Truth.True, Truth.True, Truth.Unknown, Truth.False, Truth.True];
        Assert.Equal("2,0,0,0", Text(MemberAggregates.Count(s_groups, truths)));
        Assert.Equal("2/3,,,", Text(MemberAggregates.Share(s_groups, truths)));
    }

    [Fact]
    public void Texts_are_counted_where_they_exist() =>
        Assert.Equal("2,1,0,0", Text(MemberAggregates.Count(s_groups, ["市", null, "町", "村", null, "市"])));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_aggregate_is_the_statistic_of_the_group(int seed)
    {
        var random = new Random(seed);
        var keys = TextColumn.FromValues([.. Enumerable.Range(0, 9).Select(i => (string?)$"{i}")]);
        var links = TextColumn.FromValues([.. Enumerable.Range(0, 200).Select(_ => random.Next(8) == 0 ? null : $"{random.Next(7)}")]);
        var values = Enumerable.Range(0, 200).Select(_ => random.Next(6) == 0 ? Rational.Missing : Rational.Create(random.Next(-9, 9), random.Next(1, 5))).ToArray();
        var groups = MemberGroups.Create(keys, links);
        for (var owner = 0; owner < keys.Count; owner++)
        {
            var own = Enumerable.Range(0, links.Count).Where(row => links[row] == keys[owner]).ToArray();
            Assert.Equal(own, groups[owner].ToArray());
            var summary = Statistics.Of([.. own.Select(row => values[row])]);
            Assert.Equal(summary.Mean.ToString(), MemberAggregates.Mean(groups, values)[owner].ToString());
            Assert.Equal(summary.Median.ToString(), MemberAggregates.Median(groups, values)[owner].ToString());
            Assert.Equal(summary.Maximum.ToString(), MemberAggregates.Maximum(groups, values)[owner].ToString());
            Assert.Equal(summary.Minimum.ToString(), MemberAggregates.Minimum(groups, values)[owner].ToString());
            Assert.Equal(summary.Sum.ToString(), MemberAggregates.Sum(groups, values)[owner].ToString());
        }
    }

    [Fact]
    public void A_column_of_another_table_is_refused() =>
        Assert.Throws<ArgumentException>(() => MemberAggregates.Sum(s_groups, [Rational.Missing]));

    private static string Text(IEnumerable<Rational> values) => string.Join(',', values.Select(value => value.ToString()));
}
