using System.Reflection;
using System.Text.RegularExpressions;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Compiler.Tests.Goldens;

public sealed partial class DescriptorTests
{
    // Phases whose codes must all be shown by a bad case; emission (KGO4) is tested where it happens.
    private static readonly string[] CoveredPhases = ["KGO1", "KGO2", "KGO3"];

    public static TheoryData<string> Fields => [.. Descriptors().Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> CoveredFields =>
        [.. Descriptors().Where(d => CoveredPhases.Any(p => d.Value.Code.StartsWith(p, StringComparison.Ordinal))).Select(d => d.Key).Order(StringComparer.Ordinal)];

    [Fact]
    public void コードは重ならない()
    {
        var codes = Descriptors().Values.Select(d => d.Code).ToArray();
        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Count(), codes.Length);
        Assert.All(codes, code => Assert.Matches("^KGO[1-9][0-9]{3}$", code));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void 両言語で同じ引数を使う(string field)
    {
        var descriptor = Descriptors()[field];
        Assert.NotEmpty(descriptor.Title.Japanese);
        Assert.NotEmpty(descriptor.Title.English);
        Assert.Equal(Placeholders(descriptor.Message.Japanese), Placeholders(descriptor.Message.English));
        Assert.True(descriptor.Message.English.EndsWith('.') || descriptor.Message.English.EndsWith('?') || descriptor.Message.English.EndsWith('}'));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void 文書に節がある(string field) =>
        Assert.Contains("\n## " + Descriptors()[field].Code + " ", TestFiles.Read("docs/diagnostics.md"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(CoveredFields))]
    public void 悪い見本がある(string field)
    {
        var code = Descriptors()[field].Code;
        Assert.Contains(
            Directory.EnumerateFiles(TestFiles.Bad, "*.diagnostics.txt"),
            path => File.ReadAllText(path).Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public void 文書に余分なコードはない()
    {
        var known = Descriptors().Values.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        Assert.All(Section().Matches(TestFiles.Read("docs/diagnostics.md")), section => Assert.Contains(section.Groups[1].Value, known));
    }

    private static Dictionary<string, DiagnosticDescriptor> Descriptors() => typeof(Diagnostics.Descriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(f => f.Name, f => Assert.IsType<DiagnosticDescriptor>(f.GetValue(null)), StringComparer.Ordinal);

    private static string[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^## (KGO\d{4}) ", RegexOptions.Multiline)]
    private static partial Regex Section();
}
