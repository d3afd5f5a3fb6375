using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Tests.Goldens;
using KaigoDsl.Compiler.Tests.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Tests.Meaning;

/// <summary>A plan is a value: what means the same gives an equal plan, what means something else does not.</summary>
public sealed partial class PlanTests
{
    private static readonly ImmutableArray<(string Path, string Text)> Files =
        [.. TestFiles.All.Where(p => p.StartsWith("specs/r7/", StringComparison.Ordinal)).Select(p => (p, TestFiles.Read(p)))];

    private static readonly ProgramPlan Original = Plan(Files);

    public static TheoryData<string, string, string> Edits { get; } = new()
    {
        { "blanks inside lines", @"(?<=[点÷>]) (?=\S)", "   " },
        { "a tab for indentation", @"(?m)^  ", "\t" },
        { "full-width blanks", @"(?<=点) (?=「)", "　" },
        { "trailing comments", @"(?m)(?<=[点割])$", " // 注" },
        { "full-width colons", " : ", "：" },
    };

    public static TheoryData<string, string, string> Changes { get; } = new()
    {
        { "a tier", "上位5割", "上位4割" },
        { "a direction", "低い順", "高い順" },
        { "a title", "「地域の介護保険事業の特徴を把握しているか。」", "「特徴」" },
        { "a population", "母集団 PFS委託事業数 > 0件", "母集団 PFS委託事業数 > 1件" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_form_leaves_the_plan_equal(string what, string pattern, string replacement)
    {
        var edited = Files.Select(f => (f.Path, Regex.Replace(f.Text, pattern, replacement))).ToImmutableArray();
        Assert.NotEqual(Files, edited);
        Assert.True(Original == Plan(edited), what);
    }

    [Fact]
    public void The_language_of_keywords_leaves_the_plan_equal() =>
        Assert.True(Original == Plan(Files.Select(f => (f.Path, EnglishSpellingTests.ToEnglish(f.Text))).ToImmutableArray()));

    [Fact]
    public void The_order_of_files_leaves_the_plan_equal()
    {
        var trees = Files.Reverse().Select(f => SyntaxTree.Parse(SourceText.From(f.Text, f.Path))).ToImmutableArray();
        Assert.True(Original == Compilation.Create(trees).Plan);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_edit_of_meaning_changes_the_plan(string what, string from, string to)
    {
        var edited = Files.Select(f => (f.Path, f.Text.Replace(from, to, StringComparison.Ordinal))).ToImmutableArray();
        Assert.NotEqual(Files, edited);
        Assert.True(Original != Plan(edited), what);
    }

    [Theory]
    [InlineData("docs/language.md")]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void Every_complete_example_of_a_document_compiles(string document)
    {
        var examples = Fence().Matches(TestFiles.Read(document)).Select(m => m.Groups[1].Value).ToArray();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var compilation = Compilation.Create([SyntaxTree.Parse(example)]);
            Assert.Empty(compilation.Diagnostics);
            Assert.NotNull(compilation.Plan);
        }
    }

    [Fact]
    public void A_constant_that_only_an_expectation_names_has_its_place_in_the_plan()
    {
        var compilation = Compilation.Create([SyntaxTree.Parse("""
            対象 市町村 { 鍵 団体コード }
            定数 目安 = 3点
            評価体系 令和7年度 市町村 「見本」 4点 { 指標 1 4点 { 項目 ア 4点 } }
            試験 「目安を超える」 { 与える 令和7年度.市町村 { 全項目 該当 } 期待 得点 > 目安 }
            """)]);
        Assert.Empty(compilation.Diagnostics);
        var plan = compilation.Plan ?? throw new InvalidOperationException("No plan although there are no diagnostics.");
        var expected = Assert.IsType<BinaryExpression>(plan.Tests[0].Expectations[0].Condition);
        var constant = Assert.IsType<ConstantExpression>(expected.Right);
        Assert.Equal("目安", plan.Frameworks[0].Constants[constant.Constant].Name);
    }

    [Fact]
    public void A_name_with_combining_marks_or_in_full_width_is_the_same_name()
    {
        const string Template = """
            対象 市町村 { 鍵 団体コード }
            評価体系 令和7年度 市町村 「見本」 4点 { 指標 1 4点 { 入力 PFSガイド数 : 件  項目 ア 4点 NAME > 0件 } }
            """;
        var plain = Compilation.Create([SyntaxTree.Parse(Template.Replace("NAME", "PFSガイド数", StringComparison.Ordinal))]);
        var other = Compilation.Create([SyntaxTree.Parse(Template.Replace("NAME", "ＰＦＳカ\u3099イト\u3099数", StringComparison.Ordinal))]);
        Assert.Empty(plain.Diagnostics);
        Assert.Empty(other.Diagnostics);
        Assert.Equal(plain.Plan, other.Plan);
    }

    [Fact]
    public void Every_spelling_of_the_language_is_in_the_reference()
    {
        var reference = TestFiles.Read("docs/language.md");
        Assert.All(SyntaxFacts.Keywords, k => Assert.Contains($"| `{k.Japanese}` | `{k.English}` |", reference, StringComparison.Ordinal));
    }

    private static ProgramPlan Plan(ImmutableArray<(string Path, string Text)> files)
    {
        var compilation = Compilation.Create([.. files.Select(f => SyntaxTree.Parse(SourceText.From(f.Text, f.Path)))]);
        Assert.Empty(compilation.Diagnostics);
        return compilation.Plan ?? throw new InvalidOperationException("No plan although there are no diagnostics.");
    }

    [GeneratedRegex("```kaigo\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
