using System.Text;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Tests.Goldens;

namespace KaigoDsl.Compiler.Tests.Syntax;

public sealed class EnglishSpellingTests
{
    private static readonly string Sample = TestFiles.Read("tests/cases/syntax/all-keywords.kaigo");

    public static TheoryData<string> Files => [.. TestFiles.All.Where(path => SyntaxTree.Parse(TestFiles.Read(path)).Diagnostics.IsEmpty)];

    [Fact]
    public void 見本はすべての予約語を使う()
    {
        var used = SyntaxTree.Parse(Sample).Root.DescendantTokens().Select(t => t.Kind).ToHashSet();
        Assert.Empty(SyntaxFacts.Keywords.Where(k => !used.Contains(k.Kind)).Select(k => k.Japanese));
    }

    [Fact]
    public void 規則だけの予約語はほかではただの言葉()
    {
        var words = SyntaxFacts.Keywords.Where(k => k.OnlyInRules).SelectMany(k => new[] { k.Japanese, k.English }).ToArray();
        var columns = string.Join("\n", words.Select(w => $"  {w} : 人"));
        var conditions = string.Join("\n", words.Select((w, i) => $"    項目 {i} 1点\n      {w} > 0人"));
        var tree = SyntaxTree.Parse($"対象 市町村 {{\n  鍵 団体コード\n{columns}\n}}\n評価体系 令和7年度 市町村 {{\n  指標 1 {{\n{conditions}\n  }}\n}}\n");
        Assert.Empty(tree.Diagnostics);
        Assert.DoesNotContain(tree.Root.DescendantTokens(), t => SyntaxFacts.GetKeyword(t.Kind) is { OnlyInRules: true });
        Assert.Empty(Compilation.Create([tree]).Diagnostics.Where(d => d.Descriptor.Severity == Diagnostics.DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void 英語の綴りにしても木は同じ(string path)
    {
        var japanese = SyntaxTree.Parse(TestFiles.Read(path));
        var english = SyntaxTree.Parse(Respell(japanese, k => k.English));
        Assert.Empty(english.Diagnostics);
        Assert.Equal(Kinds(japanese.Root), Kinds(english.Root));
        Assert.DoesNotContain(english.Root.DescendantTokens(), t => SyntaxFacts.GetKeyword(t.Kind) is { } k && t.Text == k.Japanese);

        // And back, losslessly but for the blanks that English words need.
        var again = SyntaxTree.Parse(Respell(english, k => k.Japanese));
        Assert.Equal(
            japanese.Root.DescendantTokens().Select(t => Text.CharacterFolding.Fold(t.Text)),
            again.Root.DescendantTokens().Select(t => Text.CharacterFolding.Fold(t.Text)));
    }

    /// <summary>A text with every keyword in English.</summary>
    internal static string ToEnglish(string text) => Respell(SyntaxTree.Parse(text), k => k.English);

    private static string Respell(SyntaxTree tree, Func<KeywordFact, string> spelling)
    {
        var writer = new StringBuilder();
        SyntaxToken? previous = null;
        foreach (var token in tree.Root.DescendantTokens())
        {
            if (previous is { TrailingTrivia.IsEmpty: true } && SyntaxFacts.CanBeLabel(previous.Kind) && SyntaxFacts.CanBeLabel(token.Kind))
            {
                writer.Append(' ');
            }

            foreach (var trivia in token.LeadingTrivia)
            {
                writer.Append(trivia.Text);
            }

            writer.Append(SyntaxFacts.GetKeyword(token.Kind) is { } keyword ? spelling(keyword) : token.Text);
            foreach (var trivia in token.TrailingTrivia)
            {
                writer.Append(trivia.Text);
            }

            previous = token;
        }

        return writer.ToString();
    }

    private static string Kinds(SyntaxNode root)
    {
        var writer = new StringBuilder();
        Write(root);
        return writer.ToString();

        void Write(SyntaxElement element)
        {
            writer.Append(element.Kind).Append(element is SyntaxNode ? "(" : " ");
            if (element is SyntaxNode node)
            {
                foreach (var child in node.Children)
                {
                    Write(child);
                }

                writer.Append(")\n");
            }
        }
    }
}
