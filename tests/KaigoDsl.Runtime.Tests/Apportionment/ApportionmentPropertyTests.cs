using System.Collections.Immutable;
using System.Numerics;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>What must hold for every apportionment, on a hundred thousand generated ones.</summary>
public sealed class ApportionmentPropertyTests
{
    private const int CasesPerSeed = 12_500;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Amounts_equal_the_naive_evaluator_and_keep_every_law(int seed)
    {
        var generator = new RequestGenerator(seed);
        for (var n = 0; n < CasesPerSeed; n++)
        {
            var request = generator.Next();
            var result = Apportioner.Apportion(request);
            var naive = NaiveApportionment.Amounts(request, out var rounds);
            Assert.True(rounds <= request.Weights.Length, "redistribution does not settle");
            if (naive is null)
            {
                Assert.Equal(ApportionmentProblemKind.FloorsExceedBudget, Assert.Single(result.Problems).Kind);
                Assert.True(result.Problems[0].Value.Sign > 0);
                continue;
            }

            Assert.True(result.IsDone, Describe(request));
            for (var i = 0; i < naive.Length; i++)
            {
                Assert.True(naive[i].Same(NaiveFraction.From(result.Amounts[i])), $"{Describe(request)}: {i} is {result.Amounts[i]}, not {naive[i]}");
            }

            AssertLaws(request, result);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Neither_the_order_of_recipients_nor_the_scale_of_weights_matters(int seed)
    {
        var generator = new RequestGenerator(1000 + seed);
        for (var n = 0; n < CasesPerSeed / 4; n++)
        {
            var request = generator.Next();
            var result = Apportioner.Apportion(request);
            var order = generator.Permutation(request.Weights.Length);
            var permuted = Apportioner.Apportion(Permute(request, order));
            Assert.Equal(result.IsDone, permuted.IsDone);

            // The first scale cannot fit 64 bits, so that the fast kernels must step aside: fast = general.
            foreach (var scale in new[] { Rational.Create(BigInteger.Pow(2, 70), 3), Rational.Create(3, 7) })
            {
                var scaled = Apportioner.Apportion(request with { Weights = [.. request.Weights.Select(w => w * scale)] });
                Assert.True(result.Amounts.AsSpan().SequenceEqual(scaled.Amounts.AsSpan()), Describe(request));
                Assert.Equal(result.UnitsMoved.Any(u => u != 0), scaled.UnitsMoved.Any(u => u != 0));
                Assert.Equal(result.Residue.IsMissing, scaled.Residue.IsMissing);
                Assert.Equal(result.Unallocated, scaled.Unallocated);
                Assert.Equal(result.Level.IsMissing, scaled.Level.IsMissing);
                Assert.True(result.Level.IsMissing || result.Level == scaled.Level * scale);
            }

            if (result.IsDone)
            {
                Assert.True(order.Select(i => result.Amounts[i]).SequenceEqual(permuted.Amounts), Describe(request));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void More_weight_never_means_less_money(int seed)
    {
        var generator = new RequestGenerator(2000 + seed);
        for (var n = 0; n < CasesPerSeed / 4; n++)
        {
            var request = generator.Next() with { Residue = ResidueRule.Report };
            if (request.Weights.IsEmpty)
            {
                continue;
            }

            var which = generator.Permutation(request.Weights.Length)[0];
            var more = request with { Weights = request.Weights.SetItem(which, request.Weights[which] + generator.Fraction(3)) };
            var (before, after) = (Apportioner.Apportion(request), Apportioner.Apportion(more));
            Assert.Equal(before.IsDone, after.IsDone);
            Assert.True(!before.IsDone || before.Amounts[which].CompareTo(after.Amounts[which]) <= 0, Describe(more));
        }
    }

    private static void AssertLaws(ApportionmentRequest request, ApportionmentResult result)
    {
        var total = result.Amounts.Aggregate(Rational.Zero, (a, b) => a + b);
        Assert.Equal(total, result.Paid);
        Assert.Equal(request.Budget, total + result.Residue);
        Assert.Equal(result.Residue, result.Unallocated + result.RoundingResidue);
        var unit = request.Rounding.Unit;
        for (var i = 0; i < result.Amounts.Length; i++)
        {
            var amount = result.Amounts[i];
            Assert.True(amount.Sign >= 0);
            if (request.Rounding.Mode == RoundingMode.None)
            {
                Assert.Equal(result.Quota(i), amount);
            }
            else
            {
                Assert.True((amount / unit).IsInteger);
                if (request.ShareRounding.Mode == RoundingMode.None)
                {
                    Assert.True((amount - result.Quota(i)).CompareTo(unit) < 0 && (result.Quota(i) - amount).CompareTo(unit) < 0, Describe(request));
                }
            }

            Assert.True(request.EffectiveCap(i) is not { } cap || amount.CompareTo(cap) <= 0);
            Assert.True(amount.CompareTo(request.EffectiveFloor(i)) >= 0);
        }

        if (request.Residue == ResidueRule.LargestRemainder && request.ShareRounding.Mode == RoundingMode.None)
        {
            Assert.True(result.RoundingResidue.Sign >= 0 && result.RoundingResidue.CompareTo(unit) < 0, Describe(request));
        }
    }

    private static ApportionmentRequest Permute(ApportionmentRequest request, int[] order) => request with
    {
        Weights = Permute(request.Weights, order),
        Caps = Permute(request.Caps, order),
        Floors = Permute(request.Floors, order),
        TieKeys = Permute(request.TieKeys, order),
        FinalKeys = Permute(request.FinalKeys, order),
    };

    private static ImmutableArray<T> Permute<T>(ImmutableArray<T> values, int[] order) => values.IsEmpty ? values : [.. order.Select(i => values[i])];

    private static string Describe(ApportionmentRequest r) =>
        $"budget {r.Budget}, weights [{string.Join(' ', r.Weights)}], {r.Rounding.Mode} {r.Rounding.Unit}, shares {r.ShareRounding.Mode} {r.ShareRounding.Unit}, "
        + $"caps [{string.Join(' ', r.Caps.Select(c => c?.ToString() ?? "-"))}], floors [{string.Join(' ', r.Floors.Select(c => c?.ToString() ?? "-"))}], "
        + $"{r.Bounds}, {r.Residue}, keys [{string.Join(' ', r.TieKeys)}] {r.TieOrder}";
}
