using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>The impact in a sentence: what changed, where that is a few things, and how many gain and lose.</summary>
internal static class ImpactHeadline
{
    private const int NamedAtMost = 3;

    public static LocalizedText Of(ImpactResult impact, int compared, bool isAnonymous)
    {
        var points = OfPoints(impact, compared);
        return impact.Money is null ? points : OfMoney(impact.Money, isAnonymous) is var money && points.Japanese.Length > 0
            ? new($"{points.Japanese}{money.Japanese}", $"{points.English} {money.English}")
            : money;
    }

    /// <summary>What the payments do; the greatest differences are those of somebody, and are not told where nobody may be recognised.</summary>
    private static LocalizedText OfMoney(MoneyImpact money, bool isAnonymous)
    {
        if (!money.Allocations.Any(static allocation => allocation.IsCompared))
        {
            return new("交付額の差は、このデータでは計算できない。", "Differences of payments cannot be computed with this data.");
        }

        var differences = money.Compared.Select(entity => money.Entities[entity].Difference).ToArray();
        var (gains, losses) = (money.Gains, money.Losses);
        if (gains + losses == 0)
        {
            return new("交付額が変わる団体はない。", "Nobody is paid another amount.");
        }

        var (japanese, english) = (new List<string>(), new List<string>());
        if (losses > 0)
        {
            var most = YenDifferenceText.Signed(differences.Aggregate(Rational.Min));
            japanese.Add(isAnonymous ? $"{Count(losses)}団体が減額" : $"{Count(losses)}団体が減額（最大 {most}円）");
            english.Add(isAnonymous ? $"{Count(losses)} get less" : $"{Count(losses)} get less (at most {most} yen)");
        }

        if (gains > 0)
        {
            var most = YenDifferenceText.Signed(differences.Aggregate(Rational.Max));
            japanese.Add(isAnonymous ? $"{Count(gains)}団体が増額" : $"{Count(gains)}団体が増額（最大 {most}円）");
            english.Add(isAnonymous ? $"{Count(gains)} get more" : $"{Count(gains)} get more (at most {most} yen)");
        }

        return new(
            $"交付額は、{Count(differences.Length)}団体のうち、{string.Join("、", japanese)}。", $"Of the payments of {Count(differences.Length)} entities: {string.Join(", ", english)}.");
    }

    private static LocalizedText OfPoints(ImpactResult impact, int compared)
    {
        var ofPoints = impact.ChangesOfPoints.Select(static entry => entry.Change).ToArray();
        var ofYen = impact.ChangesOfYen(isCompared: true).Select(static entry => entry.Change).ToArray();
        SpecChange[] changes = [.. ofPoints, .. ofYen];
        var what = changes.Length switch
        {
            0 => new LocalizedText(impact.Money is null ? "得点に響く変更なし" : "得点・交付額に響く変更なし", "No change that a payee can feel"),
            <= NamedAtMost => new LocalizedText(
                string.Join("／", changes.Select(static change => change.Text.Japanese)), string.Join("; ", changes.Select(static change => change.Text.English))),
            _ => Counted(ofPoints.Length, ofYen.Length),
        };
        var entity = impact.Frameworks.New.Entity;
        var (gains, losses) = (impact.Gains, impact.Losses);
        var most = impact.Entities.Select(static e => e.Difference ?? 0).DefaultIfEmpty(0);
        var (highest, lowest) = (most.Max(), most.Min());
        if (gains == 0 && losses == 0)
        {
            return new(
                $"{what.Japanese}。{entity} {Count(compared)}団体のうち、得点が変わる団体はない。", $"{what.English}. Of {Count(compared)} entities none has other points.");
        }

        var (japanese, english) = (new List<string>(), new List<string>());
        if (losses > 0)
        {
            japanese.Add($"{Count(losses)}団体が減点（最大 {Count(lowest)}点）");
            english.Add($"{Count(losses)} lose points (at most {Count(lowest)})");
        }

        if (gains > 0)
        {
            japanese.Add($"{Count(gains)}団体が加点（最大 +{Count(highest)}点）");
            english.Add($"{Count(gains)} gain points (at most +{Count(highest)})");
        }

        return new(
            $"{what.Japanese}。{entity} {Count(compared)}団体のうち、{string.Join("、", japanese)}。", $"{what.English}. Of {Count(compared)} entities {string.Join(", ", english)}.");
    }

    private static LocalizedText Counted(int ofPoints, int ofYen)
    {
        var (japanese, english) = (new List<string>(), new List<string>());
        if (ofPoints > 0)
        {
            japanese.Add($"得点に響く変更 {Count(ofPoints)}件");
        }

        if (ofYen > 0)
        {
            japanese.Add($"{(ofPoints > 0 ? "配分だけに響く変更" : "交付額に響く変更")} {Count(ofYen)}件");
        }

        english.Add($"{Count(ofPoints + ofYen)} changes that a payee can feel");
        return new(string.Join("、", japanese), string.Join(", ", english));
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace('-', '−');
}
