using System.Text.RegularExpressions;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact;
using KaigoDsl.Tooling.Impact.Attribution;
using KaigoDsl.Tooling.Impact.Money;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Tooling.Tests;

/// <summary>Payments before and after on the real specs and fictional nations.</summary>
public class MoneyImpactTests
{
    private const string Pool = "枠 基本 「基本配分枠（75％相当）」 7_220_000千円";

    private static readonly Lazy<ImpactResult> s_moved = new(() => WithAllocation(text => text
        .Replace(Pool, "枠 基本 「基本配分枠（75％相当）」 7_120_000千円", StringComparison.Ordinal)
        .Replace("定数 推進の成果枠 = 902_500千円", "定数 推進の成果枠 = 1_002_500千円", StringComparison.Ordinal)));

    [Fact]
    public void A_hundred_million_yen_moved_from_one_pool_to_another_says_whom_it_moves()
    {
        var impact = s_moved.Value;
        var summary = ImpactSummary.Create(impact);
        Golden.Check("impact/pool.txt", ImpactDescription.Of(summary));
        Assert.Contains("−100,000千円", summary.Headline.Japanese.Replace('-', '−'), StringComparison.Ordinal);
        Assert.Contains("減額（最大 −", summary.Headline.Japanese, StringComparison.Ordinal);
        Assert.Equal((0, 0), (summary.Gains, summary.Losses));
        Assert.Equal(["D601", "D706"], summary.Factors.Select(static factor => factor.Code));

        // Less money in one pool is less for everybody, more in the other more.
        Assert.Equal(0, summary.Factors[0].YenLosses);
        Assert.Equal(0, summary.Factors[1].YenGains);
        ImpactTests.AssertAddsUp(impact);
    }

    [Fact]
    public void The_payments_are_those_of_the_allocations_themselves()
    {
        var impact = s_moved.Value;
        foreach (var (program, table, isNew) in new[] { (impact.Diff.Old, impact.Data.OldTable, false), (impact.Diff.New, impact.Data.NewTable, true) })
        {
            var results = ProgramAllocator.Evaluate(ProgramEvaluator.Evaluate(program, new Dictionary<string, EntityTable> { ["市町村"] = table }));
            foreach (var allocation in impact.Money?.Allocations ?? [])
            {
                var expected = results.Single(result => result?.Plan.Name == allocation.Name)?.Payments;
                Assert.Equal(expected, allocation.Entities.Select(entity => isNew ? entity.New : entity.Old));
            }
        }
    }

    [Fact]
    public void Worlds_end_at_the_old_and_the_new_payments()
    {
        var (diff, data) = (Nations.Compare(Specs.Of("r6"), Specs.Of("r7")), default(ImpactData));
        data = ImpactData.FromTwo(Nations.Of("r6"), Nations.Of("r7"));
        var money = Between(diff, data);
        Assert.NotEmpty(money.Matches);
        foreach (var (old, current) in money.Matches)
        {
            var (before, after) = (money.Old.ResultOf(old!), money.New.ResultOf(current!));
            var between = money.AllocationOf(Side.New, current!.Index);
            Assert.Equal(before?.Payments, money.Worlds.Rows.NewOfOld.Length == 0 ? [] : Ordered(money, Side.Old, between?.Run(new FactorSet([]))));
            Assert.Equal(after?.Payments, Ordered(money, Side.New, between?.Run(new FactorSet(between.Factors))));
        }
    }

    [Fact]
    public void Money_that_nobody_gets_by_rule_moves_nobody()
    {
        var impact = WithAllocation(text => text
            .Replace("524_149千円 配分しない", "624_149千円 配分しない", StringComparison.Ordinal)
            .Replace("9_549_149千円", "9_649_149千円", StringComparison.Ordinal));
        var summary = ImpactSummary.Create(impact);
        Assert.Empty(summary.Factors);
        Assert.Contains("交付額が変わる団体はない", summary.Headline.Japanese, StringComparison.Ordinal);
        Assert.Contains(summary.WithoutEffect, static change => change.Japanese.Contains("推進.成果指向型：枠の予算", StringComparison.Ordinal));
        Assert.DoesNotContain(summary.WithoutEffect, static change => change.Japanese.Contains("推進：配分の予算", StringComparison.Ordinal));
        Assert.All(impact.Factors, static factor => Assert.All(factor.Yen, static part => Assert.Equal(0, part.Sign)));
    }

