using KaigoDsl.Runtime;
using RankDirection = KaigoDsl.Compiler.Lowering.RankDirection;

namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string PointsOf(string points, int? fullMark) => Say(
        $"{points} / {(fullMark is { } mark ? $"{Count(mark)}点" : "配点未確認")}",
        $"{points} / {(fullMark is { } known ? Plural(known, "point", "points") : "not confirmed")}");

    public string UnknownPoints => Say("不明", "unknown");

    public string RankOf(int rank, int total) => Say($"順位 {Count(rank)}位（{Count(total)}団体中）", $"rank {Count(rank)} of {Count(total)}");

    public string Period(string period) => Say($"時点 {period}", $"period {period}");

    public string Source(string source) => Say($"出典 {source}", $"source {source}");

    public string Assumption(string text) => Say($"仮定 {text}", $"assumption {text}");

    public string AssumptionAbove(string text) => Say($"仮定（上位の節） {text}", $"assumption (above) {text}");

    public string Measure(string text, RankDirection direction) => Say(
        $"順位の値 {text}（{(direction == RankDirection.HighestFirst ? "高い順" : "低い順")}）",
        $"ranked by {text} ({(direction == RankDirection.HighestFirst ? "highest first" : "lowest first")})");

    public string Population(string text, bool inside) => Say(
        $"母集団 {text}（{(inside ? "含まれる" : "含まれない")}）", $"population {text} ({(inside ? "inside" : "outside")})");

    public string Value(string text) => Say($"値 {text}", $"value {text}");

    public string Missing => Say("欠測", "missing");

    public string NoCutOff => Say("なし", "none");

    public string Standing(int standing, int count) => standing == 0
        ? Say($"順位なし（N={Count(count)}）", $"not ranked (N={Count(count)})")
        : Say($"{Count(standing)}位（N={Count(count)}）", $"stands {Count(standing)} (N={Count(count)})");

    public string Tier(string share, int k, string cutOff, int hits) => Say(
        $"q={share}、k={Count(k)}、境の値 {cutOff}、該当 {Count(hits)}団体", $"q={share}, k={Count(k)}, cut-off {cutOff}, {Count(hits)} in the tier");

    public string Inputs(string values) => Say($"使った値 {values}", $"from {values}");

    public string Condition(string text) => Say($"条件 {text}", $"condition {text}");

    public string Answered(Answer answer, bool overrides)
    {
        var text = answer switch
        {
            Answer.Met => Say("該当", "met"),
            Answer.NotMet => Say("非該当", "not met"),
            Answer.NotImplemented => Say("未実施", "not implemented"),
            _ => Say("未報告", "not reported"),
        };
        return overrides
            ? Say($"回答 {text}（計算より優先）", $"answered {text} (overrides the computation)")
            : Say($"回答 {text}", $"answered {text}");
    }

    public string Prerequisite(string path, bool met) => Say(
        $"前提 {path}（{(met ? "該当" : "非該当")}）", $"prerequisite {path} ({(met ? "met" : "not met")})");

    public string Chosen(string series) => Say($"系列 {series} を採用", $"series {series} counts");

    public string NotBooked => Say("計上しない（他の系列を採用）", "not counted (another series counts)");

    public string OnlyIndicators(string example) => Say(
        $"項目まで見るには節を指定してください（例: {example}）。", $"Name a node to see its items, e.g. {example}.");

    public string MetOf(int met, int total) => Say($"該当 {Count(met)}/{Count(total)}項目", $"{Count(met)} of {Plural(total, "item", "items")} met");
}
