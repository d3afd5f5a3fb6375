using System.Text;
using System.Text.Json;
using KaigoDsl.Cli.Tests.Infrastructure;

namespace KaigoDsl.Cli.Tests;

/// <summary><c>kaigo diff</c> over folders.</summary>
public class DiffTests
{
    private static readonly string s_specs = Path.GetFullPath(Path.Combine(Cases.Root, "..", "..", "..", "specs"));

    private static string[] Years(string old, string current, params string[] more) =>
        ["diff", Path.Combine(s_specs, old), Path.Combine(s_specs, current), "--level", "市町村", .. more];

    [Theory]
    [InlineData("r6", "r7")]
    [InlineData("r7", "r8")]
    public void The_page_of_two_years_can_be_read_and_signed(string old, string current)
    {
        // The frameworks alone: which rules and allocations a year's folder carries is no matter of its indicators.
        var folder = Cases.NewFolder();
        try
        {
            foreach (var file in new[] { old, current }.SelectMany(year => new[] { $"{year}/entities.kaigo", $"{year}/municipality.kaigo" }))
            {
                Directory.CreateDirectory(Path.Combine(folder.FullName, Path.GetDirectoryName(file) ?? string.Empty));
                File.Copy(Path.Combine(s_specs, file), Path.Combine(folder.FullName, file));
            }

            var run = CliRun.Of("diff", Path.Combine(folder.FullName, old), Path.Combine(folder.FullName, current), "--format", "md");

            Assert.Equal(0, run.ExitCode);
            Check(Cases.Of("diff", $"{old}-{current}.md"), run.Output.Replace(folder.FullName, "specs", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void One_changed_tier_is_the_headline()
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", "項目 ウ 3点 上位3割", "項目 ウ 3点 上位2割");

        var run = CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("推進.Ⅰ.活動.1.ウ：上位・下位の割合  上位3割 → 上位2割。", run.Output.Split('\n')[0]);
    }

    [Theory]
    [InlineData("payee", 1)]
    [InlineData("wording", 1)]
    [InlineData("D303", 1)]
    [InlineData("d201,D303", 1)]
    [InlineData("D201", 0)]
    public void Fail_on_ends_with_1_at_what_it_names(string failOn, int exitCode)
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", "項目 ウ 3点 上位3割", "項目 ウ 3点 上位2割");

        Assert.Equal(exitCode, CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder, "--fail-on", failOn).ExitCode);
    }

    [Fact]
    public void Wording_alone_is_below_meaning()
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", "「今年度の評価得点」", "「今年度の得点」");

        Assert.Equal(0, CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder, "--fail-on", "meaning").ExitCode);
        Assert.Equal(1, CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder, "--fail-on", "wording").ExitCode);
    }

    [Fact]
    public void A_spec_that_does_not_parse_is_an_error_and_never_no_changes()
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", "項目 ウ 3点 上位3割", "項目 ウ 3点 上位3割 (");

        var run = CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("KGO1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_stays_below_its_limit_and_the_file_has_the_rest()
    {
        var folder = Cases.NewFolder();
        try
        {
            var file = Path.Combine(folder.FullName, "all.md");
            var whole = CliRun.Of(Years("r6", "r8", "--format", "md")).Output;
            var run = CliRun.Of(Years("r6", "r8", "--format", "md", "--out", file, "--limit", "5000"));

            Assert.Equal(whole, File.ReadAllText(file));
            Assert.InRange(Encoding.UTF8.GetByteCount(run.Output), 1, 5000);
            Assert.True(Encoding.UTF8.GetByteCount(whole) > 5000);
            Assert.Contains("all.md", run.Output, StringComparison.Ordinal);
            Assert.Equal(run.Output.Split("<details>").Length, run.Output.Split("</details>").Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_specs_say_cannot_become_markup()
    {
        using var edited = new EditedSpecs(
            "r7", "municipality.kaigo", "「今年度の評価得点」", "「<img src=x onerror=alert(1)> | @team #12 `code` [x](https://example.invalid) ![y](z) **b**」");

        var output = CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder, "--format", "md").Output;

        Assert.DoesNotContain("<img", output, StringComparison.Ordinal);
        Assert.DoesNotContain("@team", output, StringComparison.Ordinal);
        Assert.DoesNotContain("#12", output, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", output, StringComparison.Ordinal);
        Assert.Contains("&lt;img", output, StringComparison.Ordinal);
        var row = output.Split('\n').Single(line => line.StartsWith("| D901", StringComparison.Ordinal));
        Assert.Equal(7, row.Replace("\\|", string.Empty, StringComparison.Ordinal).Count(c => c == '|'));
    }

    [Theory]
    [InlineData("r6", "r7")]
    [InlineData("r7", "r7")]
    public void Json_is_what_its_schema_says(string old, string current)
    {
        var run = CliRun.Of(Years(old, current, "--format", "json"));
        using var json = JsonDocument.Parse(run.Output);
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_specs, "..", "docs", "diff.schema.json")));

        Assert.Empty(JsonSchema.Validate(json.RootElement, schema.RootElement));
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("diff", "specs/r7")]
    [InlineData("diff", "no-such-folder", "no-such-folder-either")]
    [InlineData("diff", "a..b")]
    [InlineData("diff", "--fail-on", "D999", "x", "y")]
    [InlineData("canon")]
    [InlineData("canon", "no-such-file.kaigo")]
    public void What_cannot_be_compared_is_wrong_usage(params string[] arguments)
    {
        var run = CliRun.Of(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Output);
    }

    private static void Check(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
