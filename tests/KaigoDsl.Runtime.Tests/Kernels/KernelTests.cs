using System.Diagnostics;
using System.Globalization;

namespace KaigoDsl.Runtime.Tests.Kernels;

/// <summary>The kernels give what exact rationals give, whatever the width of the vectors.</summary>
public sealed class KernelTests
{
    private const int Cases = 500;

    private const int CasesPerWidth = 40;

    [Fact]
    public void Selection_and_bits_agree_with_exact_rationals()
    {
        for (var number = 0; number < Cases; number++)
        {
            var single = new KernelCase(number);
            Assert.Equal($"case {number}\n{single.Exactly()}", $"case {number}\n{single.OnBoard()}");
        }
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Narrower_vectors_and_none_at_all_give_the_same(string switchedOff)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(KernelTests).Assembly.Location);
        start.ArgumentList.Add(CasesPerWidth.ToString(CultureInfo.InvariantCulture));
        start.Environment[switchedOff] = "0";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        var lines = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(string.Empty, errors);
        Assert.Equal(Program.Results(CasesPerWidth), lines.TrimEnd());
    }
}
