using System.Collections.Immutable;
using System.Numerics;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>The corners that a generated case would rarely meet, and what is refused.</summary>
public sealed class ApportionmentEdgeTests
{
    private static readonly AmountRounding s_thousand = new(RoundingMode.Down, 1000);
    private static readonly AmountRounding s_yen = new(RoundingMode.Down, 1);

    private static void AssertAmounts(ApportionmentResult result, Rational[] expected) => Assert.Equal(expected, result.Amounts.ToArray());

    [Fact]
    public void Nobody_to_pay_leaves_all_as_residue_and_says_so()
    {
        foreach (var weights in new ImmutableArray<Rational>[] { [], [0, 0] })
        {
            var result = Apportioner.Apportion(new() { Budget = 5000, Weights = weights, Rounding = s_thousand });
            Assert.Equal((Rational)0, result.Paid);
            Assert.Equal((Rational)5000, result.Unallocated);
            Assert.True(result.Level.IsMissing);
        }
    }

    [Fact]
    public void A_single_recipient_gets_whole_units_of_everything()
    {
        var result = Apportioner.Apportion(new() { Budget = Rational.FromInt64(9_549_149_999), Weights = [Rational.Create(1, 7)], Rounding = s_thousand });
        AssertAmounts(result, [Rational.FromInt64(9_549_149_000)]);
        Assert.Equal((Rational)999, result.RoundingResidue);
    }

    [Fact]
    public void All_capped_leaves_the_rest_to_nobody()
    {
        var result = Apportioner.Apportion(new()
        {
            Budget = 100,
            Weights = [3, 1],
            Caps = [20, Rational.Create(21, 2)],
            Rounding = s_yen,
            Residue = ResidueRule.LargestRemainder,
        });
        AssertAmounts(result, [20, 10]);
        Assert.Equal((Rational)70, result.Unallocated);
        Assert.Equal((Rational)0, result.RoundingResidue);
    }

    [Fact]
    public void A_budget_of_fewer_units_than_recipients_goes_to_the_largest_remainders()
    {
        var request = new ApportionmentRequest { Budget = 2999, Weights = [5, 3, 4, 3], Rounding = s_thousand };
        AssertAmounts(Apportioner.Apportion(request), [0, 0, 0, 0]);
        var closed = Apportioner.Apportion(request with { Residue = ResidueRule.LargestRemainder });
        AssertAmounts(closed, [1000, 0, 1000, 0]);
        Assert.Equal((Rational)999, closed.Residue);
        Assert.Equal([1, 0, 1, 0], closed.UnitsMoved.Select(u => (int)u));
    }

    [Fact]
    public void Ties_go_by_key_then_by_name_and_are_refused_without_either()
    {
        var request = new ApportionmentRequest { Budget = 5, Weights = [1, 1, 1], Rounding = s_yen, Residue = ResidueRule.LargestRemainder };
        var refused = Apportioner.Apportion(request);
        Assert.Equal([0, 1, 2], refused.Problems.Select(p => p.Recipient));
        Assert.All(refused.Problems, p => Assert.Equal(ApportionmentProblemKind.UndecidedTie, p.Kind));
        Assert.Empty(refused.Amounts);

        AssertAmounts(Apportioner.Apportion(request with { FinalKeys = ["a", "b", "c"] }), [2, 2, 1]);
        AssertAmounts(Apportioner.Apportion(request with { TieKeys = [7, 8, 8], TieOrder = TieOrder.Descending }), [1, 2, 2]);
        AssertAmounts(Apportioner.Apportion(request with { TieKeys = [7, 8, 8], FinalKeys = ["a", "z", "c"] }), [2, 1, 2]);
        var missing = Apportioner.Apportion(request with { TieKeys = [7, Rational.Missing, 8], FinalKeys = ["a", "b", "c"] });
        Assert.Equal(new ApportionmentProblem(ApportionmentProblemKind.MissingTieKey, 1, Rational.Missing), Assert.Single(missing.Problems));
    }

    [Fact]
    public void Rounding_up_overspends_and_the_largest_remainder_takes_back()
    {
        var request = new ApportionmentRequest { Budget = 100, Weights = [1, 1, 1], Rounding = new(RoundingMode.Up, 1), FinalKeys = ["a", "b", "c"] };
        Assert.Equal(-(Rational)2, Apportioner.Apportion(request).Residue);
        var closed = Apportioner.Apportion(request with { Residue = ResidueRule.LargestRemainder });
        AssertAmounts(closed, [33, 33, 34]);
        Assert.Equal([-1, -1, 0], closed.UnitsMoved.Select(u => (int)u));
    }

    [Fact]
    public void What_a_cap_cuts_off_is_offered_once_or_until_it_settles()
    {
        var request = new ApportionmentRequest { Budget = 100, Weights = [50, 30, 20], Caps = [10, 40, null], Rounding = s_yen };
        var once = Apportioner.Apportion(request with { Bounds = BoundsRule.Once });
        AssertAmounts(once, [10, 30, 20]);
        Assert.Equal((Rational)40, once.Unallocated);

        var settled = Apportioner.Apportion(request);
        AssertAmounts(settled, [10, 40, 50]);
        Assert.Equal(Rational.Create(5, 2), settled.Level);
    }

