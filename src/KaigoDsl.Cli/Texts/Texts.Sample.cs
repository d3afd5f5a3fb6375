using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string SampleWritten(string path, int rows, string seed) => Say(
        $"{path} に架空の{Count(rows)}団体を書き出しました（種 {seed}）。", $"Wrote a fictional nation of {Count(rows)} to {path} (seed {seed}).");

    public string SampleCounts(int hit, int total) => Say(
        $"項目の該当団体数: 公表された{Count(total)}件のうち {Count(hit)}件と一致", $"Met counts of items: {Count(hit)} of {Count(total)} published ones are hit");

    public string SampleMissed(string path, int target, int achieved) => Say(
        $"  {path}: 公表 {Count(target)}、データ {Count(achieved)}", $"  {path}: published {Count(target)}, data {Count(achieved)}");

    public string AndMore(int count) => Say($"  ほか{Count(count)}件", $"  and {Count(count)} more");

    public string VerifySummary(int agree, int disagree, int consistent, int notComputable) => Say(
        $"一致 {Count(agree)}、不一致 {Count(disagree)}"
            + (consistent == 0 ? string.Empty : $"、計算できないが他の公表値と整合 {Count(consistent)}")
            + (notComputable == 0 ? string.Empty : $"、計算できない {Count(notComputable)}"),
        $"{Count(agree)} agree, {Count(disagree)} differ"
            + (consistent == 0 ? string.Empty : $", {Count(consistent)} not computable but consistent with the figures beside them")
            + (notComputable == 0 ? string.Empty : $", {Count(notComputable)} not computable"));

    public string NothingPublished => Say("仕様に公表値がありません。", "The specs have no published figures (公表値).");

    public string UnknownEdition(string edition, string known) => Say(
        $"--edition: {edition} という版はありません。あるのは {known} です。", $"--edition: there is no edition {edition}; there is {known}.");

    public string ColumnStatistic => Say("統計", "Figure");

    public string ColumnComputed => Say("計算値", "Computed");

    public string ColumnEdition => Say("版", "Edition");

    public string Statistic(StatisticKind kind) => kind switch
    {
        StatisticKind.EntityCount => Say("団体数", "entities"),
        StatisticKind.MetCount => Say("該当団体数", "entities met"),
        StatisticKind.Mean => Say("平均", "mean"),
        StatisticKind.Median => Say("中央値", "median"),
        StatisticKind.StandardDeviation => Say("標準偏差", "standard deviation"),
        StatisticKind.Rate => Say("得点率", "rate"),
        StatisticKind.Maximum => Say("最高点", "maximum"),
        StatisticKind.Minimum => Say("最低点", "minimum"),
        StatisticKind.Score => Say("得点", "score"),
        StatisticKind.Rank => Say("順位", "rank"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public string AmountFigure(AmountFigureKind kind) => kind switch
    {
        AmountFigureKind.Budget => Say("予算（円）", "budget (yen)"),
        AmountFigureKind.Payment => Say("交付額（円）", "payment (yen)"),
        AmountFigureKind.Rest => Say("残余（円）", "residue (yen)"),
        AmountFigureKind.EntityCount => Say("団体数", "entities"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
