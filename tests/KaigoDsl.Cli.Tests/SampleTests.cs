using System.Globalization;
using KaigoDsl.Cli.Tests.Infrastructure;

namespace KaigoDsl.Cli.Tests;

public sealed class SampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Cases.NewFolder();

    [Fact]
    public void The_same_seed_gives_the_same_file_and_another_seed_another()
    {
        var first = Sample("a.csv", "--seed", "3");
        var again = Sample("b.csv", "--seed", "3");
        var other = Sample("c.csv", "--seed", "4");

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void A_sample_can_be_scored()
    {
        Sample("nation.csv");
        var run = CliRun.Of("score", "--data", Path.Combine(_folder.FullName, "nation.csv"), "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"entities\": 40", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("19")]
    [InlineData("20")]
    [InlineData("39")]
    public void Even_a_very_small_nation_is_made(string entities)
    {
        var path = Path.Combine(_folder.FullName, "small.csv");

        Assert.Equal(0, CliRun.Of("sample", "--out", path, "--entities", entities).ExitCode);
        Assert.Equal(int.Parse(entities, CultureInfo.InvariantCulture) + 1, File.ReadAllLines(path).Length);
    }

    /// <summary>Without --spec, the built-in specs of the year asked for.</summary>
    [Theory]
    [InlineData("R6", "令和6年度 市町村")]
    [InlineData("令和8年度", "令和8年度 市町村")]
    public void Every_built_in_year_has_its_nation(string year, string framework)
    {
        Sample("nation.csv", "--year", year);
        var data = Path.Combine(_folder.FullName, "nation.csv");
        var run = CliRun.Of("score", "--year", year, "--data", data, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"\"framework\": \"{framework}\"", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private byte[] Sample(string name, params string[] arguments)
    {
        var path = Path.Combine(_folder.FullName, name);
        Assert.Equal(0, CliRun.Of(["sample", "--out", path, "--entities", "40", .. arguments]).ExitCode);
        return File.ReadAllBytes(path);
    }
}
