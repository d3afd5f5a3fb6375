using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis;

namespace KaigoDsl.Specs.Tests;

/// <summary>The money of R7 and R6, from the fictional nation.</summary>
public sealed class AllocationTests
{
    private static readonly Lazy<ImmutableArray<AllocationResult>> s_r7 = new(AllocateR7);

    private static readonly Lazy<ImmutableArray<AllocationResult>> s_r6 = new(AllocateR6);

    /// <summary>令和7年度予算案の配分枠, in 千円: total, 基本, 追加, 成果指向型.</summary>
    [Theory]
    [InlineData("令和7年度 都道府県 推進", 502_586, 380_000, 95_000, 27_586)]
    [InlineData("令和7年度 市町村 推進", 9_549_149, 7_220_000, 1_805_000, 524_149)]
    [InlineData("令和7年度 都道府県 支援", 1_000_000, 950_000, 50_000, 0)]
    [InlineData("令和7年度 市町村 支援", 19_000_000, 18_050_000, 950_000, 0)]
    public void R7_pools_close_to_the_yen(string name, long total, long basic, long additional, long oriented)
    {
        var result = s_r7.Value.Single(r => r.Plan.Name == name);
        Assert.True(result.IsDone, string.Join("\n", result.Problems));
        Assert.Equal(Thousands(total), Sum(result.Pools.Select(p => p.Budget)));
        Assert.Equal(Thousands(basic), result.Pools.Single(p => p.Plan.Label == "基本").Budget);
        Assert.Equal(Thousands(additional), Sum(result.Pools.Where(p => p.Plan.Label is "成果" or "強化").Select(p => p.Budget)));
        Assert.Equal(Thousands(oriented), Sum(result.Pools.Where(p => p.Plan.Rule == PoolRule.Withheld).Select(p => p.Rest)));

        Assert.Empty(CertificateVerifier.Verify(result.CertificateJson).Faults);
        var paid = Sum(result.Payments);
        Assert.Equal(paid, Sum(result.Pools.Select(p => p.Paid)));
        Assert.Equal(Thousands(total), paid + Sum(result.Pools.Select(p => p.Rest)));

        // What rounding leaves is less than a thousand yen for each who was paid in each 枠.
        foreach (var pool in result.Pools.Where(p => p.Plan.Rule != PoolRule.Withheld))
        {
            Assert.All(pool.Amounts, amount => Assert.Equal(Rational.RoundDown(amount, Thousands(1)), amount));
            Between(pool.Rest, Rational.Zero, Thousands(pool.Amounts.Count(a => a.Sign > 0) + 5));
        }
    }

    /// <summary>公表値 about money: budgets of R7 and R6, and the members of the size classes of R6.</summary>
    [Theory]
    [InlineData("specs/r7", "令和7年度 市町村", 5)]
    [InlineData("specs/r7", "令和7年度 都道府県", 7)]
    [InlineData("specs/r6", "令和6年度 市町村", 7)]
    public void Published_amounts_agree(string folder, string framework, int figures)
    {
        var program = Plan(folder);
        var results = folder == "specs/r7" ? s_r7.Value : s_r6.Value;
        var index = Enumerable.Range(0, program.Frameworks.Length).Single(i => program.Frameworks[i].Name == framework);
        var table = results.First(r => r.Rules.Plan.Framework == index).Table;
        var compared = PublishedAmountCheck.Run(program, index, table, [.. results]);
        Assert.Equal(figures, compared.Length);
        Assert.All(compared, static figure => Assert.True(
            figure.Outcome == PublishedOutcome.Agrees, $"{figure.Place} {figure.Value.Kind}: {figure.Value.Value} published, {figure.Computed} computed"));
    }

    [Fact]
    public void Who_fails_the_support_gate_gets_nothing_and_everybody_else_something()
    {
        var result = s_r7.Value.Single(r => r.Plan.Name == "令和7年度 市町村 支援");
        var failing = Enumerable.Range(0, result.Table.Count).Where(row => !result.IsPayable(row)).ToArray();
        Assert.InRange(failing.Length, 1, result.Table.Count / 4);
        Assert.All(failing, row => Assert.Equal(Rational.Zero, result.Payments[row]));
        Assert.All(Enumerable.Range(0, result.Table.Count).Except(failing), row => Assert.True(result.Payments[row].Sign > 0));
    }

