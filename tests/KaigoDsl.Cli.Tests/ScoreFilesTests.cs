using KaigoDsl.Cli.Tests.Infrastructure;

namespace KaigoDsl.Cli.Tests;

public sealed class ScoreFilesTests : IDisposable
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    private readonly DirectoryInfo _folder = Cases.NewFolder();

    private string Out => Path.Combine(_folder.FullName, "結果");

    [Theory]
    [InlineData("scores.csv")]
    [InlineData("statistics.csv")]
    [InlineData("ranks.csv")]
    [InlineData("distribution.csv")]
    [InlineData("items.csv")]
    public void Files_are_written_as_reviewed(string name)
    {
        var run = CliRun.Of("score", "--spec", Cases.Of("specs", "publication.kaigo"), "--data", Cases.Of("data", "publication.csv"), "--out", Out);
        Assert.Equal(0, run.ExitCode);

        var bytes = File.ReadAllBytes(Path.Combine(Out, name));
        Assert.Equal(s_mark, bytes[..3]);
        var actual = File.ReadAllText(Path.Combine(Out, name)).ReplaceLineEndings("\n");
        var golden = Cases.Of("out", name);
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Cases.Of("out"));
            File.WriteAllText(golden, actual);
            return;
        }

        Assert.Equal(File.ReadAllText(golden), actual);
    }

    [Theory]
    [InlineData("bad.csv")]
    [InlineData("misspelt.csv")]
    public void Bad_data_writes_nothing(string data)
    {
        var run = Score(data);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_problem_and_keeps_the_summary_back()
    {
        File.WriteAllText(Out, "in the way");
        var run = Score("good.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("in the way", File.ReadAllText(Out));
    }

    [Fact]
    public void The_built_in_framework_has_one_column_per_place_of_its_tree()
    {
        Assert.Equal(0, CliRun.Of("score", "--out", Out).ExitCode);
        var lines = File.ReadAllLines(Path.Combine(Out, "scores.csv"));
        var columns = lines[0].Split(',');

        Assert.Equal(1_742, lines.Length);
        Assert.Equal(["団体コード", "団体名", "推進", "推進.Ⅰ", "推進.Ⅰ.体制", "推進.Ⅰ.体制.1", "推進.Ⅰ.体制.1.ア"], columns[..7].Select(name => name.TrimStart('\uFEFF')));
        Assert.Equal(["得点", "順位"], columns[^2..]);
        Assert.Contains("推進.Ⅳ.1.ア.①", columns);
        Assert.Contains("支援.Ⅳ.1.ア.①", columns);
        Assert.Equal(columns.Length, columns.Distinct().Count());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private CliRun Score(string data) =>
        CliRun.Of("score", "--spec", Cases.Of("specs", "sample.kaigo"), "--data", Cases.Of("data", data), "--out", Out);
}
