namespace KaigoDsl.Runtime.Tests;

public sealed class HistogramTests
{
    private const int U = ScoreColumn.Unknown;

    [Theory]
    [InlineData(800, 20, 41)]
    [InlineData(400, 10, 41)]
    [InlineData(100, 5, 21)]
    [InlineData(36, 1, 37)]
    [InlineData(64, 2, 33)]
    [InlineData(2_200, 100, 23)]
    [InlineData(0, 1, 1)]
    public void Width_is_one_two_or_five_times_a_power_of_ten(int fullMark, int width, int bins)
    {
        var histogram = Histogram.OfScores([], fullMark);
        Assert.Equal((width, bins), (histogram.Width, histogram.Bins.Length));
        Assert.Equal((0, fullMark), (histogram.Bins[0].From, histogram.Bins[^1].To));
    }

    /// <summary>0–4, 5–9, …, 95–99 and the full mark; 4 belongs to the first bin, 5 to the second.</summary>
    [Fact]
    public void Bounds_belong_to_the_bin_they_begin()
    {
        var histogram = Histogram.OfScores([0, 4, 5, 9, 10, 99, 100, U, 100], 100);
        Assert.Equal(1, histogram.UnknownCount);
        Assert.Equal(new HistogramBin(0, 4, 2, 8), histogram.Bins[0]);
        Assert.Equal(new HistogramBin(5, 9, 2, 6), histogram.Bins[1]);
        Assert.Equal(new HistogramBin(10, 14, 1, 4), histogram.Bins[2]);
        Assert.Equal(new HistogramBin(15, 19, 0, 3), histogram.Bins[3]);
        Assert.Equal(new HistogramBin(95, 99, 1, 3), histogram.Bins[19]);
        Assert.Equal(new HistogramBin(100, 100, 2, 2), histogram.Bins[20]);
    }

    [Fact]
    public void Without_a_full_mark_the_highest_score_ends_it_and_negative_scores_have_bins_too()
    {
        var histogram = Histogram.OfScores([-7, -1, 0, 60], null);
        Assert.Equal((2, -8, 60), (histogram.Width, histogram.Bins[0].From, histogram.Bins[^1].To));
        Assert.Equal(new HistogramBin(-8, -7, 1, 4), histogram.Bins[0]);
        Assert.Equal(new HistogramBin(-2, -1, 1, 3), histogram.Bins[3]);
        Assert.Equal(new HistogramBin(0, 1, 1, 2), histogram.Bins[4]);
    }

    /// <summary>Every known score is in exactly one bin, whatever the scores and the full mark.</summary>
    [Fact]
    public void Bins_partition_the_scores()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            int[] scores = [.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(10) == 0 ? U : random.Next(-50, 900))];
            var histogram = Histogram.OfScores(scores, random.Next(2) == 0 ? null : random.Next(900));
            Assert.InRange(histogram.Bins.Length, 1, Histogram.MostBins);
            Assert.Equal(scores.Count(s => s == U), histogram.UnknownCount);
            for (var i = 0; i < histogram.Bins.Length; i++)
            {
                var bin = histogram.Bins[i];
                Assert.Equal(scores.Count(s => s != U && s >= bin.From && s <= bin.To), bin.Count);
                Assert.Equal(scores.Count(s => s != U && s >= bin.From), bin.AtLeast);
                Assert.True(i == 0 || histogram.Bins[i - 1].To + 1 == bin.From);
            }
        }
    }
}
