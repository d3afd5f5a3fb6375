using System.Text;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Tooling.Tests;

/// <summary>A summary in lines that a person can review.</summary>
internal static class ImpactDescription
{
    public static string Of(ImpactSummary summary)
    {
        var text = new StringBuilder();
        text.Append(summary.Heading.Japanese).Append('\n').Append(summary.Headline.Japanese).Append('\n');
        text.Append(summary.Headline.English).Append("\n\n");
        foreach (var allocation in summary.Money?.Allocations ?? [])
        {
            text.Append($"{allocation.Name}  {Total(allocation.OldTotal)} → {Total(allocation.NewTotal)}  +{allocation.Gains} -{allocation.Losses}  {allocation.Note?.Japanese}".TrimEnd()).Append('\n');
        }

        for (var i = 0; i < summary.Factors.Length; i++)
        {
            var factor = summary.Factors[i];
            text.Append($"[{i + 1}] {factor.Code} {factor.Text.Japanese}  +{factor.Gains} -{factor.Losses} {PointsText.Signed(factor.Total)}点");
            text.Append($"  +{factor.YenGains} -{factor.YenLosses} {YenDifferenceText.Signed(factor.YenTotal)}円\n");
        }

        text.Append('\n');
        foreach (var idle in summary.WithoutEffect)
        {
            text.Append("影響なし ").Append(idle.Japanese).Append('\n');
        }

        foreach (var unknown in summary.Uncomputed)
        {
            text.Append("計算不能 ").Append(unknown.Japanese).Append('\n');
        }

        foreach (var entity in summary.Movers(10))
        {
            text.Append($"{entity.Key} {entity.Name} {entity.Owner} {entity.OldPoints} → {entity.NewPoints} ({PointsText.Signed(entity.Difference)}) {entity.OldRank}位 → {entity.NewRank}位");
            text.Append("  ").AppendJoin(' ', entity.Parts.Select(static part => $"[{part.Factor + 1}] {PointsText.Signed(part.Points)}")).Append('\n');
        }

        foreach (var entity in summary.YenMovers(10))
        {
            text.Append($"{entity.Key} {entity.Name} {entity.Owner} {YenDifferenceText.Plain(entity.OldYen)}円 → {YenDifferenceText.Plain(entity.NewYen)}円 ({YenDifferenceText.Signed(entity.YenDifference)})");
            text.Append("  ").AppendJoin(' ', entity.YenParts.Select(static part => $"[{part.Factor + 1}] {YenDifferenceText.Signed(part.Yen)}")).Append('\n');
        }

        text.Append('\n').AppendJoin(' ', summary.Distribution.Select(static bin => $"{bin.From}..{bin.To}:{bin.Count}")).Append('\n');
        foreach (var grouping in summary.Groupings.Where(static grouping => grouping.Name != "都道府県"))
        {
            text.Append('\n').Append(grouping.Name).Append('\n');
            foreach (var group in grouping.Groups)
            {
                text.Append($"  {group.Label} {group.Count} +{group.Gains} -{group.Losses} {PointsText.Signed(group.Total)} {PointsText.Signed(group.Mean)}");
                text.Append($"  +{group.YenGains} -{group.YenLosses} {YenDifferenceText.Signed(group.YenTotal)}円\n");
            }
        }

        foreach (var node in summary.Omitted)
        {
            text.Append($"除外 {(node.IsOld ? "旧" : "新")} {node.Path} {node.FullMark}\n");
        }

        foreach (var crossing in summary.Crossed)
        {
            text.Append($"交差 {(crossing.IsOldData ? "旧データ" : "新データ")} {crossing.Count} {crossing.OwnMean.ToDecimalString(2)} → {crossing.CrossedMean.ToDecimalString(2)} +{crossing.Gains} -{crossing.Losses} 除外 {crossing.Omitted}\n");
        }

        return text.ToString();
    }

    private static string Total(Runtime.Rational yen) => yen.IsMissing ? "計算できない" : YenDifferenceText.Plain(yen) + "円";
}
