using System.Collections.Concurrent;
using System.Text;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Tests.Goldens;

namespace KaigoDsl.Compiler.Tests.Syntax;

public sealed class RoundTripTests
{
    // The whole hundred thousand take most of this project's time; while working at one's desk a tenth of them, spread over all files, says as much in a tenth of it.
    private static readonly int MutationCount = Environment.GetEnvironmentVariable("CI") is null ? 10_000 : 100_000;

    public static TheoryData<string> Files => [.. TestFiles.All];

    [Theory]
    [MemberData(nameof(Files))]
    public void 木は元の文字列そのもの(string path)
    {
        var text = TestFiles.Read(path);
        Assert.Null(TreeInvariants.FindViolation(SyntaxTree.Parse(text, path)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void 改行とBOMは意味を変えない(string path)
    {
        var text = TestFiles.Read(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        var expected = Shape(SyntaxTree.Parse(text));
        foreach (var variant in new[]
        {
            text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace("\n", "\r", StringComparison.Ordinal), "\uFEFF" + text, text.TrimEnd('\n'),
        })
        {
            var tree = SyntaxTree.Parse(variant);
            Assert.Null(TreeInvariants.FindViolation(tree));
            Assert.Equal(expected, Shape(tree));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void 濁点を分けて書いた文字列も同じ木になる(string path)
    {
        // What macOS makes of file names and some editors of text; .NET cannot do it with invariant globalization.
        var text = TestFiles.Read(path);
        var tree = SyntaxTree.Parse(Decompose(text));
        Assert.Null(TreeInvariants.FindViolation(tree));
        Assert.Equal(Shape(SyntaxTree.Parse(text)), Shape(tree));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" ")]
    [InlineData("\r")]
    [InlineData("// 終わり")]
    [InlineData("/*")]
    [InlineData("「")]
    [InlineData("\"\\")]
    [InlineData("}")]
    [InlineData("{")]
    [InlineData("評価体系")]
    [InlineData("項目 𠮷 4点 「𠮷」")]
    [InlineData("\uD842")]
    [InlineData("項目 \uDFB7 4点")]
    [InlineData("\0\u0001")]
    [InlineData("評価体系 令和7年度 市町村 { 項目 ア 3点 (((((")]
    public void 端の場合も元の文字列になる(string text) => Assert.Null(TreeInvariants.FindViolation(SyntaxTree.Parse(text)));

    [Fact]
    public void どう壊しても元の文字列になる()
    {
        var texts = TestFiles.All.Select(TestFiles.Read).ToArray();
        var violations = new ConcurrentQueue<string>();

        // Every file gets its turn; the large ones less often, so that the whole stays within seconds.
        Parallel.ForEach(Partitioner.Create(0, MutationCount, 500), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                var text = texts[i % texts.Length];
                if (text.Length > 4_000 && i / texts.Length % 200 != 0)
                {
                    text = Excerpt(text, i);
                }

                var mutated = Mutation.Apply(text, i);
                if (Violation(mutated) is { } violation)
                {
                    violations.Enqueue($"mutation {i}: {violation}");
                }
            }
        });
        Assert.Empty(violations.Take(10));
    }

    private static string? Violation(string text)
    {
        try
        {
            return TreeInvariants.FindViolation(SyntaxTree.Parse(text));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private static string Excerpt(string text, int seed)
    {
        var start = new SplitMix(seed).Next(text.Length - 800);
        return text.Substring(start, 800);
    }

    // Kinds of nodes and tokens, and what was reported; not where.
    private static string Shape(SyntaxTree tree)
    {
        var writer = new StringBuilder();
        Write(tree.Root);
        foreach (var diagnostic in tree.Diagnostics)
        {
            writer.Append(diagnostic.Code).Append(';');
        }

        return writer.ToString();

        void Write(SyntaxElement element)
        {
            writer.Append((int)element.Kind).Append(',');
            if (element is SyntaxNode node)
            {
                foreach (var child in node.Children)
                {
                    Write(child);
                }

                writer.Append(')');
            }
        }
    }

    private static string Decompose(string text)
    {
        const string Voiced = "がぎぐげござじずぜぞだぢづでどばびぶべぼガギグゲゴザジズゼゾダヂヅデドバビブベボ";
        const string SemiVoiced = "ぱぴぷぺぽパピプペポ";
        var writer = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            _ = Voiced.Contains(c, StringComparison.Ordinal) ? writer.Append((char)(c - 1)).Append('\u3099')
                : SemiVoiced.Contains(c, StringComparison.Ordinal) ? writer.Append((char)(c - 2)).Append('\u309A')
                : writer.Append(c);
        }

        return writer.ToString();
    }
}
