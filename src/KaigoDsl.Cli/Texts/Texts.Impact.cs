using KaigoDsl.Tooling.Impact;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string ImpactDataOption => Say(
        "両方の仕様で採点・配分するデータ（対象=ファイル も可。built-in は架空の全国）。誰の得点と交付額がどの変更で動くかを示す",
        "Data scored and paid under both sides (also ENTITY=FILE; built-in for the fictional nation): shows who gains and loses by which change");

    public string OldDataOption => Say("旧い仕様で採点するデータ（--new-data と対）", "Data scored under the old side (with --new-data)");

    public string NewDataOption => Say("新しい仕様で採点するデータ（--old-data と対）", "Data scored under the new side (with --old-data)");

    public string AnonymousOption => Say("団体の名前・コード・得点・順位・交付額と小さい区分を載せない", "Leave out names, codes, points, ranks, payments and small groups");

    public string OneDataOrTwo => Say("--data と --old-data・--new-data は一緒に使えません。", "Use either --data or --old-data and --new-data.");

    public string BothDataNeeded => Say("--old-data と --new-data は両方を指定してください。", "Give both --old-data and --new-data.");

    public string ComputingImpact => Say("影響を計算しています…", "computing the impact…");

    public string ImpactHeading => Say("影響", "Impact");

    public string ImpactAnonymous => Say(
        "団体の名前・コード・得点・順位・交付額は載せていない。3団体未満の区分は、差引きで分かる区分とともに伏せる。",
        "Names, codes, points, ranks and payments are left out; groups of fewer than three are withheld, with others from which they would follow.");

    public string FactorsHeading => Say("何によるか（団体ごとに和は差にちょうど等しい）", "What it comes from (for every entity the parts add up to the difference exactly)");

    public string MoversHeading(int count) => Say($"得点の差が大きい{Count(count)}団体", $"The {Count(count)} entities that move most");

    public string Withheld => Say("秘匿", "withheld");

    public string MoreGroups(int count) => Say($"ほか {Count(count)}", $"and {Count(count)} more");

    public string NoEffectHeading(int count) => Say(
        $"このデータでは誰の得点・交付額も変えない変更 {Count(count)}件", $"Changes that move nobody with this data: {Count(count)}");

    public string UncomputedHeading(int count) => Say(
        $"データに欄がなく、影響を計算できない変更 {Count(count)}件", $"Changes whose impact cannot be computed, as the data says nothing about them: {Count(count)}");

    public string OmittedHeading(int count) => Say(
        $"データに欄がなく、比較から除いた項目 {Count(count)}件（得点と順位は残りによる）",
        $"Items left out because the data says nothing about them: {Count(count)} (points and ranks are of the rest)");

    public string[] FactorColumns => Japanese ? ["番号", "変更・要因", "加点", "減点", "計（点）"] : ["No.", "Change or cause", "Gain", "Lose", "Total points"];

    public string[] YenFactorColumns => Japanese ? ["増額", "減額", "計（円）"] : ["Get more", "Get less", "Total yen"];

    public string[] AllocationColumns => Japanese ? ["配分", "旧（円）", "新（円）", "差（円）", "増額", "減額", "備考"] : ["Allocation", "Old yen", "New yen", "Difference", "Get more", "Get less", "Note"];

    public string[] YenMoverColumns => Japanese ? ["団体", "旧交付額", "新交付額", "差（円）", "内訳（円）"] : ["Entity", "Old payment", "New payment", "Difference", "Parts (yen)"];

    public string AllocationsHeading => Say("配分ごとの交付額", "Payments by allocation");

    public string YenMoversHeading(int count) => Say($"交付額の差が大きい{Count(count)}団体", $"The {Count(count)} entities whose payments move most");

    public string NotComputed => Say("計算できない", "unknown");

    public string[] MoverColumns => Japanese ? ["団体", "旧得点", "新得点", "差", "旧順位", "新順位", "内訳"] : ["Entity", "Old points", "New points", "Difference", "Old rank", "New rank", "Parts"];

    public string[] AnonymousColumns => Japanese ? ["団体", "差", "内訳"] : ["Entity", "Difference", "Parts"];

    public string[] GroupColumns(string name) => Japanese ? [name, "団体数", "加点", "減点", "計（点）", "平均（点）"] : [name, "Entities", "Gain", "Lose", "Total points", "Mean points"];

    public string MembersNeeded(string entity, string member) => Say(
        $"{entity} は管内の {member} を集計するので、--data {member}=ファイル も指定してください。",
        $"{entity} aggregates its {member}; give --data {member}=FILE as well.");

    public string OmittedNode(OmittedNode node)
    {
        var side = node.IsOld ? Say("旧", "old") : Say("新", "new");
        return node.FullMark is { } most ? Say($"{side} {node.Path} {Count(most)}点", $"{side} {node.Path} {Count(most)} points") : $"{side} {node.Path}";
    }

    public string Crossing(SummaryCrossing crossing)
    {
        var head = crossing.IsOldData ? Say("旧データを新しい規則で", "Old data under the new rules") : Say("新データを旧い規則で", "New data under the old rules");
        var (own, other) = (crossing.OwnMean.ToDecimalString(1), crossing.CrossedMean.ToDecimalString(1));
        return Say(
            $"{head}: 平均 {own}点 → {other}点（{Count(crossing.Count)}団体、加点 {Count(crossing.Gains)}、減点 {Count(crossing.Losses)}、除いた項目 {Count(crossing.Omitted)}件）",
            $"{head}: mean {own} → {other} points ({Count(crossing.Count)} entities, {Count(crossing.Gains)} gain, {Count(crossing.Losses)} lose, {Count(crossing.Omitted)} items left out)");
    }
}
