using System.Xml.Linq;

namespace KaigoDsl.Architecture.Tests;

/// <summary>The reference arrows between projects, and between the compiler's folders, are those of docs/architecture.md and no others.</summary>
public class ProjectReferenceTests
{
    /// <summary>Every product project and what it may refer to; docs/architecture.md explains the table.</summary>
    public static TheoryData<string, string[], string[]> Allowed { get; } = new()
    {
        { "src/KaigoDsl.Compiler", [], ["Sprache", "System.Collections.Immutable"] },
        { "src/KaigoDsl.Runtime", [], [] },
        { "src/KaigoDsl.Engine", ["KaigoDsl.Compiler", "KaigoDsl.Runtime"], [] },
        { "src/KaigoDsl.Data", ["KaigoDsl.Runtime"], ["CsvHelper"] },
        { "src/KaigoDsl.Synthesis", ["KaigoDsl.Compiler", "KaigoDsl.Runtime", "KaigoDsl.Engine"], [] },
        { "src/KaigoDsl.Tooling", ["KaigoDsl.Compiler", "KaigoDsl.Runtime", "KaigoDsl.Engine"], [] },
        {
            "src/KaigoDsl.Cli",
            ["KaigoDsl.Compiler", "KaigoDsl.Runtime", "KaigoDsl.Engine", "KaigoDsl.Data", "KaigoDsl.Synthesis", "KaigoDsl.Tooling"],
            ["System.CommandLine", "Spectre.Console"]
        },
        { "generators/KaigoDsl.Generators", ["KaigoDsl.Compiler"], ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers"] },
        { "generators/KaigoDsl.Package", ["KaigoDsl.Runtime", "KaigoDsl.Data", "KaigoDsl.Generators"], ["CsvHelper"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_refers_only_to_what_the_architecture_allows(string folder, string[] projects, string[] packages)
    {
        var file = Path.Combine(Repository.Root, folder, Path.GetFileName(folder) + ".csproj");
        var xml = XDocument.Load(file);

        Assert.Empty(Referenced(xml, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Except(projects));
        Assert.Empty(Referenced(xml, "PackageReference").Except(packages));
    }

    [Fact]
    public void Every_product_project_is_in_the_table()
    {
        var known = Allowed.Select(row => (string)row[0]).ToHashSet(StringComparer.Ordinal);
        var found = new[] { "src", "generators" }
            .SelectMany(top => Directory.EnumerateDirectories(Path.Combine(Repository.Root, top)))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/'));

        Assert.Equal(known.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_product_project_has_its_test_project()
    {
        var tests = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests")).Select(Path.GetFileName).ToHashSet();
        foreach (var row in Allowed)
        {
            Assert.Contains(Path.GetFileName((string)row[0]) + ".Tests", tests);
        }
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "KaigoDsl.sln")).Replace('\\', '/');
        var projects = new[] { "src", "generators", "tests", "benchmarks" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.csproj", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'))
            .Where(p => !p.Contains("/consumer", StringComparison.Ordinal));

        Assert.All(projects, p => Assert.Contains(p, solution));
    }

    [Fact]
    public void Packages_have_no_versions_of_their_own()
    {
        var offenders = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(p => !p.Contains("artifacts", StringComparison.Ordinal))
            .Where(p => XDocument.Load(p).Descendants("PackageReference").Any(r => r.Attribute("Version") is not null));

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Referenced(XDocument project, string element) =>
        project.Descendants(element).Select(e => (string?)e.Attribute("Include") ?? string.Empty);
}
