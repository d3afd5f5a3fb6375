using System.Globalization;
using System.Text;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Tests.Goldens;

public sealed class TreeGoldenTests
{
    private const string Extension = ".tree.txt";

    public static TheoryData<string> GoodCases => [.. TestFiles.CasesIn(TestFiles.Good)];

    public static TheoryData<string> SyntaxCases => [.. TestFiles.CasesIn(TestFiles.Syntax)];

    [Theory]
    [MemberData(nameof(GoodCases))]
    public void 良い見本の木は見本のとおり(string name) => Check(TestFiles.Good, name);

    [Theory]
    [MemberData(nameof(SyntaxCases))]
    public void 構文の見本の木は見本のとおり(string name) => Check(TestFiles.Syntax, name);

    [Theory]
    [MemberData(nameof(GoodCases))]
    public void 良い見本には誤りがない(string name) =>
        Assert.Empty(Compilation.Create(TestFiles.ParseCase(TestFiles.Good, name)).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));

    [Fact]
    public void 余った見本はない()
    {
        GoldenFile.CheckNoneIsStale(TestFiles.Good, Extension, TestFiles.CasesIn(TestFiles.Good));
        GoldenFile.CheckNoneIsStale(TestFiles.Syntax, Extension, TestFiles.CasesIn(TestFiles.Syntax));
    }

    private static void Check(string folder, string name)
    {
        var writer = new StringBuilder();
        foreach (var tree in TestFiles.ParseCase(folder, name))
        {
            Assert.Empty(tree.Diagnostics);
            Write(writer, tree.Root, 0);
        }

        GoldenFile.Check(Path.Combine(folder, name + Extension), writer.ToString());
    }

    // One line a node; tokens stand on the line of their node, child nodes below it.
    private static void Write(StringBuilder writer, SyntaxNode node, int depth)
    {
        writer.Append(' ', depth * 2).Append(node.Kind);
        foreach (var child in node.Children)
        {
            writer.Append(' ').Append(child switch
            {
                SyntaxToken { Kind: SyntaxKind.EndOfFileToken } => "EOF",
                SyntaxToken token => string.Create(CultureInfo.InvariantCulture, $"'{token.Text}'"),
                _ => "·",
            });
        }

        writer.Append('\n');
        foreach (var child in node.Children.OfType<SyntaxNode>())
        {
            Write(writer, child, depth + 1);
        }
    }
}
