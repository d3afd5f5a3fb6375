namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    /// <summary>A rank with the number ranked, without separators, as it is published: 12/1741.</summary>
    public static string RankCell(int rank, int count) => rank == 0 ? Marks.Neither : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rank}/{count}");

    public string ByHeading(string group) => Say($"{group}別", $"By {group}");

    public string DistributionHeading(int width) => Say($"得点の分布（{Count(width)}点刻み）", $"Distribution of the score (steps of {Plural(width, "point", "points")})");

    public string ColumnCount => Say("団体数", "Entities");

    public string ColumnMedian => Say("中央値", "Median");

    public string ColumnDeviation => Say("標準偏差", "Std. dev.");

    public string ColumnLowest => Say("最低", "Lowest");

    public string ColumnHighest => Say("最高", "Highest");

    public string ColumnRankOfMean => Say("平均の順位", "Rank of mean");

    public string ColumnRankBase => Say("順位の母数", "Ranked");

    public string ColumnBest => Say("首位の団体", "Best");

    public string ColumnFrom => Say("下限", "From");

    public string ColumnTo => Say("上限", "To");

    public string ColumnPoints => Say("得点", "Score");

    public string ColumnAtLeast => Say("以上の団体", "At least");

    public string ColumnShare => Say("割合", "Share");

    public string BlankGroup => Say("（空欄）", "(blank)");

    public string UnknownScore => Say("不明", "unknown");

    /// <summary>More entities share the highest score than are named.</summary>
    public string BestAmong(string first, int others) => Say($"{first} ほか{Count(others)}団体", $"{first} and {Count(others)} more");

    public string NoSuchGroup(string name, string choices, string? candidate) => Suggest(
        Say($"--by の `{name}` という分け方はありません。選べるのは {choices} です。", $"There is no grouping `{name}` for --by. Choose one of {choices}."), candidate);

    public string NoSizeColumn(string column) => Say(
        $"規模別の区分には属性「{column}」が要りますが、この評価体系の対象にはありません。",
        $"Size classes need the attribute `{column}`, which the entity of this framework does not have.");
}
