using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Tooling.Canon;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Tests;

/// <summary>What is written otherwise but says the same differs in nothing: neither as a diff nor in its canonical text.</summary>
public class InvarianceTests
{
    public static TheoryData<string> Folders { get; } = ["r5", "r6", "r7", "r8"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_set_does_not_differ_from_itself(string folder) => AssertSame(folder, Specs.Compile(Specs.Files(folder)));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Keywords_in_the_other_language_change_nothing(string folder)
    {
        AssertSame(folder, Rewritten(folder, Rewriting.SwitchLanguage));
        Assert.All(Specs.Files(folder), file => Assert.NotEqual(file.Text, Rewriting.SwitchLanguage(file.Text)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Layout_and_comments_change_nothing(string folder)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            AssertSame(folder, Rewritten(folder, text => Rewriting.ChangeTrivia(text, new Random(seed))));
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_order_of_declarations_changes_nothing(string folder)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            AssertSame(folder, Rewritten(folder, text => Rewriting.Shuffle(text, new Random(seed))));
        }
    }

    [Theory]
    [InlineData("r5")]
    [InlineData("r6")]
    [InlineData("r8")]
    public void One_file_or_several_is_the_same(string folder)
    {
        var files = Specs.Files(folder);
        AssertSame(folder, Specs.Compile([("all.kaigo", string.Join("\n", files.Reverse().Select(file => file.Text)))]));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_canonical_text_does_not_depend_on_how_it_is_written(string folder)
    {
        foreach (var (_, text) in Specs.Files(folder))
        {
            var canonical = Canonical(text);
            Assert.Equal(canonical, Canonical(Rewriting.SwitchLanguage(text)));
            Assert.Equal(canonical, Canonical(Rewriting.ChangeTrivia(text, new Random(1))));
            Assert.Equal(canonical, Canonical(Rewriting.Shuffle(text, new Random(1))));
        }
    }

    [Fact]
    public void Every_token_that_means_something_shows_in_the_canonical_text()
    {
        var text = Specs.Files("r7").Single(file => file.Path.EndsWith("/municipality.kaigo", StringComparison.Ordinal)).Text;
        var canonical = Canonical(text);
        var tokens = SyntaxTree.Parse(text).Root.DescendantTokens().Where(token => token.Kind is SyntaxKind.NumberToken or SyntaxKind.StringToken).ToArray();
        foreach (var token in tokens.Where((_, index) => index % 17 == 0))
        {
            var other = token.Kind == SyntaxKind.StringToken ? "「別の文」" : "9" + token.Text;
            Assert.NotEqual(canonical, Canonical(text[..token.Span.Start] + other + text[token.Span.End..]));
        }
    }

    private static string Canonical(string text) => CanonicalSpec.Print(SyntaxTree.Parse(text));

    private static ProgramPlan Rewritten(string folder, Func<string, string> rewrite) =>
        Specs.Compile(Specs.Files(folder).Select(file => (file.Path, rewrite(file.Text))));

    private static void AssertSame(string folder, ProgramPlan other)
    {
        var original = Specs.Of(folder);
        Assert.Empty(SpecDiff.Compare(original, other).Changes.Select(change => change.Text.Japanese));
        Assert.Empty(SpecDiff.Compare(other, original).Changes.Select(change => change.Text.English));
    }
}