    [Fact]
    public void An_allocation_that_cannot_be_carried_out_is_listed_with_the_reason_and_never_zero()
    {
        var diff = Nations.Compare(Specs.Of("r6"), Specs.Of("r7"));
        var impact = ImpactAnalysis.Analyze(diff, 0, ImpactData.FromOne(diff.Pairs[0], Nations.Of("r7"), isNew: true));
        Assert.NotNull(impact.Money);
        Assert.All(impact.Money.Allocations, static allocation =>
        {
            Assert.NotNull(allocation.OldReason);
            Assert.True(allocation.OldTotal.IsMissing);
            Assert.All(allocation.Entities, static entity => Assert.True(entity.Old.IsMissing));
        });
        Assert.All(impact.Money.Entities, static entity => Assert.False(entity.IsCompared));
        Assert.All(impact.Factors, static factor => Assert.Empty(factor.Yen));
    }

    [Fact]
    public void An_allocation_that_is_new_gives_all_it_pays()
    {
        var without = Specs.Files("r7").Where(static file => !file.Path.Contains("published", StringComparison.Ordinal)).Select(static file => file with { Text = Regex.Replace(file.Text, "(?s)/// 介護保険保険者努力支援交付金の市町村分.*", string.Empty) });
        var diff = Nations.Compare(Specs.Compile(without), Specs.Of("r7"));
        var impact = ImpactAnalysis.Analyze(diff, 0, ImpactData.FromOne(diff.Pairs[0], Nations.Of("r7"), isNew: true));
        var added = impact.Money?.Allocations.Single(static allocation => !allocation.IsInOld);
        var factor = impact.Factors.Single(static f => f.Change >= 0 && f.IsEffective);
        Assert.Equal("D701", diff.Changes[factor.Change].Kind.Code);
        Assert.Equal(added?.Entities.Select(static entity => entity.New), factor.Yen);
        Assert.Equal(added?.NewTotal, factor.YenTotal);
        ImpactTests.AssertAddsUp(impact);
    }

    [Fact]
    public void The_next_year_without_allocations_takes_all_that_was_paid()
    {
        var diff = Nations.Compare(Specs.Of("r7"), Specs.Of("r8"));
        var impact = ImpactAnalysis.Analyze(diff, 0, ImpactData.FromOne(diff.Pairs[0], Nations.Of("r7"), isNew: false));
        var summary = ImpactSummary.Create(impact);
        Golden.Check("impact/r7-r8.one-nation.txt", ImpactDescription.Of(summary));
        Assert.Equal(["D702", "D702"], summary.Factors.Where(static factor => factor.YenLosses > 0).Select(static factor => factor.Code));
        Assert.All(summary.Money?.Allocations ?? [], static allocation => Assert.Equal(Rational.Zero, allocation.NewTotal));
        ImpactTests.AssertAddsUp(impact);
    }

    [Fact]
    public void An_anonymous_summary_tells_nobodys_payment()
    {
        var summary = ImpactSummary.Create(s_moved.Value, isAnonymous: true);
        Assert.Empty(summary.YenMovers(10));
        Assert.All(summary.Entities, static entity => Assert.True(entity.OldYen.IsMissing && entity.NewYen.IsMissing && entity.YenParts.IsEmpty));
        Assert.DoesNotContain("最大", summary.Headline.Japanese, StringComparison.Ordinal);
        Assert.Equal(ImpactSummary.Create(s_moved.Value).Money, summary.Money, static (a, b) => a?.Gains == b?.Gains && a?.Losses == b?.Losses && Nullable.Equals(a?.Total, b?.Total));
    }

    /// <summary>R7 with its allocation changed, and the built-in nation under both.</summary>
    private static ImpactResult WithAllocation(Func<string, string> change)
    {
        var changed = Specs.Files("r7").Select(file => file with { Text = Path.GetFileName(file.Path) == "allocation.kaigo" ? change(file.Text) : file.Text });
        var diff = Nations.Compare(Specs.Of("r7"), Specs.Compile(changed));
        return ImpactAnalysis.Analyze(diff, 0, ImpactData.FromOne(diff.Pairs[0], Nations.Of("r7"), isNew: false));
    }

    private static MoneyBetween Between(SpecDiff diff, ImpactData data)
    {
        var part = new ComparablePart(diff.Pairs[0], data.UnfedOld, data.UnfedNew);
        var none = new Dictionary<int, Evaluation>();
        var worlds = new Worlds(
            diff,
            0,
            data,
            FrameworkEvaluator.Evaluate(part.Old, data.OldTable),
            FrameworkEvaluator.Evaluate(part.New, data.NewTable),
            new WorldOptions(part, ConstantOverrides.None, none, none));
        return new MoneyBetween(diff, worlds);
    }

    /// <summary>The payments of a world, by row of the table of one side.</summary>
    private static IEnumerable<Rational> Ordered(MoneyBetween money, Side side, AllocationResult? result)
    {
        Assert.True(result is { IsDone: true });
        var table = money.Worlds.TableOf(side);
        var byKey = Enumerable.Range(0, result.Table.Count).ToDictionary(result.Table.Key, row => result.Payments[row]);
        return Enumerable.Range(0, table.Count).Select(row => byKey[table.Key(row)]);
    }
}
