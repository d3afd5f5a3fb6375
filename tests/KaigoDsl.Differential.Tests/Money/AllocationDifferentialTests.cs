using System.Collections.Immutable;
using Xunit.Abstractions;

namespace KaigoDsl.Differential.Tests.Money;

/// <summary>
/// Rules and allocations three ways: engine = generated C# = a naive allocator, on generated specs and rows, to the yen. Every case is made
/// from its numbers alone, so a failure repeats.
/// </summary>
public sealed class AllocationDifferentialTests(ITestOutputHelper output)
{
    private const int Specs = 60;

    private const int TablesPerSpec = 50;

    private static readonly Lazy<ImmutableArray<AllocationCase>> s_cases =
        new(() => [.. Enumerable.Range(0, Specs).AsParallel().AsOrdered().Select(AllocationCase.Create)]);

    public static TheoryData<string> Mutations => [.. Enum.GetNames<AllocationMutation>().Where(name => name != nameof(AllocationMutation.None))];

    [Fact]
    public void Engine_and_generated_code_agree_with_the_naive_allocator()
    {
        var code = AllocationCode.Compile([.. s_cases.Value.Select(spec => spec.Program)]);
        var (carriedOut, refused) = (0, 0);
        for (var i = 0; i < Specs; i++)
        {
            var spec = s_cases.Value[i];
            for (var t = 0; t < TablesPerSpec; t++)
            {
                var rows = AllocationGenerator.Rows((1_000 * i) + t);
                var table = spec.Table(rows);
                var engine = spec.Engine(table);
                var difference = spec.Difference(rows, engine) ?? spec.Difference(rows, table, engine, code[i]);
                Assert.True(difference is null, $"spec {i}, table {t}: {difference}\n{spec.Text}\n{string.Join('\n', rows)}");
                (carriedOut, refused) = engine.IsDone ? (carriedOut + 1, refused) : (carriedOut, refused + 1);
            }
        }

        output.WriteLine($"{Specs} specs × {TablesPerSpec} tables: {carriedOut} carried out, {refused} refused.");
        // Both ways were really gone: whole numbers, and fractions where they do not fit.
        var (whole, fractions) = (s_cases.Value.Sum(spec => spec.Whole), s_cases.Value.Sum(spec => spec.Fractions));
        output.WriteLine($"{whole} in whole numbers, {fractions} as fractions.");
        Assert.InRange(whole, Specs * TablesPerSpec / 4, carriedOut);
        Assert.InRange(fractions, Specs * TablesPerSpec / 10, carriedOut);
        Assert.InRange(carriedOut, Specs * TablesPerSpec / 3, Specs * TablesPerSpec);
        Assert.InRange(refused, 1, Specs * TablesPerSpec);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_wrong_rule_is_noticed(string mutation)
    {
        var wrong = Enum.Parse<AllocationMutation>(mutation);
        Assert.Contains(Enumerable.Range(0, Specs), i => Enumerable.Range(0, TablesPerSpec).Any(t =>
        {
            var spec = s_cases.Value[i];
            var rows = AllocationGenerator.Rows((1_000 * i) + t);
            return spec.Difference(rows, spec.Engine(spec.Table(rows)), wrong) is not null;
        }));
    }
}
