using System.Globalization;
using System.Text;

namespace KaigoDsl.Differential.Tests.Money;

/// <summary>Writes a model in the language.</summary>
internal static class AllocationPrinter
{
    private const string Ground = """
        対象 市町村 { 鍵 団体コード  被保険者 : 人  過疎 : 真偽 }
        評価体系 令和7年度 市町村 100点 { 交付金 推進 「推進」 100点 得点入力 }
        段階 係数 : 人 → 割合 降順 { 1_000人未満 1.2  2_500人以下 1  以上 0.8 }
        算式 調整 市町村 「端数を丸めた得点」 : 点 = 四捨五入(係数(被保険者) × 推進.得点, 0.5点)
        判定 要件 市町村 「交付要件」 {
          入力 実績 : 円
          順位 実績順位 実績, 高い順
          該当 (1) 「実績がある」 実績 > 300円
          非該当 (2) 「過疎」 過疎
          該当 (3) 「実績が上位」 実績順位 上位5割
          非該当 「その他」
        }

        """;

    public static string Print(AllocationModel model)
    {
        var text = new StringBuilder(Ground);
        text.AppendLine(CultureInfo.InvariantCulture, $"配分 令和7年度 市町村 推進 {model.Pools.Sum(pool => pool.Budget)}円 {{");
        text.AppendLine("  入力 必要額 : 円");
        text.AppendLine("  入力 前年度額 : 円");
        text.AppendLine("  順位 全国 推進.得点, 高い順, 母集団 被保険者 > 0人");
        if (model.GateLeavesBase is { } leaves)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  交付要件 要件 {(leaves ? "分母から除く" : "配分残とする")}");
        }

        foreach (var pool in model.Pools)
        {
            Pool(text, pool);
        }

        if (model.Transition is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  激変緩和 前年度額 {model.Transition}% {(model.IsNormalised ? "総額に合わせる" : string.Empty)}");
        }

        Rounding(text, "  ", "金額", model.Amount);
        Rounding(text, "  ", "合計", model.Total);
        if (model.HasCap)
        {
            text.AppendLine("  上限 必要額");
            Redistribution(text, "  ", model.Again);
        }

        Residue(text, "  ", model.Left);
        return text.AppendLine("}").ToString();
    }

    private static void Pool(StringBuilder text, PoolModel pool)
    {
        if (pool.IsWithheld)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  枠 {pool.Label} {pool.Budget}円 配分しない 「審査による」");
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  枠 {pool.Label} {pool.Budget}円 {{");
        if (pool.HasMembers)
        {
            text.AppendLine("    対象 推進.得点 > 20点");
        }

        if (pool.Sizes is { } sizes)
        {
            var classes = sizes.Boundaries.Select(b => b.ToString(CultureInfo.InvariantCulture) + "人未満").Append("以上")
                .Select((bound, i) => $"区分 {i + 1} {bound}{(sizes.Budgets.IsEmpty ? string.Empty : $" {sizes.Budgets[i]}円")}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    規模 被保険者 {{ {string.Join("  ", classes)} }}");
            if (sizes.Budgets.IsEmpty)
            {
                text.AppendLine("    規模別予算 被保険者 に比例");
                Rounding(text, "    ", "規模別予算", pool.ClassBudget);
            }
        }

        if (pool.Weight is { } weight)
        {
            text.AppendLine("    按分 " + weight switch
            {
                WeightKind.PointsTimesInsured => "推進.得点 × 被保険者",
                WeightKind.AdjustedPoints => "調整",
                WeightKind.Insured => "被保険者",
                _ => "被保険者 × 係数(被保険者)",
            });
        }
        else
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    均等 {(pool.Conditions.IsEmpty ? string.Empty : "{ " + string.Join("  ", pool.Conditions.Select((c, i) => $"条件 {"①②③④"[i]} {Text(c)}")) + " }")}");
        }

        if (pool.CapDivisor is { } cap)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    上限 必要額 ÷ {cap}");
        }

        if (pool.FloorDivisor is { } floor)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    下限 必要額 ÷ {floor * 1_000}");
        }

        Redistribution(text, "    ", pool.Again);
        Rounding(text, "    ", "金額", pool.Amount);
        if (pool.Weight is not null)
        {
            Rounding(text, "    ", "按分率", pool.Share);
        }

        Residue(text, "    ", pool.Left);
        text.AppendLine("  }");
    }

    private static string Text(ConditionKind condition) => condition switch
    {
        ConditionKind.Depopulated => "過疎",
        ConditionKind.TopThreeTenths => "全国 上位3割",
        ConditionKind.SixtyPoints => "推進.得点 ≥ 60点",
        _ => "要件",
    };

    private static void Redistribution(StringBuilder text, string indent, Again? again)
    {
        if (again is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}再配分 按分, {(again.Rounds is { } rounds ? $"{rounds}回" : "収束まで")}, 対象 {(again.MembersOnly ? "推進.得点 ≥ 60点" : "上限未満")}");
        }
    }

    private static void Rounding(StringBuilder text, string indent, string target, Cut? cut)
    {
        if (cut is null)
        {
            return;
        }

        var unit = (cut.Numerator, cut.Denominator) switch
        {
            (var n, 1) when target != "按分率" => n == 1_000 ? "千円未満" : n == 10 ? "10円未満" : "1円未満",
            (_, 100) => "小数点以下2位",
            _ => "小数点以下3位",
        };
        var direction = cut.Direction switch
        {
            Direction.Down => "切り捨て",
            Direction.Up => "切り上げ",
            _ => "四捨五入",
        };
        text.AppendLine(CultureInfo.InvariantCulture, $"{indent}端数 {target} {unit}{direction}");
    }

    private static void Residue(StringBuilder text, string indent, Left left)
    {
        if (left != Left.Unsaid)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}残余 {left switch { Left.Report => "報告", Left.CarryForward => "翌回へ繰越", _ => "最大剰余 被保険者 高い順" }}");
        }
    }
}
