using System.Globalization;
using System.Runtime.CompilerServices;

namespace KaigoDsl.Performance.Tests;

/// <summary>The regression gate: allocated bytes per unit of work stay within budgets.txt. Bytes, not time: nothing here can flake.</summary>
public class AllocationTests
{
    private const int Runs = 3;

    public static TheoryData<string, string, double> Budgets { get; } = ReadBudgets();

    [Theory]
    [MemberData(nameof(Budgets))]
    public void Work_stays_within_its_budget(string name, string unit, double budget)
    {
        var work = Work.Find(name);

        // The first run fills tables and caches that live as long as the process.
        work.Run();
        var least = long.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work.Run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        var measured = (double)least / work.Units;
        Assert.True(
            measured <= budget,
            string.Create(CultureInfo.InvariantCulture, $"{name}: {measured:0.###} bytes per {unit}, the budget is {budget:0.###} ({least:N0} bytes in all)."));
    }

    /// <summary>Twice the indicators may cost twice the memory, not four times: a quadratic step shows in bytes long before anyone waits for it.</summary>
    [Theory]
    [InlineData(100)]
    public void Compiling_grows_in_proportion(int indicators)
    {
        var (once, twice) = (Compiled(indicators), Compiled(2 * indicators));
        var (before, after) = (once.Bytes / (double)once.Length, twice.Bytes / (double)twice.Length);
        Assert.True(after <= before * 1.15, FormattableString.Invariant($"{before:0.0} bytes per character become {after:0.0} when the spec doubles."));
    }

    private static (long Bytes, int Length) Compiled(int indicators)
    {
        var text = ManyIndicators.Spec(indicators);
        var least = long.MaxValue;
        for (var i = 0; i <= Runs; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var compilation = Compiler.Compilation.Create([Compiler.Syntax.SyntaxTree.Parse(Compiler.Text.SourceText.From(text, "many.kaigo"))]);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Empty(compilation.Diagnostics);
        }

        return (least, text.Length);
    }

    private static TheoryData<string, string, double> ReadBudgets()
    {
        var budgets = new TheoryData<string, string, double>();
        foreach (var line in File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here()) ?? ".", "budgets.txt")).Where(static line => !line.StartsWith('#')))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var unit, var bytes])
            {
                budgets.Add(name, unit, double.Parse(bytes, CultureInfo.InvariantCulture));
            }
        }

        return budgets;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
