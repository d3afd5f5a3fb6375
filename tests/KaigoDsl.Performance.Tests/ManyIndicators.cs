using System.Text;

namespace KaigoDsl.Performance.Tests;

/// <summary>A sound spec of any size: every indicator has an input, a ranking, a condition and three tiers.</summary>
internal static class ManyIndicators
{
    private const int PointsEach = 10;

    public static string Spec(int indicators)
    {
        var text = new StringBuilder();
        text.Append("対象 市町村 { 鍵 団体コード  第1号被保険者数 : 人 }\n");
        text.Append($"評価体系 令和7年度 市町村 「評価指標」 {PointsEach * indicators}点 {{\n  指標群 活動 {PointsEach * indicators}点 {{\n");
        for (var i = 1; i <= indicators; i++)
        {
            text.Append($$"""
                    指標 {{i}} 「研修の修了者数」 {{PointsEach}}点 {
                      入力 研修修了者数{{i}} : 人
                      順位 研修修了者数{{i}} ÷ 第1号被保険者数, 高い順, 母集団 研修修了者数{{i}} > 0人
                      項目 ア 4点 研修修了者数{{i}} > 0人
                      項目 イ 3点 上位5割
                      項目 ウ 2点 上位3割
                      項目 エ 1点 上位1割
                    }

                """);
        }

        return text.Append("  }\n}\n").ToString();
    }
}
