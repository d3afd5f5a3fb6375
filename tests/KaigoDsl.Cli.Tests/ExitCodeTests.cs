using System.Text;
using KaigoDsl.Cli.Tests.Infrastructure;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli.Tests;

public class ExitCodeTests
{
    [Fact]
    public void An_unforeseen_fault_is_exit_code_3_and_one_short_message()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["check"], new BrokenWriter(), error, CliEnvironment.Piped(MessageLanguage.English));

        Assert.Equal(3, code);
        Assert.Contains("internal error: the pipe is broken (InvalidOperationException)", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_spec_is_sound_and_passes_its_own_tests()
    {
        var check = CliRun.Of("check");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("項目 297、満点 800点", check.Output, StringComparison.Ordinal);
        Assert.Equal(0, CliRun.Of("test").ExitCode);
    }

    [Fact]
    public void An_empty_folder_is_wrong_usage_and_not_a_clean_check()
    {
        var folder = Cases.NewFolder();
        try
        {
            Assert.Equal(2, CliRun.Of("check", folder.FullName).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_spec_that_is_not_utf8_is_a_problem_and_named()
    {
        var folder = Cases.NewFolder();
        try
        {
            var path = Path.Combine(folder.FullName, "cp932.kaigo");
            File.WriteAllBytes(path, [0x91, 0xCE, 0x8F, 0xDB]);
            var run = CliRun.Of("check", path);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("UTF-8 ではありません", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class BrokenWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new InvalidOperationException("the pipe is broken");

        public override void Write(string? value) => throw new InvalidOperationException("the pipe is broken");
    }
}
