using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports.Html;

/// <summary>The words of the page.</summary>
internal sealed class HtmlReportTexts(MessageLanguage language)
{
    public string ImpactHeading => Say("影響", "Impact");

    public string Anonymous => Say(
        "団体の名前・コード・得点・順位・交付額は載せていない。3団体未満の区分は伏せ、差引きで分かる区分も伏せる。",
        "Names, codes, points, ranks and payments are left out. Groups of fewer than three are withheld, and others with them so that they do not follow from the whole.");

    public string Compared => Say("団体数", "entities");

    public string Gains => Say("加点", "gain");

    public string Losses => Say("減点", "lose");

    public string Unchanged => Say("変わらず", "unchanged");

    public string TotalPoints => Say("計（点）", "total points");

    public string YenGains => Say("増額", "get more");

    public string YenLosses => Say("減額", "get less");

    public string TotalYen => Say("計（円）", "total yen");

    public string AllocationsHeading => Say("配分ごとの交付額", "Payments by allocation");

    public string Allocation => Say("配分", "Allocation");

    public string Note => Say("備考", "Note");

    public string NotComputed => Say("計算できない", "unknown");

    public string OldYen => Say("旧交付額（円）", "Old payment (yen)");

    public string NewYen => Say("新交付額（円）", "New payment (yen)");

    public string YenDifference => Say("交付額の差（円）", "Difference (yen)");

    public string YenParts => Say("交付額の内訳（円）", "Parts (yen)");

    public string FactorsHeading => Say("何によるか", "What it comes from");

    public string FactorsNote => Say(
        "団体ごとに内訳の和は得点の差、交付額の差にちょうど等しい（円は四捨五入して示す）。端数は変更を行う順序の平均（シャープレイ値）による。",
        "For every entity the parts add up to its differences of points and yen exactly (yen are shown rounded). Fractions are means over the orders in which the changes could be made (Shapley value).");

    public string Number => Say("番号", "No.");

    public string Cause => Say("変更・要因", "Change or cause");

    public string DistributionHeading => Say("得点の差の分布（団体数）", "Distribution of differences (entities)");

    public string Blank => Say("（空欄）", "(blank)");

    public string Suppressed => Say("秘匿", "withheld");

    public string Figures => Say("数値", "Figures");

    public string Mean => Say("平均（点）", "mean points");

    public string CrossedHeading => Say("データと規則を入れ替えると", "Data and rules crossed");

    public string Severity => Say("重さ", "Severity");

    public string Code => Say("コード", "Code");

    public string Where => Say("どこ", "Where");

    public string What => Say("何が", "What");

    public string Old => Say("旧", "Old");

    public string New => Say("新", "New");

    public string Lines => Say("行", "Lines");

    public string EntitiesHeading => Say("団体ごとの差", "Differences by entity");

    public string Search => Say("検索", "Search");

    public string Key => Say("コード", "Code");

    public string Entity => Say("団体", "Entity");

    public string Owner => Say("所属", "Belongs to");

    public string OldPoints => Say("旧得点", "Old points");

    public string NewPoints => Say("新得点", "New points");

    public string Difference => Say("差", "Difference");

    public string OldRank => Say("旧順位", "Old rank");

    public string NewRank => Say("新順位", "New rank");

    public string Parts => Say("内訳", "Parts");

    public string Title(string oldName, string newName) => Say($"仕様の変更: {oldName} → {newName}", $"Changes of the specification: {oldName} → {newName}");

    public string Of(int count) => Say($" / {Count(count)}団体", $" of {Count(count)}");

    public string YenGroupHeading(string name) => Say($"{name}別の交付額の差の平均（円）", $"Mean difference of payments by {name} (yen)");

    public string GroupHeading(string name) => Say($"{name}別の差の平均（点）", $"Mean difference by {name} (points)");

    public string ChangesHeading(int count) => Say($"変更 {Count(count)}件", $"Changes: {Count(count)}");

    public string WithoutEffect(int count) => Say(
        $"このデータでは誰の得点・交付額も変えない変更 {Count(count)}件", $"Changes that move nobody with this data: {Count(count)}");

    public string Uncomputed(int count) => Say(
        $"データに欄がなく、影響を計算できない変更 {Count(count)}件", $"Changes whose impact cannot be computed, as the data says nothing about them: {Count(count)}");

    public string OmittedHeading(int count) => Say(
        $"データに欄がなく、比較から除いた項目 {Count(count)}件（得点と順位は残りによる）",
        $"Items left out because the data says nothing about them: {Count(count)} (points and ranks are of the rest)");

    public string Omitted(OmittedNode node)
    {
        var side = node.IsOld ? Say("旧", "old") : Say("新", "new");
        var points = node.FullMark is { } most ? Say($"{Count(most)}点", $"{Count(most)} points") : Say("配点未確認", "points unconfirmed");
        return node.Title is null ? $"{side} {node.Path} {points}" : $"{side} {node.Path} {points} 「{node.Title}」";
    }

    public string Crossed(SummaryCrossing crossing)
    {
        var head = crossing.IsOldData ? Say("旧データを新しい規則で", "old data under the new rules") : Say("新データを旧い規則で", "new data under the old rules");
        var (own, other) = (crossing.OwnMean.ToDecimalString(1), crossing.CrossedMean.ToDecimalString(1));
        return Say(
            $"{head}：平均 {own}点 → {other}点（{Count(crossing.Count)}団体、加点 {Count(crossing.Gains)}、減点 {Count(crossing.Losses)}。除いた項目 {Count(crossing.Omitted)}件）",
            $"{head}: mean {own} → {other} points ({Count(crossing.Count)} entities, {Count(crossing.Gains)} gain, {Count(crossing.Losses)} lose; {Count(crossing.Omitted)} items left out)");
    }

    public string SeverityName(ChangeSeverity severity) => severity switch
    {
        ChangeSeverity.Payee => Say("得点・金額に響く", "payee"),
        ChangeSeverity.Meaning => Say("意味", "meaning"),
        ChangeSeverity.Wording => Say("文言", "wording"),
        _ => Say("参考", "information"),
    };

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private string Say(string japanese, string english) => language == MessageLanguage.Japanese ? japanese : english;
}
