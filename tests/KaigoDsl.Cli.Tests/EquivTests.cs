using KaigoDsl.Cli.Tests.Infrastructure;

namespace KaigoDsl.Cli.Tests;

/// <summary><c>kaigo equiv</c>: what is printed and the exit code for each of its three answers, and for wrong usage.</summary>
public class EquivTests
{
    private static readonly string s_r7 = Path.GetFullPath(Path.Combine(Cases.Root, "..", "..", "..", "specs", "r7"));

    [Fact]
    public void The_same_specs_are_proved_to_be()
    {
        var run = CliRun.Of("equiv", s_r7, s_r7);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("同値です。646節すべてが、どんなデータでも同じ得点になります", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Another_tier_is_shown_by_a_small_nation()
    {
        using var edited = new EditedSpecs("r7", "municipality.kaigo", "項目 ウ 3点 上位3割", "項目 ウ 3点 上位2割");

        var run = CliRun.Of("equiv", s_r7, edited.Folder);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("同値ではありません。", run.Output, StringComparison.Ordinal);
        Assert.Contains("1行目の 推進.Ⅰ.活動.1.ウ: 旧 3点、新 0点", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_budget_is_undecided_as_payments_are_not_looked_into()
    {
        using var edited = new EditedSpecs("r7", "allocation.kaigo", "定数 推進の成果枠 = 902_500千円", "定数 推進の成果枠 = 902_500_000円");
        using var other = new EditedSpecs("r7", "allocation.kaigo", "按分 推進.Ⅳ.得点 × 第1号被保険者数", "按分 第1号被保険者数 × 推進.Ⅳ.得点");

        Assert.Equal(0, CliRun.Of("equiv", s_r7, edited.Folder).ExitCode);
        var run = CliRun.Of("equiv", s_r7, other.Folder);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("決められませんでした。", run.Output, StringComparison.Ordinal);
        Assert.Contains("推進", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "nowhere")]
    [InlineData(2)]
    public void What_cannot_be_compared_is_said(int exitCode, params string[] sides)
    {
        var run = CliRun.Of(["equiv", .. sides]);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error);
    }
}
