using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Tests;

/// <summary>
/// The real years compared: what can be felt or changes the meaning is exactly what a comparison of the published tables of points finds, by hand.
/// </summary>
public class YearDiffTests
{
    [Fact]
    public void R6_to_R7_is_what_the_published_tables_say() => Assert.Equal(
        [
            // 給付費適正化事業の取組状況: ア①=2 ア②=2 ア③=2 → ア=6
            "D105 推進.Ⅱ.体制.2.ア：統合  推進.Ⅱ.体制.2.ア.① 2点 + 推進.Ⅱ.体制.2.ア.② 2点 + 推進.Ⅱ.体制.2.ア.③ 2点 → 推進.Ⅱ.体制.2.ア 6点",

            // 通いの場参加者の健康状態の把握・分析: ア=1 イ=2 ウ=2 エ=2 → ア=1 イ=2 ウ=1 エ=1 オ=2
            "D106 支援.Ⅰ.体制.4.ウ：分割  支援.Ⅰ.体制.4.ウ 2点 → 支援.Ⅰ.体制.4.ウ 1点 + 支援.Ⅰ.体制.4.エ 1点",
            "D104 支援.Ⅰ.体制.4.オ：番号・記号の変更  支援.Ⅰ.体制.4.エ → 支援.Ⅰ.体制.4.オ",

            // 多様なサービスの活用推進: ア=1 イ=2 ウ=2 エ=2 → ア=1 イ=1 ウ=1 エ=1 オ=1 カ=2
            "D106 支援.Ⅰ.体制.7.イ：分割  支援.Ⅰ.体制.7.イ 2点 → 支援.Ⅰ.体制.7.イ 1点 + 支援.Ⅰ.体制.7.ウ 1点",
            "D104 支援.Ⅰ.体制.7.エ：番号・記号の変更  支援.Ⅰ.体制.7.ウ → 支援.Ⅰ.体制.7.エ",
            "D201 支援.Ⅰ.体制.7.エ：配点  2点 → 1点",
            "D101 支援.Ⅰ.体制.7.オ：新設  項目 1点",
            "D104 支援.Ⅰ.体制.7.カ：番号・記号の変更  支援.Ⅰ.体制.7.エ → 支援.Ⅰ.体制.7.カ",

            // 認知症初期集中支援チームの活動状況 is gone, 認知症サポーター等 moves up, 難聴高齢者 is new.
            "D102 支援.Ⅱ.体制.1：廃止  指標 20点（項目 4）",
            "D104 支援.Ⅱ.体制.1：番号・記号の変更  支援.Ⅱ.体制.3 → 支援.Ⅱ.体制.1",
            "D101 支援.Ⅱ.体制.3：新設  指標 20点（項目 4）",
        ],
        Changes("r6", "r7"));

    [Fact]
    public void R7_to_R8_is_what_the_published_tables_say() => Assert.Equal(
        [
            // 介護予防・生活支援の体制整備: ア=1 イ=2 ウ=2 エ=2 オ=2 → ア=1 イ=1 ウ=1 エ=2 オ=2 カ=2
            "D201 支援.Ⅰ.体制.6.イ：配点  2点 → 1点",
            "D201 支援.Ⅰ.体制.6.ウ：配点  2点 → 1点",
            "D101 支援.Ⅰ.体制.6.オ：新設  項目 2点",
            "D104 支援.Ⅰ.体制.6.カ：番号・記号の変更  支援.Ⅰ.体制.6.オ → 支援.Ⅰ.体制.6.カ",

            // 認知症サポーター等を活用した地域支援体制の構築: ア～オ=5 → ア～オ=4 カ=5
            "D201 支援.Ⅱ.体制.1.ア：配点  5点 → 4点",
            "D201 支援.Ⅱ.体制.1.イ：配点  5点 → 4点",
            "D201 支援.Ⅱ.体制.1.ウ：配点  5点 → 4点",
            "D201 支援.Ⅱ.体制.1.エ：配点  5点 → 4点",
            "D201 支援.Ⅱ.体制.1.オ：配点  5点 → 4点",
            "D101 支援.Ⅱ.体制.1.カ：新設  項目 5点",
        ],
        Changes("r7", "r8"));

    [Theory]
    [InlineData("r6", "r7")]
    [InlineData("r7", "r8")]
    public void Every_change_between_years_has_been_read_by_a_person(string old, string current)
    {
        var diff = SpecDiff.Compare(Specs.Municipal(old), Specs.Municipal(current));
        Golden.Check($"{old}-{current}.changes.txt", string.Concat(diff.Changes.Select(change => $"{change.Kind.Code} {change.Text.Japanese}\n")));
    }

    private static string[] Changes(string old, string current) =>
    [
        .. SpecDiff.Compare(Specs.Municipal(old), Specs.Municipal(current)).Changes
            .Where(change => change.Kind.Severity >= ChangeSeverity.Meaning)
            .Select(change => $"{change.Kind.Code} {change.Text.In(MessageLanguage.Japanese)}"),
    ];
}
