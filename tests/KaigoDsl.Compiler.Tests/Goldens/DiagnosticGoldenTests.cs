using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Compiler.Tests.Goldens;

public sealed class DiagnosticGoldenTests
{
    private const string Extension = ".diagnostics.txt";

    public static TheoryData<string> Cases => [.. TestFiles.CasesIn(TestFiles.Bad)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void 悪い見本の指摘は見本のとおり(string name)
    {
        var compilation = Compilation.Create(TestFiles.ParseCase(TestFiles.Bad, name));
        Assert.NotEmpty(compilation.Diagnostics);
        GoldenFile.Check(Path.Combine(TestFiles.Bad, name + Extension), DiagnosticGolden.Write(compilation.Trees, compilation.Diagnostics));
    }

    [Fact]
    public void 余った見本はない() => GoldenFile.CheckNoneIsStale(TestFiles.Bad, Extension, TestFiles.CasesIn(TestFiles.Bad));

    [Theory]
    [MemberData(nameof(Cases))]
    public void 修正案は当ててもまた悪くならない(string name)
    {
        // A fix is an edit of one file; applied, its own diagnostic is gone and the text still parses to itself.
        var trees = TestFiles.ParseCase(TestFiles.Bad, name);
        foreach (var diagnostic in Compilation.Create(trees).Diagnostics)
        {
            if (diagnostic.Fix is not { } fix)
            {
                continue;
            }

            var source = diagnostic.Location.Source;
            Assert.InRange(fix.Span.Start, 0, source.Length);
            Assert.InRange(fix.Span.End, fix.Span.Start, source.Length);
            var text = source.Text[..fix.Span.Start] + fix.NewText + source.Text[fix.Span.End..];
            var mended = Compiler.Syntax.SyntaxTree.Parse(Text.SourceText.From(text, source.Path));
            Assert.Equal(text, mended.Root.ToFullString());
            if (diagnostic.Code.StartsWith("KGO1", StringComparison.Ordinal))
            {
                var message = diagnostic.GetMessage(MessageLanguage.English);
                var before = trees.Single(t => t.Source == source).Diagnostics.Count(d => d.GetMessage(MessageLanguage.English) == message);
                var after = mended.Diagnostics.Count(d => d.GetMessage(MessageLanguage.English) == message);
                Assert.True(after < before, $"{diagnostic} is not cured by its fix.");
            }
        }
    }

    [Fact]
    public void 十の誤りは十の指摘になる()
    {
        var compilation = Compilation.Create(TestFiles.ParseCase(TestFiles.Bad, "ten-faults"));
        Assert.Equal(10, compilation.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error));
    }
}
