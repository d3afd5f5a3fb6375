using System.Diagnostics;
using System.Globalization;

namespace KaigoDsl.Runtime.Tests.Kernels;

/// <summary>The kernels give what exact rationals give, whatever the width of the vectors.</summary>
public sealed class KernelTests
{
    private const int Cases = 500;

    private const int CasesPerWidth = 40;

    private const int LargeCases = 6;

    [Fact]
    public void Selection_and_bits_agree_with_exact_rationals()
    {
        for (var number = 0; number < Cases; number++)
        {
            var single = new KernelCase(number);
            Assert.Equal($"case {number}\n{single.Exactly()}", $"case {number}\n{single.OnBoard()}");
        }
    }

    /// <summary>Tables of many tiles, beyond the size from which cut-offs in crowds are found another way.</summary>
    [Theory]
    [InlineData(4_097)]
    [InlineData(16_500)]
    [InlineData(40_000)]
    public void Large_tables_agree_with_exact_rationals_whatever_the_number_of_threads(int count)
    {
        for (var number = 0; number < LargeCases; number++)
        {
            var large = new LargeCase(number, count);
            var exactly = large.Exactly();
            foreach (var threads in new[] { 1, 2, 3, 8 })
            {
                Assert.Equal($"case {number}\n{exactly}", $"case {number}\n{large.OnBoard(threads)}");
            }
        }
    }

    [Fact]
    public void A_board_may_be_used_again_with_another_number_of_threads()
    {
        var cases = Enumerable.Range(0, LargeCases).Select(number => new LargeCase(number, 5_000 - (700 * number))).ToArray();
        var board = LargeCase.CreateBoard();
        for (var round = 0; round < 3; round++)
        {
            foreach (var large in cases)
            {
                Assert.Equal(large.Exactly(), large.OnBoard(1 + ((round + large.Number) % 3), board));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_at_least_one_thread(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreBoard(1, 0).MaxDegreeOfParallelism = threads);

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
