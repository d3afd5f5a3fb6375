using System.IO.Compression;
using System.Xml.Linq;

namespace KaigoDsl.Package.Tests;

public sealed class PackageTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    [Fact]
    public void Holds_what_a_consumer_needs_and_nothing_else()
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        string[] ofTheFormat = ["_rels/", "[Content_Types].xml", "package/"];
        Assert.Equal(
            [
                "KaigoDsl.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/KaigoDsl.Compiler.dll",
                "analyzers/dotnet/cs/KaigoDsl.Generators.dll",
                "analyzers/dotnet/cs/Sprache.dll",
                "buildTransitive/KaigoDsl.props",
                "buildTransitive/KaigoDsl.targets",
                "lib/net10.0/KaigoDsl.Data.dll",
                "lib/net10.0/KaigoDsl.Data.xml",
                "lib/net10.0/KaigoDsl.Runtime.dll",
                "lib/net10.0/KaigoDsl.Runtime.xml",
            ],
            archive.Entries.Select(entry => entry.FullName).Where(name => !ofTheFormat.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).Order(StringComparer.Ordinal));

        using var nuspec = archive.GetEntry("KaigoDsl.nuspec")!.Open();
        var dependencies = XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency");
        Assert.Equal(["CsvHelper"], dependencies.Select(dependency => dependency.Attribute("id")!.Value));

        using var notices = new StreamReader(archive.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        Assert.Contains("Copyright (c) 2011 Nicholas Blumhardt", notices.ReadToEnd(), StringComparison.Ordinal);
    }

    /// <summary>One long case on purpose: restoring and building are what takes the time.</summary>
    [Fact]
    public void A_consumer_builds_without_a_warning_runs_and_is_told_its_mistakes()
    {
        Commands.MustSucceed(package.Consumer, package.BuildArguments);
        var program = Path.Combine(package.Consumer, "bin", "Debug", "net10.0", "Consumer.dll");
        var output = Commands.MustSucceed(package.Consumer, program, "answers.csv");
        Assert.Equal(
            ["011002 8/14 4 0", "012025 7/14 4 3", "012033 6/14 0 6", "012041 4/14 0 0", "特徴を把握しているか"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        // A mistake in the spec is an error of the build at its place: the points of a group do not add up.
        var spec = Path.Combine(package.Consumer, "specs", "municipality.kaigo");
        var text = File.ReadAllText(spec);
        File.WriteAllText(spec, text.Replace("項目 ア 4点", "項目 ア 5点", StringComparison.Ordinal));
        var (code, problems) = Commands.Dotnet(package.Consumer, [.. package.BuildArguments, "--no-restore"]);
        Assert.NotEqual(0, code);
        Assert.Contains("municipality.kaigo(7,23): error KGO3001", problems, StringComparison.Ordinal);

        // An indicator that the program uses is gone: the build breaks at its name.
        File.WriteAllText(spec, text.Replace("指標 1 ", "指標 9 ", StringComparison.Ordinal));
        (code, problems) = Commands.Dotnet(package.Consumer, [.. package.BuildArguments, "--no-restore"]);
        Assert.NotEqual(0, code);
        Assert.Contains("Program.cs", problems, StringComparison.Ordinal);
        Assert.Contains("CS1061", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("KGO", problems, StringComparison.Ordinal);
    }
}
