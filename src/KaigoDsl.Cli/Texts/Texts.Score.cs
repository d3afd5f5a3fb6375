namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string Headline(string mean, string fullMark, string rate, string published) => Say(
        $"得点 平均 {mean} / {fullMark}点 ({rate} %)" + (published.Length == 0 ? string.Empty : $"  公表 {published}"),
        $"Score: mean {mean} / {fullMark} points ({rate} %)" + (published.Length == 0 ? string.Empty : $"  published {published}"));

    public string HeadlineUnknown => Say("得点 平均 不明", "Score: mean unknown");

    public string EntityCount(int scored, int total, string entity) => scored == total
        ? Say($"{entity} {Count(total)}団体", $"{Count(total)} × {entity}")
        : Say($"{entity} {Count(total)}団体（うち得点不明 {Count(total - scored)}）", $"{Count(total)} × {entity} ({Count(total - scored)} with unknown score)");

    public string DataLine(string source) => Say($"データ: {source}", $"Data: {source}");

    public string ColumnNode => Say("節", "Node");

    public string ColumnFullMark => Say("配点", "Full mark");

    public string ColumnMean => Say("平均", "Mean");

    public string ColumnRate => Say("得点率", "Rate");

    public string ColumnPublished => Say("公表値", "Published");

    public string ColumnAgrees => Say("一致", "Agrees");

    public string ColumnRank => Say("順位", "Rank");

    public string ColumnCode => Say("団体コード", "Code");

    public string ColumnName => Say("団体名", "Name");

    public string ColumnScore => Say("得点", "Score");

    public string Total => Say("得点", "Total");

    public string TopEntities => Say("上位の団体", "Top entities");

    public string PublishedLine(string counts, int notComputable, string editions)
    {
        var rest = notComputable == 0 ? string.Empty : Say($"計算できない {Count(notComputable)}", $"{Count(notComputable)} not computable");
        var all = counts.Length == 0 ? rest : rest.Length == 0 ? counts : counts + Separator + rest;
        return Say($"公表値との一致: {all}（{editions}）", $"Published figures reproduced: {all} ({editions})");
    }

    public string PublishedElsewhere(int published, int here) => Say(
        $"公表値は{Count(published)}団体のものです。データは{Count(here)}団体なので、一致は調べていません。",
        $"The published figures are about {Count(published)} entities, the data has {Count(here)}; agreement was not judged.");

    public string NoEdition => Say("版の記載なし", "no edition stated");

    public string AnswersLine(long reported, long total, string percent) => Say(
        $"回答: {Count(total)}件中 未報告 {Count(total - reported)}（{percent} %）",
        $"Answers: {Count(total - reported)} of {Count(total)} not reported ({percent} %)");

    public string ValuesLine(long missing, long total, string percent) => Say(
        $"数値: {Count(total)}件中 欠測 {Count(missing)}（{percent} %）", $"Values: {Count(missing)} of {Count(total)} missing ({percent} %)");

    public string AssumptionsLine(int count) => Say(
        $"仮定: {Count(count)}件に基づきます（kaigo explain が箇所を示します）", $"Rests on {Plural(count, "assumption", "assumptions")} (kaigo explain shows where)");

    public string Constants(string settings) => Say($"置き換えた定数: {settings}", $"Constants replaced: {settings}");

    public string Wrote(string path) => Say($"書き出しました: {path}", $"Wrote {path}");
}
