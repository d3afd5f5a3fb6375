using System.Text.RegularExpressions;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Tests;

/// <summary>The catalogue of changes is what docs/diff.md says.</summary>
public partial class ChangeKindsTests
{
    [Fact]
    public void The_table_of_the_documentation_is_the_catalogue()
    {
        var documented = Row().Matches(File.ReadAllText(Path.Combine(Specs.Root, "docs", "diff.md")))
            .Select(row => string.Join(" | ", row.Groups.Values.Skip(1).Select(group => group.Value)));
        var actual = ChangeKinds.All.Select(kind =>
            $"{kind.Code} | {kind.Name} | {kind.Severity.ToString().ToLowerInvariant()} | {kind.Title.Japanese} | {kind.Title.English}");

        Assert.Equal(actual, documented);
    }

    [Fact]
    public void Codes_and_names_are_unique()
    {
        Assert.Equal(ChangeKinds.All.Length, ChangeKinds.All.Select(kind => kind.Code).Distinct().Count());
        Assert.Equal(ChangeKinds.All.Length, ChangeKinds.All.Select(kind => kind.Name).Distinct().Count());
        Assert.All(ChangeKinds.All, kind => Assert.Same(kind, ChangeKinds.Find(kind.Code.ToLowerInvariant())));
    }

    [GeneratedRegex(@"^\| (D\d{3}) \| `([a-z-]+)` \| ([a-z]+) \| (.+?) \| (.+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
