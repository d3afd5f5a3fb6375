using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Tests.Syntax;

public sealed class ParserTests
{
    [Theory]
    [InlineData("Ⅰ.1.2", "Ⅰ . 1 . 2")]
    [InlineData("上位7割", "上位 7割")]
    [InlineData("下位３０％", "下位 ３０％")]
    [InlineData("上位の割合", "上位の割合")]
    [InlineData("7_220_000千円", "7_220_000千円")]
    [InlineData("2024年度", "2024年度")]
    [InlineData("3千人未満", "3千人 未満")]
    [InlineData("35%以上", "35% 以上")]
    [InlineData("3人超", "3人 超")]
    [InlineData("体制・取組", "体制・取組")]
    [InlineData("ヴィーナス", "ヴィーナス")]
    [InlineData("①Ⅱ_x", "①Ⅱ_x")]
    [InlineData("𠮷田", "𠮷田")]
    [InlineData("12.5", "12.5")]
    [InlineData("a<=b", "a <= b")]
    [InlineData("a＜＝b≧c", "a ＜＝ b ≧ c")]
    [InlineData("「外「内」外」x", "「外「内」外」 x")]
    [InlineData("\"a\\\"b\"x", "\"a\\\"b\" x")]
    public void 字句はこう分かれる(string text, string tokens) => Assert.Equal(
        tokens, string.Join(' ', SyntaxTree.Parse(text).Root.DescendantTokens().Where(t => t.Text.Length > 0).Select(t => t.Text)));

    [Theory]
    [InlineData("1 + 2 × 3 - 4", "((1 + (2 × 3)) - 4)")]
    [InlineData("1 < 2 かつ 否 3 > 4 または 偽", "(((1 < 2) かつ (否 (3 > 4))) または 偽)")]
    [InlineData("a ならば b でなければ c ならば d でなければ e", "(a ならば b でなければ (c ならば d でなければ e))")]
    [InlineData("a ならば b ならば c でなければ d", "(a ならば (b ならば c でなければ d))")]
    [InlineData("- - 1 ÷ -2", "((- (- 1)) ÷ (- 2))")]
    [InlineData("管内.市町村.得点 の平均 ÷ 2", "((管内.市町村.得点 の平均) ÷ 2)")]
    [InlineData("得点 除く この指標 + 1", "((得点 除く この指標) + 1)")]
    [InlineData("最小(1, 最大(2, 3))", "最小(1, 最大(2, 3))")]
    [InlineData("1.ア または 1.2.得点 = 3", "(1.ア または (1.2.得点 = 3))")]
    [InlineData("最大 = 1", "(最大 = 1)")]
    public void 式はこう結び付く(string text, string grouped)
    {
        var tree = SyntaxTree.Parse("定数 x = " + text);
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(grouped, Group(Assert.IsType<ConstantDeclarationSyntax>(Assert.Single(tree.Root.Declarations)).Value));
    }

    [Fact]
    public void 見出しの最初の数は配点で次の数は条件()
    {
        var tree = SyntaxTree.Parse("評価体系 R7 市町村 { 項目 ア 3点 3人 < 値 「題」 項目 イ 「題」 3点 項目 ウ 3点 上位7割 }");
        Assert.Empty(tree.Diagnostics);
        var framework = Assert.IsType<FrameworkDeclarationSyntax>(Assert.Single(tree.Root.Declarations));
        Assert.Equal(
            ["Points Condition Title", "Title Points", "Points Tier"],
            framework.Body.Members.Cast<NodeDeclarationSyntax>().Select(n => string.Join(' ', n.Parts.Select(p => p switch
            {
                PointsPartSyntax => "Points",
                ExpressionConditionPartSyntax => "Condition",
                TitlePartSyntax => "Title",
                TierConditionPartSyntax => "Tier",
                _ => p.Kind.ToString(),
            }))));
    }

    [Fact]
    public void 文書の注釈は次の宣言の前に残る()
    {
        var tree = SyntaxTree.Parse("/// 一行目\n/// 二行目\n対象 市町村 { } /// 後ろの注釈\n//// 区切り\n");
        var keyword = Assert.IsType<EntityDeclarationSyntax>(Assert.Single(tree.Root.Declarations)).Keyword;
        Assert.Equal(["/// 一行目", "/// 二行目"], keyword.LeadingTrivia.Where(t => t.Kind == SyntaxKind.DocumentationTrivia).Select(t => t.Text));
        Assert.DoesNotContain(tree.Root.EndOfFile.LeadingTrivia, t => t.Kind == SyntaxKind.DocumentationTrivia);
    }

