using System.Globalization;
using System.Text;
using System.Text.Json;
using KaigoDsl.Cli.Tests.Infrastructure;

namespace KaigoDsl.Cli.Tests;

/// <summary><c>kaigo diff --data</c>: whom changes move.</summary>
public class ImpactTests
{
    private const string Tier = "項目 ウ 3点 上位3割";

    private static readonly string s_specs = Path.GetFullPath(Path.Combine(Cases.Root, "..", "..", "..", "specs"));

    private static readonly string s_nation = Path.Combine(s_specs, "r7", "nation.csv");

    [Theory]
    [InlineData("text", "tier.txt")]
    [InlineData("md", "tier.md")]
    public void One_changed_tier_and_the_ten_it_moves_most(string format, string golden)
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", Tier, "項目 ウ 3点 上位2割");

        var run = CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder, "--level", "市町村", "--data", s_nation, "--format", format);

        Assert.Equal(0, run.ExitCode);
        Check(Cases.Of("diff", golden), run.Output.Replace(edited.Folder, "edited", StringComparison.Ordinal).Replace(s_specs, "specs", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_is_as_documented_and_adds_up()
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", Tier, "項目 ウ 3点 上位2割");

        var run = CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder, "--level", "市町村", "--data", s_nation, "--format", "json");

        using var document = JsonDocument.Parse(run.Output);
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_specs, "..", "docs", "diff.schema.json")));
        Assert.Empty(JsonSchema.Validate(document.RootElement, schema.RootElement));
        var impact = document.RootElement.GetProperty("impacts")[0];
        Assert.Equal(1741, impact.GetProperty("entities").GetArrayLength());
        Assert.All(impact.GetProperty("entities").EnumerateArray(), static entity => Assert.Equal(
            entity.GetProperty("difference").GetInt32(), entity.GetProperty("parts").EnumerateArray().Sum(static part => int.Parse(part.GetProperty("points").GetString() ?? "0", CultureInfo.InvariantCulture))));
        Assert.All(impact.GetProperty("entities").EnumerateArray(), static entity => Assert.Equal(
            2 * Yen(entity.GetProperty("yenDifference")), entity.GetProperty("yenParts").EnumerateArray().Sum(static part => 2 * Yen(part.GetProperty("yen")))));
        Assert.Equal(2, impact.GetProperty("money").GetProperty("allocations").GetArrayLength());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("json")]
    [InlineData("html")]
    public void Anonymous_output_names_nobody(string format)
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", Tier, "項目 ウ 3点 上位2割");

        var run = CliRun.Of(
            "diff", Path.Combine(s_specs, "r7"), edited.Folder, "--level", "市町村", "--data", s_nation, "--format", format, "--anonymous");

        Assert.Equal(0, run.ExitCode);
        foreach (var line in File.ReadLines(s_nation).Skip(1))
        {
            var cells = line.Split(',');
            Assert.DoesNotContain(cells[0], run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(cells[1], run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_goes_to_its_file_and_the_headlines_to_the_terminal()
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", Tier, "項目 ウ 3点 上位2割");
        var folder = Cases.NewFolder();
        try
        {
            var file = Path.Combine(folder.FullName, "diff.html");

            var run = CliRun.Of("diff", Path.Combine(s_specs, "r7"), edited.Folder, "--level", "市町村", "--data", s_nation, "--format", "html", "--out", file);

            Assert.Equal(0, run.ExitCode);
            Assert.Equal(2, run.Output.TrimEnd('\n').Split('\n').Length);
            Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(file), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_data_of_this_year_is_carried_over_to_last_years_columns()
    {
        var run = CliRun.Of("diff", Path.Combine(s_specs, "r6"), Path.Combine(s_specs, "r7"), "--level", "市町村", "--data", s_nation);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("データに欄がなく、比較から除いた項目 14件", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_that_is_set_is_the_same_on_both_sides()
    {
        using var edited = new EditedSpecs("r7", "allocation.kaigo", "定数 上位の割合 = 30%", "定数 上位の割合 = 20%");
        string[] arguments = ["diff", Path.Combine(s_specs, "r7"), edited.Folder, "--level", "市町村", "--data", s_nation];

        Assert.Contains("団体が減額", CliRun.Of(arguments).Output, StringComparison.Ordinal);
        Assert.Contains("交付額が変わる団体はない", CliRun.Of([.. arguments, "--set", "上位の割合=25%"]).Output, StringComparison.Ordinal);
        Assert.Equal(2, CliRun.Of([.. arguments, "--set", "上位の=1"]).ExitCode);
    }

    [Theory]
    [InlineData("--data", "nowhere.csv")]
    [InlineData("--old-data", "built-in")]
    [InlineData("--data", "都道府県=built-in")]
    public void What_cannot_be_computed_is_said_and_no_report_is_given(string option, string value)
    {
        var run = CliRun.Of("diff", Path.Combine(s_specs, "r7"), Path.Combine(s_specs, "r7"), option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
    }

    /// <summary>Two factors halve amounts at most.</summary>
    private static decimal Yen(JsonElement fraction)
    {
        var parts = (fraction.GetString() ?? "0").Split('/');
        return decimal.Parse(parts[0], CultureInfo.InvariantCulture) / (parts.Length == 1 ? 1 : decimal.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static void Check(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(path, actual, new UTF8Encoding(false));
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