    [Fact]
    public void Floors_are_paid_by_the_others_in_proportion()
    {
        var request = new ApportionmentRequest { Budget = 100, Weights = [60, 30, 10], Floors = [null, null, 28] };
        var result = Apportioner.Apportion(request);
        AssertAmounts(result, [48, 24, 28]);
        Assert.Equal(Rational.Create(4, 5), result.Level);

        var lacking = Apportioner.Apportion(request with { Floors = [50, 40, 28] });
        Assert.Equal(new ApportionmentProblem(ApportionmentProblemKind.FloorsExceedBudget, -1, 18), Assert.Single(lacking.Problems));
    }

    [Fact]
    public void Last_years_amount_plus_minus_ten_percent_with_renormalisation_is_caps_and_floors_around_it()
    {
        Rational[] last = [100, 200, 300];
        Rational[] fresh = [200, 200, 200];
        var result = Apportioner.Apportion(new()
        {
            Budget = 600,
            Weights = [.. fresh],
            Floors = [.. last.Select(l => (Rational?)(l * Rational.Create(9, 10)))],
            Caps = [.. last.Select(l => (Rational?)(l * Rational.Create(11, 10)))],
        });
        AssertAmounts(result, [110, 220, 270]);
    }

    [Fact]
    public void Where_no_whole_unit_lies_between_floor_and_cap_the_cap_decides()
    {
        var result = Apportioner.Apportion(new() { Budget = 10_000, Weights = [1, 1], Floors = [1200, null], Caps = [1800, null], Rounding = s_thousand });
        AssertAmounts(result, [1000, 9000]);
    }

    [Fact]
    public void Shares_rounded_to_ten_decimals_before_the_budget()
    {
        var share = new AmountRounding(RoundingMode.HalfUp, Rational.Create(1, 10_000_000_000));
        var result = Apportioner.Apportion(new() { Budget = Rational.FromInt64(7_220_000_000), Weights = [1, 2], ShareRounding = share, Rounding = s_yen });
        AssertAmounts(result, [Rational.FromInt64(2_406_666_666), Rational.FromInt64(4_813_333_333)]);
        Assert.Equal(Rational.FromInt64(7_220_000_000) * Rational.Create(3_333_333_333, 10_000_000_000), result.Quota(0));
    }

    [Fact]
    public void What_cannot_be_answered_is_refused_with_every_reason()
    {
        var result = Apportioner.Apportion(new()
        {
            Budget = -1,
            Weights = [1, -2, Rational.Missing, 3, 4, 5],
            Caps = [null, null, null, Rational.Missing, -1, 3],
            Floors = [null, null, null, null, null, 4],
        });
        Assert.False(result.IsDone);
        Assert.Equal<ApportionmentProblem>(
            [
                new(ApportionmentProblemKind.NegativeBudget, -1, -1),
                new(ApportionmentProblemKind.NegativeWeight, 1, -2),
                new(ApportionmentProblemKind.MissingWeight, 2, Rational.Missing),
                new(ApportionmentProblemKind.MissingBound, 3, Rational.Missing),
                new(ApportionmentProblemKind.NegativeBound, 4, -1),
                new(ApportionmentProblemKind.CapBelowFloor, 5, 3),
            ],
            result.Problems);
        Assert.Equal(
            ApportionmentProblemKind.MissingBudget,
            Assert.Single(Apportioner.Apportion(new() { Budget = Rational.Missing, Weights = [1] }).Problems).Kind);
    }

    [Fact]
    public void Rules_that_do_not_go_together_are_the_callers_mistake()
    {
        var request = new ApportionmentRequest { Budget = 1, Weights = [1] };
        Assert.Throws<ArgumentException>(() => Apportioner.Apportion(request with { Caps = [1, 2] }));
        Assert.Throws<ArgumentException>(() => Apportioner.Apportion(request with { Caps = [1], ShareRounding = s_yen }));
        Assert.Throws<ArgumentException>(() => Apportioner.Apportion(request with { Residue = ResidueRule.LargestRemainder }));
        Assert.Throws<ArgumentException>(() => new AmountRounding(RoundingMode.Down, 0));
    }

    [Fact]
    public void A_million_recipients_with_the_largest_numbers_close()
    {
        const int Count = 1_000_000;
        var random = new Random(5);
        var weights = ImmutableArray.CreateRange(Enumerable.Range(0, Count).Select(_ => Rational.FromInt64(1_000_000_000_000 - random.Next(1000))));
        var budget = Rational.FromInt64(1_000_000_000_000_000);
        var result = Apportioner.Apportion(new() { Budget = budget, Weights = weights, Rounding = s_yen });
        Assert.Equal(budget, result.Paid + result.Residue);
        Assert.True(result.Residue.Sign > 0 && result.Residue.CompareTo(Count) < 0);
        var middle = Count / 2;
        var exact = (BigInteger)1_000_000_000_000_000 * weights[middle].Numerator / weights.Aggregate(BigInteger.Zero, (a, w) => a + w.Numerator);
        Assert.Equal(Rational.Create(exact, BigInteger.One), result.Amounts[middle]);
    }
}
