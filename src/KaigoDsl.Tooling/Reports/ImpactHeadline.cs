using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>The impact in a sentence: what changed, where that is a few things, and how many gain and lose.</summary>
internal static class ImpactHeadline
{
    private const int NamedAtMost = 3;

    public static LocalizedText Of(ImpactResult impact, int compared)
    {
        var changes = impact.ChangesOfPoints.Select(static entry => entry.Change).ToArray();
        var what = changes.Length switch
        {
            0 => new LocalizedText("得点に響く変更なし", "No change that a payee can feel"),
            <= NamedAtMost => new LocalizedText(
                string.Join("／", changes.Select(static change => change.Text.Japanese)), string.Join("; ", changes.Select(static change => change.Text.English))),
            _ => new LocalizedText(
                FormattableString.Invariant($"得点に響く変更 {changes.Length}件"), FormattableString.Invariant($"{changes.Length} changes that a payee can feel")),
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

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace('-', '−');
}
