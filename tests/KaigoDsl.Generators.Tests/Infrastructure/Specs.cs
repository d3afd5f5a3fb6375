namespace KaigoDsl.Generators.Tests.Infrastructure;

/// <summary>Specs as text.</summary>
internal static class Specs
{
    public const string PrefecturePath = "/project/specs/prefecture.kaigo";

    /// <summary>A framework that ranks by what <see cref="Framework"/> scored; it goes with an entity whose 都道府県 is a reference.</summary>
    public const string Prefecture = """
        対象 都道府県 「都道府県」 {
          鍵 都道府県名
        }
        評価体系 令和7年度 都道府県 「都道府県分」 3点 {
          指標 1 「管内の平均」 3点 {
            順位 管内.市町村.得点 の平均, 高い順
            項目 ア 3点 上位5割
          }
        }

        """;

    public const string EntityPath = "/project/specs/entities.kaigo";

    public const string FrameworkPath = "/project/specs/municipality.kaigo";

    public const string Entity = """
        対象 市町村 「市町村」 {
          鍵 団体コード
          過疎地域 : 真偽
        }

        """;

    /// <summary>One answered indicator and one ranked by an input, with every kind of line that a test edits.</summary>
    public const string Framework = """
        // 試験用の評価体系。
        評価体系 令和7年度 市町村 「小さな評価指標」 14点 {
          交付金 推進 「保険者機能強化推進交付金」 14点 {
            /// 特徴を共有できているか。
            指標 1 「特徴を把握しているか」 8点 {
              時点 2024年度
              項目 ア 4点 「把握している」
              項目 イ 4点 「公表している」
            }
            指標 2 「委託の事業数」 6点 {
              入力 事業数 : 件
              順位 事業数, 高い順, 母集団 事業数 > 0件
              項目 ア 3点 「実施している」 事業数 > 0件
              項目 イ 3点 「上位」 上位5割
            }
          }
        }

        """;
}