    [Theory]
    [InlineData("(", 50_000)]
    [InlineData("最小(", 50_000)]
    [InlineData("- ", 50_000)]
    [InlineData("否 ", 50_000)]
    [InlineData("1 + ", 50_000)]
    [InlineData("1 かつ ", 50_000)]
    [InlineData("1 ならば ", 50_000)]
    [InlineData("1 ならば 2 でなければ ", 20_000)]
    [InlineData("の平均 ", 20_000, "1 ", "")]
    public void どれだけ深くても落ちない(string piece, int count, string head = "", string tail = "1")
    {
        var text = "定数 x = " + head + string.Concat(Enumerable.Repeat(piece, count)) + tail + "\n定数 y = \n";
        var tree = SyntaxTree.Parse(text);
        Assert.Null(TreeInvariants.FindViolation(tree));

        // One report for the depth, and the independent mistake below it is not lost.
        Assert.Equal(["KGO1007", "KGO1004"], tree.Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData("指標 1 { ")]
    [InlineData("てきとう { ")]
    public void どれだけ深い入れ子でも落ちない(string piece)
    {
        var text = "評価体系 R7 市町村 {\n" + string.Concat(Enumerable.Repeat(piece, 5_000)) + string.Concat(Enumerable.Repeat("} ", 5_000)) + "\n}\n";
        var tree = SyntaxTree.Parse(text);
        Assert.Null(TreeInvariants.FindViolation(tree));
        Assert.Single(tree.Diagnostics, d => d.Code == "KGO1007");
    }

    [Fact]
    public void 使えない文字は木の残りを変えない()
    {
        var clean = SyntaxTree.Parse("対象 市町村 { 鍵 団体コード }");
        var dirty = SyntaxTree.Parse("対象 ☆ 市町村 { 鍵 ★ 団体コード }");
        Assert.Equal(clean.Root.DescendantTokens().Select(t => t.Text), dirty.Root.DescendantTokens().Select(t => t.Text));
        Assert.Equal(["KGO1001", "KGO1001"], dirty.Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData("項目 ア", 8, 1, "       ^")]
    [InlineData("\tab", 2, 1, "\t ^")]
    [InlineData("ab𠮷c", 4, 1, "    ^")]
    [InlineData("短い", 1, 50, "  ^^")]
    public void 指す記号は全角を二桁に数える(string line, int start, int length, string carets)
    {
        var source = Text.SourceText.From(line + "\n次の行");
        Assert.Equal(carets, DiagnosticRenderer.FormatCarets(source, new Text.TextSpan(Math.Min(start, line.Length), length)));
    }

    [Fact]
    public void 指摘は人が読む形になる()
    {
        var diagnostic = Assert.Single(SyntaxTree.Parse("対照 市町村 { }", "a.kaigo").Diagnostics);
        Assert.Equal(
            "a.kaigo:1:1: 誤り KGO1005: `対照` という予約語はありません。`対象` の誤りではありませんか。\n    1 | 対照 市町村 { }\n      | ^^^^\n  修正: `対照` を `対象` にする\n",
            DiagnosticRenderer.Render(diagnostic, MessageLanguage.Japanese));
        Assert.Equal(
            "a.kaigo:1:1: error KGO1005: There is no keyword `対照`. Did you mean `対象`?\n    1 | 対照 市町村 { }\n      | ^^^^\n  fix: replace `対照` by `対象`\n",
            DiagnosticRenderer.Render(diagnostic, MessageLanguage.English));
    }

    private static string Group(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax e => $"({Group(e.Left)} {e.Operator.Text} {Group(e.Right)})",
        UnaryExpressionSyntax e => $"({e.Operator.Text} {Group(e.Operand)})",
        AggregateExpressionSyntax e => $"({Group(e.Operand)} {e.Function.Text})",
        ExcludingExpressionSyntax e => $"({Group(e.Operand)} {e.Keyword.Text} {e.Excluded.Text})",
        ConditionalExpressionSyntax { WhenFalse: { } otherwise } e => $"({Group(e.Condition)} ならば {Group(e.WhenTrue)} でなければ {Group(otherwise)})",
        ConditionalExpressionSyntax e => $"({Group(e.Condition)} ならば {Group(e.WhenTrue)})",
        CallExpressionSyntax e => $"{e.Function.Text}({string.Join(", ", e.Arguments.OfType<ExpressionSyntax>().Select(Group))})",
        _ => expression.ToString(),
    };
}
