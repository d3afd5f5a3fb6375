using System.Collections.Concurrent;
using System.Globalization;
using KaigoDsl.Differential.Tests.Comparison;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Shrinking;
using Xunit.Abstractions;

namespace KaigoDsl.Differential.Tests;

/// <summary>
/// Engine = generated C# = an independent, naive evaluator, on generated specs and tables. Every case is made from its number alone,
/// so a failure repeats; it is shrunk before it is shown. <c>KAIGO_DIFF_CASES</c> asks for more cases than CI runs.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    /// <summary>How many (spec, table) pairs CI compares.</summary>
    private const int Cases = 10_400;

    private const int TablesPerSpec = 26;

    /// <summary>How many specs' code goes into one assembly.</summary>
    private const int SpecsPerAssembly = 100;

    [Fact]
    public void Engine_and_generated_code_agree_with_the_naive_evaluator()
    {
        var cases = int.TryParse(Environment.GetEnvironmentVariable("KAIGO_DIFF_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : Cases;
        var coverage = new CoverageCounter();
        var specs = (cases + TablesPerSpec - 1) / TablesPerSpec;
        for (var first = 0; first < specs; first += SpecsPerAssembly)
        {
            CheckBatch(first, Math.Min(SpecsPerAssembly, specs - first), coverage);
        }

        output.WriteLine($"{specs * TablesPerSpec} cases: {specs} specs × {TablesPerSpec} tables. Reached:");
        output.WriteLine(coverage.ToTable());

        // A short run, to try something out, need not reach everything.
        if (cases >= Cases)
        {
            Assert.Equal([], coverage.NotReached());
        }
    }

    private static void CheckBatch(int first, int count, CoverageCounter coverage)
    {
        var batch = Enumerable.Range(first, count).AsParallel().AsOrdered().Select(Case.Compile).ToList();
        var problems = GeneratedCode.Compile(batch);
        Assert.True(problems.IsEmpty, string.Join('\n', problems));
        var failures = new ConcurrentBag<(int Spec, DataTable Table)>();
        Parallel.For(0, batch.Count, i =>
        {
            var own = new CoverageCounter();
            StructureCoverage.Count(batch[i].Index, batch[i].Text, own);
            for (var t = 0; t < TablesPerSpec; t++)
            {
                var table = Case.Table(batch[i], first + i, t);
                if (Comparer.Check(batch[i], table, own) is not null)
                {
                    failures.Add((i, table));
                    break;
                }
            }

            coverage.Add(own);
        });
        if (failures.OrderBy(f => f.Spec).FirstOrDefault() is { Table: { } failed } failure)
        {
            Assert.Fail(Shrinker.Report(batch[failure.Spec].Index.Spec, failed));
        }
    }
}
