using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Tests.Goldens;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Tests.Meaning;

/// <summary>Binding in groups of files that cannot see each other must be what binding everything together is, edit after edit.</summary>
public sealed class FileGroupTests
{
    private const string Entity = "対象 市町村 { 鍵 団体コード }\n";
    private const string Framework = "評価体系 令和7年度 市町村 10点 {\n  指標 1 10点 {\n    項目 ア 10点 // 注\n  }\n}\n";

    public static TheoryData<string> Folders => [.. new[] { TestFiles.Good, TestFiles.Bad }.Select(f => Path.GetRelativePath(TestFiles.Root, f))];

    [Fact]
    public void Each_year_of_the_specs_is_a_group()
    {
        var groups = FileGroup.Divide(Specs().Select(Parse));
        Assert.Equal(
            Directory.GetDirectories(TestFiles.Specs).Select(Path.GetFileName).Where(f => f != "README").Order(StringComparer.Ordinal),
            groups.Select(g => Assert.Single(g.Trees.Select(t => t.Source.Path.Split('/')[1]).Distinct())));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_case_means_in_groups_what_it_means_together(string folder)
    {
        var path = Path.Combine(TestFiles.Root, folder);
        var cases = TestFiles.CasesIn(path).Select(name => (Name: name, Trees: TestFiles.ParseCase(path, name))).ToArray();
        Assert.All(cases, c => AssertSame(Together(c.Trees), Compilation.Create(c.Trees), c.Name));

        // The same files beside each other, in one folder and in many, where names meet that were never meant to.
        foreach (var flat in new[] { true, false })
        {
            for (var start = 0; start + 1 < cases.Length; start += 7)
            {
                var mixed = cases.Skip(start).Take(7)
                    .SelectMany((c, i) => c.Trees.Select(t => SyntaxTree.Parse(SourceText.From(t.Source.Text, flat ? $"{i}-{t.Source.Path.Replace('/', '-')}" : $"{i}/{t.Source.Path}"))))
                    .ToImmutableArray();
                AssertSame(Together(mixed), Compilation.Create(mixed), $"{folder} {start} {flat}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_series_of_edits_of_the_specs_the_compilation_is_the_one_made_anew(int seed)
    {
        var edits = new SpecEdits(Specs(), seed);
        var compilation = Compilation.Create([.. Specs().Select(Parse)]);
        var sound = 0;
        for (var step = 0; step < 25; step++)
        {
            var edit = edits.Next();
            var trees = edits.Files.Select(f => compilation.Trees.FirstOrDefault(t => t.Source.Path == f.Key && t.Source.Text == f.Value) ?? Parse((f.Key, f.Value))).ToImmutableArray();
            compilation = compilation.WithTrees(trees);
            AssertSame(Together(trees), compilation, $"seed {seed}, step {step}: {edit}");
            sound += compilation.Plan is null ? 0 : 1;
            if (compilation.HasErrors && step % 2 == 0)
            {
                edits.Restore();
            }
        }

        Assert.InRange(sound, 5, 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void The_number_of_threads_changes_nothing(int threads)
    {
        ImmutableArray<SyntaxTree> trees = [.. Specs().Select(Parse)];
        var parsed = SyntaxTree.ParseAll([.. trees.Select(t => t.Source)], threads);
        Assert.Equal(trees.Select(t => t.Root.ToFullString()), parsed.Select(t => t.Root.ToFullString()));
        var expected = Together(trees);
        for (var pass = 0; pass < 3; pass++)
        {
            AssertSame(expected, Compilation.Create(parsed, threads), $"{threads} threads, pass {pass}");
        }

        // With an error everywhere.
        var broken = parsed.Select(t => Parse((t.Source.Path, t.Source.Text + "\n定数 誤 = 無い名前\n"))).ToImmutableArray();
        AssertSame(Together(broken), Compilation.Create(broken, threads), $"{threads} threads, broken");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Compilation.Create(parsed, threads, cancelled.Token));
    }

    [Fact]
    public void What_cannot_see_an_edit_keeps_its_plan()
    {
        var before = Compilation.Create([.. Specs().Select(Parse)]);
        var edited = before.Trees.Single(t => t.Source.Path == "specs/r6/municipality.kaigo");
        var after = before.ReplaceTree(edited, Parse((edited.Source.Path, edited.Source.Text.Replace("上位3割", "上位2割", StringComparison.Ordinal))));
        Assert.NotNull(before.Plan);
        Assert.NotNull(after.Plan);
        Assert.Equal(before.Plan.Frameworks.Select(f => f.YearCode == "R6"), before.Plan.Frameworks.Zip(after.Plan.Frameworks, (x, y) => !ReferenceEquals(x, y)));
        Assert.Throws<ArgumentException>(() => after.ReplaceTree(edited, edited));
    }

    [Fact]
    public void Blanks_and_comments_keep_the_plan_and_move_the_diagnostics()
    {
        const string Warned = Framework + "指標群 誰も 5点 { 指標 1 5点 { 項目 ア 5点 } }\n";
        var before = Compilation.Create([Parse(("a/e.kaigo", Entity)), Parse(("a/f.kaigo", Warned))]);
        Assert.Equal("KGO3008", Assert.Single(before.Diagnostics).Code);
        var after = before.ReplaceTree(before.Trees[1], Parse(("a/f.kaigo", Warned.Replace("指標群 誰も", "指標群   誰も", StringComparison.Ordinal))));
        Assert.Equal(before.Plan, after.Plan);
        Assert.Equal(before.Diagnostics[0].Location.Span.Start + 2, Assert.Single(after.Diagnostics).Location.Span.Start);
    }

    [Theory]
    [InlineData("項目 ア", "項目   ア", true)]
    [InlineData("// 注", "// 別の注", true)]
    [InlineData(" // 注", "", true)]
    [InlineData("項目 ア 10点", "項目 ア 9点", false)]
    [InlineData("    項目", "    /// 説明\n    項目", false)]
    [InlineData("  指標", "\n  指標", false)]
    [InlineData("10点 {\n    項目", "10点 {    項目", false)]
    public void Trees_are_equivalent_when_only_blanks_and_comments_differ(string old, string replacement, bool expected)
    {
        var tree = Parse(("a.kaigo", Framework));
        var other = Parse(("a.kaigo", Framework.Replace(old, replacement, StringComparison.Ordinal)));
        Assert.Equal((expected, expected), (tree.IsEquivalentTo(other), other.IsEquivalentTo(tree)));
        Assert.False(tree.IsEquivalentTo(Parse(("b.kaigo", Framework))));
    }

    [Theory]
    [InlineData("定数 全点 = 10点\n", "評価体系 令和7年度 市町村 10点 {\n  指標 1 10点 {\n    項目 ア 10点 得点の境 > 全点\n  }\n}\n", true)]
    [InlineData("定数 境 = 10点\n", Framework, false)]
    [InlineData("対象 都道府県 { 鍵 県名 }\n", "割合表 負担 { 都道府県 100% }\n", false)]
    [InlineData("対象 都道府県 { 鍵 県名 }\n", "対象 町 { 鍵 町名  県 : 対象 都道府県 }\n", true)]
    [InlineData("単位 圏域 「圏域」\n", "定数 人数 = 4圏域\n", true)]
    [InlineData("種別 区分 { 甲 乙 }\n", "定数 甲 = 1\n", true)]
    [InlineData(Framework, "公表値 令和7年度 市町村 { 平均 = 5点 }\n", true)]
    [InlineData(Framework, "公表値 令和6年度 市町村 { 平均 = 5点 }\n", false)]
    [InlineData("指標群 共通 5点 { 指標 1 5点 { 項目 ア 5点 } }\n", "評価体系 令和7年度 市町村 5点 { 指標群 活動 5点 = 共通 }\n", true)]
    public void A_file_sees_another_when_it_says_what_that_declares(string declaring, string saying, bool expected)
    {
        var groups = FileGroup.Divide([Parse(("a/x.kaigo", declaring)), Parse(("b/y.kaigo", saying))]);
        Assert.Equal(expected ? 1 : 2, groups.Length);

        // A nearer declaration hides the other, unless a name is sought everywhere.
        var nearer = FileGroup.Divide([Parse(("a/x.kaigo", declaring)), Parse(("b/x.kaigo", declaring)), Parse(("b/y.kaigo", saying))]);
        var everywhere = declaring.StartsWith("種別", StringComparison.Ordinal) || declaring.StartsWith("評価体系", StringComparison.Ordinal);
        Assert.Equal(expected ? everywhere ? 1 : 2 : everywhere ? 2 : 3, nearer.Length);
    }

    [Fact]
    public void Two_files_of_one_path_are_one_group()
    {
        var groups = FileGroup.Divide([Parse(("a.kaigo", Entity)), Parse(("a.kaigo", Entity))]);
        Assert.Single(groups);
    }

    private static (string Path, string Text)[] Specs() =>
        [.. TestFiles.All.Where(p => p.StartsWith("specs/", StringComparison.Ordinal)).Select(p => (p, TestFiles.Read(p)))];

    private static SyntaxTree Parse((string Path, string Text) file) => SyntaxTree.Parse(SourceText.From(file.Text, file.Path));

    private static Compilation Together(ImmutableArray<SyntaxTree> trees) => Compilation.Link([BoundGroup.Bind(FileGroup.Together(trees))], trees);

    private static void AssertSame(Compilation expected, Compilation actual, string what)
    {
        Assert.True(expected.Diagnostics.Select(Describe).SequenceEqual(actual.Diagnostics.Select(Describe)), what);
        Assert.True(Equals(expected.Plan, actual.Plan), what);
        Assert.True(actual.Diagnostics.All(d => actual.Trees.Any(t => ReferenceEquals(t.Source, d.Location.Source))), what);
    }

    private static string Describe(Diagnostic d) => string.Join(
        "|",
        d.Related.Select(r => $"{r.Location.Path} {r.Location.Span} {r.Note.Japanese}")
            .Prepend($"{d} {d.Location.Span} {d.GetMessage(MessageLanguage.Japanese)} {d.Fix?.Span} {d.Fix?.NewText}"));
}