    /// <summary>Published class means of R6 fall with size (1,274, 892, 799, 772 and 738 yen per insured person); ours must have that shape.</summary>
    [Fact]
    public void R6_yen_per_insured_person_fall_with_size_and_average_near_794()
    {
        var table = s_r6.Value[0].Table;
        var insured = table.Quantities(table.Schema.IndexOf("第1号被保険者数"));
        var classes = s_r6.Value[0].Pools[0].Classes;
        var perHead = Enumerable.Range(0, 5).Select(c =>
        {
            var rows = Enumerable.Range(0, table.Count).Where(row => classes[row] == c).ToArray();
            return Sum(rows.Select(row => Sum(s_r6.Value.Select(r => r.Payments[row])) / insured[row])) / Rational.FromInt64(rows.Length);
        }).ToArray();
        Assert.Equal(perHead.OrderDescending(), perHead);
        Between(perHead[0], Rational.FromInt64(900), Rational.FromInt64(2_000));
        Between(perHead[4], Rational.FromInt64(650), Rational.FromInt64(820));
        var all = Sum(s_r6.Value.SelectMany(r => r.Payments)) / Sum(Enumerable.Range(0, table.Count).Select(row => insured[row]));
        Between(all, Rational.FromInt64(700), Rational.FromInt64(900));
    }

    /// <summary>案 → min(案, 所要見込額) → 追加交付額, as in the list of R6: nobody above the need, what was cut off is handed out once, the rest reported.</summary>
    [Fact]
    public void R6_needs_cap_the_proposals_and_what_they_cut_off_goes_to_others()
    {
        foreach (var result in s_r6.Value)
        {
            Assert.True(result.IsDone, string.Join("\n", result.Problems));
            var needs = result.Table.Quantities(result.Table.Schema.IndexOf(result.Plan.Label + "の所要見込額"));
            var rows = Enumerable.Range(0, result.Table.Count).ToArray();
            Assert.All(rows, row => Assert.True(result.Payments[row].CompareTo(needs[row]) <= 0));
            var capped = rows.Where(row => result.Proposed[row].CompareTo(needs[row]) > 0).ToArray();
            Assert.InRange(capped.Length, 5, 60);
            var cut = Sum(capped.Select(row => result.Proposed[row] - needs[row]));
            var added = Sum(rows.Select(row => result.Payments[row] - Rational.Min(result.Proposed[row], needs[row])));
            Between(added, cut - Thousands(result.Table.Count), cut);
            Assert.Empty(CertificateVerifier.Verify(result.CertificateJson).Faults);
        }
    }

    private static ImmutableArray<AllocationResult> AllocateR7()
    {
        var program = Plan("specs/r7");
        var municipal = program.Frameworks.Single(f => f.Entity == "市町村");
        var prefectural = program.Frameworks.Single(f => f.Entity == "都道府県");
        return Allocate(program, ImmutableDictionary<string, EntityTable>.Empty
            .Add(municipal.Name, Read(BuiltInNation.OpenR7(), BuiltInNation.R7Name, municipal))
            .Add(prefectural.Name, Read(BuiltInNation.OpenR7Prefectures(), BuiltInNation.R7PrefecturesName, prefectural)));
    }

    private static ImmutableArray<AllocationResult> AllocateR6()
    {
        var program = Plan("specs/r6");
        var nation = SyntheticNation.Create(program.Frameworks[0], program.Published);
        return Allocate(program, ImmutableDictionary<string, EntityTable>.Empty.Add(program.Frameworks[0].Name, nation.Table));
    }

    private static ImmutableArray<AllocationResult> Allocate(ProgramPlan program, ImmutableDictionary<string, EntityTable> tables) =>
        [.. ProgramAllocator.Evaluate(ProgramEvaluator.Evaluate(program, tables)).Select(r => r ?? throw new InvalidOperationException("No data."))];

    private static ProgramPlan Plan(string folder) =>
        Specifications.Compile(folder) is { Plan: { } plan } ? plan : throw new InvalidOperationException($"{folder} has errors.");

    private static EntityTable Read(Stream stream, string name, FrameworkPlan plan)
    {
        using (stream)
        {
            var read = TableReader.Read(stream, name, PlanSchema.ToTableSchema(plan));
            return read.Table ?? throw new InvalidOperationException(string.Join("\n", read.Errors));
        }
    }

    private static void Between(Rational value, Rational low, Rational high) =>
        Assert.True(value.CompareTo(low) >= 0 && value.CompareTo(high) <= 0, $"{value} is not between {low} and {high}.");

    private static Rational Thousands(long thousands) => Rational.FromInt64(thousands * 1000);

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, static (a, b) => a + b);
}
