using System.Text.RegularExpressions;

namespace KaigoDsl.Architecture.Tests;

/// <summary>The certificate verifier names nothing of the runtime but its own types: no kernel, no Rational, no certificate record.</summary>
public partial class VerifierIndependenceTests
{
    private static readonly string s_runtime = Path.Combine(Repository.Root, "src", "KaigoDsl.Runtime");
    private static readonly string s_verifier = Path.Combine(s_runtime, "Apportionment", "Verification");

    [Fact]
    public void The_verifier_shares_no_type_with_the_rest_of_the_runtime()
    {
        var own = Sources(s_verifier).ToArray();
        var others = Sources(s_runtime).Except(own).Select(f => Path.GetFileNameWithoutExtension(f).Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Rational", others);
        Assert.Contains("Apportioner", others);
        Assert.NotEmpty(own);
        foreach (var file in own)
        {
            var code = Comment().Replace(File.ReadAllText(file), string.Empty);
            code = Text().Replace(code, "\"\"");
            var used = Word().Matches(code).Select(m => m.Value).Where(others.Contains).Distinct();
            Assert.True(!used.Any(), $"{Path.GetFileName(file)} names {string.Join(", ", used)}");
        }
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
    private static partial Regex Word();
}
