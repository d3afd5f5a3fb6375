namespace KaigoDsl.Synthesis.Tests;

/// <summary>Small frameworks with counts that can or cannot be hit: what is hit, and what is said about the rest.</summary>
public sealed class SmallFrameworkTests
{
    private const string Entity = "対象 市町村 { 鍵 団体コード  名称 団体名  第1号被保険者数 : 人 }\n";

    private static string Make(string indicators, string counts, int entities = 100)
    {
        var program = Specs.Compile(
            $"{Entity}評価体系 令和7年度 市町村 {{\n{indicators}\n}}\n公表値 令和7年度 市町村 {{ 団体数 {entities}団体\n{counts}\n}}");
        var nation = SyntheticNation.Create(program.Frameworks[0], program.Published, seed: 3, entityCount: entities);
        return string.Join(" ", nation.Targets.Select(t => $"{t.Path}:{t.Target}{(t.IsAchieved ? "=" : $"≠{t.Achieved}({t.Reason})")}"));
    }

    [Theory]
    // Answers, nested prerequisites, all and nobody.
    [InlineData("指標 1 { 項目 ア 1点  項目 イ 1点 前提 ア  項目 ウ 1点 前提 イ  項目 エ 1点 }",
        "1.ア.該当団体数 60団体 1.イ.該当団体数 60団体 1.ウ.該当団体数 7団体 1.エ.該当団体数 0団体",
        "1.ア:60= 1.イ:60= 1.ウ:7= 1.エ:0=")]
    [InlineData("指標 1 { 項目 ア 1点  項目 イ 1点 前提 ア }",
        "1.ア.該当団体数 10団体 1.イ.該当団体数 11団体",
        "1.ア:10= 1.イ:11≠10(only 10 municipalities meet its prerequisites)")]
    // Tiers: strict, tied, all at the top, missing values shown by a smaller N.
    [InlineData("指標 1 { 入力 甲 : 人  順位 甲 ÷ 第1号被保険者数, 高い順  項目 ア 1点 上位7割  項目 イ 1点 上位1割 }",
        "1.ア.該当団体数 70団体 1.イ.該当団体数 10団体",
        "1.ア:70= 1.イ:10=")]
    [InlineData("指標 1 { 入力 甲 : 件  入力 乙 : 件  順位 甲 ÷ 乙, 低い順  項目 ア 1点 上位7割  項目 イ 1点 上位1割 }",
        "1.ア.該当団体数 80団体 1.イ.該当団体数 20団体",
        "1.ア:80= 1.イ:20=")]
    [InlineData("指標 1 { 入力 甲 : 件  入力 乙 : 件  順位 甲 ÷ 乙, 高い順  項目 ア 1点 上位7割  項目 イ 1点 上位1割 }",
        "1.ア.該当団体数 90団体 1.イ.該当団体数 90団体",
        "1.ア:90= 1.イ:90=")]
    [InlineData("指標 1 { 入力 甲 : 件  順位 甲, 高い順  項目 ア 1点 上位7割  項目 イ 1点 上位5割  項目 ウ 1点 上位1割 }",
        "1.ア.該当団体数 69団体 1.イ.該当団体数 49団体 1.ウ.該当団体数 9団体",
        "1.ア:69= 1.イ:49= 1.ウ:9=")]
    // Implementers.
    [InlineData("指標 1 { 入力 甲 : 件  順位 甲, 高い順, 母集団 甲 > 0件  項目 ア 1点 甲 > 0件  項目 イ 1点 上位5割 }",
        "1.ア.該当団体数 31団体 1.イ.該当団体数 22団体",
        "1.ア:31= 1.イ:22=")]
    [InlineData("指標 1 { 入力 甲 : 件  項目 ア 1点 甲 > 0件 }", "1.ア.該当団体数 31団体", "1.ア:31=")]
    // What the rule does not allow.
    [InlineData("指標 1 { 入力 甲 : 件  順位 甲, 高い順  項目 ア 1点 上位7割  項目 イ 1点 上位1割 }",
        "1.ア.該当団体数 60団体 1.イ.該当団体数 10団体",
        "1.ア:60≠70(the count is smaller than the rule gives for any number of ranked entities) 1.イ:10=")]
    [InlineData("指標 1 { 入力 甲 : 件  順位 甲, 高い順  項目 ア 1点 上位7割  項目 イ 1点 上位1割 }",
        "1.ア.該当団体数 85団体 1.イ.該当団体数 80団体",
        "1.ア:85≠80(the ties of a harder tier reach into this one, so both would have the same count) 1.イ:80=")]
    [InlineData("指標 1 { 入力 甲 : 件  項目 ア 1点 甲 ≥ 5件 }", "1.ア.該当団体数 31団体", null)]
    public void Counts(string indicators, string counts, string? expected)
    {
        var made = Make(indicators, counts);
        if (expected is null)
        {
            Assert.Contains("the condition is not of the form input > 0", made, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(expected, made);
    }
}
