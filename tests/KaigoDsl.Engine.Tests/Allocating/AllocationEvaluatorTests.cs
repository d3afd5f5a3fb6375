using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using static KaigoDsl.Engine.Tests.Allocating.AllocationSetting;
using static KaigoDsl.Engine.Tests.Expressions;

namespace KaigoDsl.Engine.Tests.Allocating;

public sealed class AllocationEvaluatorTests
{
    private static readonly string[] s_four =
        ["a|1000|5000000|1000000|100000|1|真|真|100", "b|2000|9000000|1000000|200000|2|偽|真|200", "c|10000|9000000|1000000|300000|3|偽|偽|300", "d|60000|99000000|1000000|400000|4|真|真|100"];

    [Fact]
    public void Classes_share_by_insured_and_inside_by_points_times_insured()
    {
        var plan = Plan("73000000", Pool("基本", "73000000", ScoreTimesInsured) with { Classes = Classes(Insured) });
        var result = Allocate(plan, s_four);

        // Class 1 has 3,000 of 73,000 insured: 3,000,000; inside 100,000 : 400,000.
        Assert.Equal([600_000, 2_400_000, 10_000_000, 60_000_000], Paid(result));
        Assert.Equal([0, 0, 1, 2], result.Pools[0].Classes.ToArray());
    }

    [Fact]
    public void Given_class_budgets_and_an_empty_class_leave_its_budget_named()
    {
        var plan = Plan("9000000", Pool("基本", "9000000", Score) with { Classes = Classes(null, "3000000", "5000000", "1000000") });
        var result = Allocate(plan, s_four[..3]);
        Assert.Equal([1_000_000, 2_000_000, 5_000_000], Paid(result));
        Assert.Equal(new CertificateResidue("基本/3", 1_000_000, "報告"), Assert.Single(result.Certificate!.Residues));
    }

    [Fact]
    public void Equal_shares_count_once_for_every_condition_met()
    {
        var plan = Plan("10000", Equal("強化", "10000", Rural, Binary(Score, "≥", Number("200")), Truth("拡充")));
        Assert.Equal([2_000, 2_000, 1_000, 2_000], Paid(Allocate(plan, s_four)));
        var unknown = Allocate(plan, "a|1|1|1|1|1||真|100", "b|1|1|1|1|1|真|真|100");
        Assert.Equal([3_000, 6_000], Paid(unknown));
        Assert.Equal(new AllocationNote(AllocationNoteKind.UnknownCondition, "強化/1", 0), Assert.Single(unknown.Notes));
    }

    [Theory]
    [InlineData(GateEffect.LeaveBase, new long[] { 25_000, 25_000, 0, 50_000 })]
    [InlineData(GateEffect.LeaveUnpaid, new long[] { 20_000, 20_000, 0, 40_000 })]
    public void A_gate_leaves_the_denominator_or_the_money(GateEffect effect, long[] expected)
    {
        var weight = If(Binary(Insured, "=", Number("60000")), Number("2"), Number("1"));
        var plan = Plan("100000", Pool("基本", "100000", weight)) with { Gates = ImmutableArray.Create(Gate(effect)) };
        var result = Allocate(plan, s_four);
        Assert.Equal(expected, Paid(result));
        Assert.Equal(effect == GateEffect.LeaveBase ? 0 : 20_000, result.Certificate!.Residue);
    }

    [Fact]
    public void A_gate_nobody_can_decide_refuses_the_run()
    {
        var plan = Plan("100000", Pool("基本", "100000", Score)) with { Gates = ImmutableArray.Create(Gate(GateEffect.LeaveBase)) };
        var result = Allocate(plan, "a|1|1|1|1|1|真||100", "b|1|1|1|1|1|真|真|100");
        Assert.Equal(new AllocationProblem(AllocationProblemKind.UndecidedGate, string.Empty, 0, Rational.Missing, "要件"), Assert.Single(result.Problems));
        Assert.Null(result.Certificate);
    }

    [Fact]
    public void Needs_cap_the_proposal_and_what_they_cut_is_offered_once_or_until_it_settles()
    {
        string[] rows = ["a|1|10000|0|0|1|真|真|50", "b|1|40000|0|0|2|真|真|30", "c|1|90000|0|0|3|真|真|20"];
        var plan = Plan("100000", Pool("基本", "100000", Score)) with { Cap = Column("必要額") };
        var none = Allocate(plan, rows);
        Assert.Equal([50_000, 30_000, 20_000], none.Proposed.Select(p => (long)p.Numerator));
        Assert.Equal([10_000, 30_000, 20_000], Paid(none));

        // 40,000 by 案 30 : 20 among those below the cap: 24,000 and 16,000, of which b has room for 10,000.
        Assert.Equal([10_000, 40_000, 36_000], Paid(Allocate(plan with { Redistribution = Again(1) }, rows)));
        Assert.Equal([10_000, 40_000, 50_000], Paid(Allocate(plan with { Redistribution = Again(2) }, rows)));
        Assert.Equal([10_000, 40_000, 50_000], Paid(Allocate(plan with { Redistribution = Again() }, rows)));
        Assert.Equal([10_000, 30_000, 60_000], Paid(Allocate(plan with { Redistribution = Again(1, members: Binary(Column("順番"), "=", Number("3"))) }, rows)));
        Assert.Equal([10_000, 40_000, 25_000], Paid(Allocate(plan with { Redistribution = Again(1, weight: If(Binary(Column("順番"), "=", Number("2")), Number("7"), Number("1"))) }, rows)));
    }

    [Fact]
    public void Caps_and_floors_inside_a_pool_settle_to_one_rate()
    {
        string[] rows = ["a|1|10000|0|0|1|真|真|50", "b|1|90000|0|45000|2|真|真|30", "c|1|90000|0|0|3|真|真|20"];
        var pool = Pool("基本", "100000", Score) with { Cap = Column("必要額"), Floor = Column("最低額"), Redistribution = Again() };
        Assert.Equal([10_000, 54_000, 36_000], Paid(Allocate(Plan("100000", pool), rows)));
        Assert.Equal([10_000, 45_000, 15_000], Paid(Allocate(Plan("100000", pool with { Redistribution = null }), rows)));

        // The first offer leaves c 15,000 of 15,714, the second 29,000 of 29,285.
        Assert.Equal([10_000, 45_000, 44_000], Paid(Allocate(Plan("100000", pool with { Redistribution = Again(1, members: Binary(Column("順番"), "=", Number("3"))) }), rows)));
    }

    [Fact]
    public void Floors_of_the_whole_are_paid_by_the_others()
    {
        string[] rows = ["a|1|99000|0|0|1|真|真|60", "b|1|99000|0|0|2|真|真|30", "c|1|99000|0|28000|3|真|真|10"];
        var plan = Plan("100000", Pool("基本", "100000", Score)) with { Floor = Column("最低額") };
        Assert.Equal([48_000, 24_000, 28_000], Paid(Allocate(plan, rows)));
        var refused = Allocate(plan with { Floor = Binary(Column("最低額"), "×", Number("4")) }, rows);
        Assert.Equal(new AllocationProblem(AllocationProblemKind.FloorsExceedBudget, "上限・下限", -1, 12_000), Assert.Single(refused.Problems));
    }

    [Fact]
    public void Last_years_amount_is_blended_in()
    {
        string[] rows = ["a|1|0|20000|0|1|真|真|60", "b|1|0||0|2|真|真|40"];
        var plan = Plan("100000", Pool("基本", "100000", Score)) with { Transition = new TransitionPlan(Column("前年度額"), Number("1/2"), false, "激変緩和", PlanLocation.None) };
        var result = Allocate(plan, rows);
        Assert.Equal([40_000, 40_000], Paid(result));
        Assert.Equal(new AllocationNote(AllocationNoteKind.NoPreviousAmount, string.Empty, 1), Assert.Single(result.Notes));

        var normalised = plan with { Transition = plan.Transition! with { Normalised = true }, Roundings = ImmutableArray.Create(Rounding(RoundingTarget.Total, "1000")) };
        Assert.Equal([50_000, 50_000], Paid(Allocate(normalised, rows)));

        var refused = Allocate(plan, "a|1|0|200000|0|1|真|真|60", "b|1|0|90000|0|2|真|真|40");
        Assert.Equal(new AllocationProblem(AllocationProblemKind.TransitionExceedsBudget, string.Empty, -1, 95_000), Assert.Single(refused.Problems));
    }

    [Fact]
    public void The_residue_of_the_whole_goes_to_the_largest_remainders_whichever_way_rounding_went()
    {
        string[] rows = ["a|1|0|0|0|1|真|真|1", "b|1|0|0|0|2|真|真|1", "c|1|0|0|0|3|真|真|1"];
        var plan = Plan("100000", Pool("甲", "50000", Score), Pool("乙", "50000", Score)) with { Residue = Residue(ResidueKind.LargestRemainder, Column("順番")) };
        Assert.Equal([33_000, 33_000, 34_000], Paid(Allocate(plan, rows)));
        var up = plan with { Pools = plan.Pools.Select(p => p with { Roundings = ImmutableArray.Create(Rounding(RoundingTarget.Amount, "1000", RoundingDirection.Up)) }).ToImmutableArray() };
        Assert.Equal([33_000, 33_000, 34_000], Paid(Allocate(up, rows)));
        var own = plan with { Residue = ResiduePlan.Report, Pools = plan.Pools.Select(p => p with { Residue = plan.Residue }).ToImmutableArray() };
        Assert.Equal([32_000, 34_000, 34_000], Paid(Allocate(own, rows)));
    }

    [Fact]
    public void Residues_are_reported_carried_or_paid_to_the_named()
    {
        string[] rows = ["a|1|0|0|0|1|真|真|1", "b|1|0|0|0|2|真|真|1", "c|1|0|0|0|3|真|真|1"];
        var plan = Plan("5500", Pool("甲", "5500", Score));
        Assert.Equal("報告", Assert.Single(Allocate(plan, rows).Certificate!.Residues).Destination);
        Assert.Equal("翌回へ繰越", Assert.Single(Allocate(plan with { Residue = Residue(ResidueKind.CarryForward) }, rows).Certificate!.Residues).Destination);
        Assert.Equal([1_000, 2_000, 2_000], Paid(Allocate(plan with { Residue = Residue(ResidueKind.Recipients, recipients: ["c", "b"]) }, rows)));
        var unknown = Allocate(plan with { Residue = Residue(ResidueKind.Recipients, recipients: ["x"]) }, rows);
        Assert.Equal("x", Assert.Single(unknown.Problems).Name);
    }

    [Fact]
    public void What_a_pool_leaves_spills_into_a_later_one_and_into_another_allocation()
    {
        string[] rows = ["a|1|0|0|0|1|真|真|1", "b|1|0|0|0|2|真|真|1", "c|1|0|0|0|3|真|真|1"];
        var first = Plan("10000", Pool("甲", "5000", Score) with { Residue = Residue(ResidueKind.SpillOver, pool: 1) }, Pool("乙", "5000", Score) with { Residue = Residue(ResidueKind.SpillOver, allocation: 1) });
        var second = Plan("3500", Pool("丙", "2500", Score), Pool("丁", "1000", null, PoolRule.Withheld)) with { Index = 1, Name = "令和7年度 市町村 支援" };
        var program = new ProgramPlan(ImmutableArray.Create(Framework), ImmutableArray<PublishedPlan>.Empty, ImmutableArray<TestPlan>.Empty)
        {
            Rules = ImmutableArray.Create(Rules),
            Allocations = ImmutableArray.Create(first, second),
        };
        var scores = ProgramEvaluator.Evaluate(program, new Dictionary<string, EntityTable> { ["市町村"] = Table(rows) });
        var results = ProgramAllocator.Evaluate(scores);

        // 甲 leaves 2,000 to 乙, whose 7,000 leave 1,000 to the other: 5/7 of it to 丙.
        Assert.Equal([3_000, 3_000, 3_000], Paid(results[0]!));
        Assert.Equal(new CertificateResidue("乙", 1_000, "配分へ 令和7年度 市町村 支援"), Assert.Single(results[0]!.Certificate!.Residues));
        Assert.Equal([1_000, 1_000, 1_000], Paid(results[1]!));
        Assert.Equal(Rational.Create(5_000, 7), results[1]!.Pools[0].Received);
        Assert.Equal("配分しない", results[1]!.Certificate!.Residues.Single(r => r.Account == "丁").Destination);
    }

    [Fact]
    public void What_cannot_be_paid_rightly_is_refused_with_the_rows()
    {
        var plan = Plan("100000", Pool("基本", "100000", ScoreTimesInsured));
        Assert.Equal(
            [new(AllocationProblemKind.MissingWeight, "基本", 1, Rational.Missing), new(AllocationProblemKind.NegativeWeight, "基本", 2, -1)],
            Allocate(plan, "a|1|0|0|0|1|真|真|1", "b||0|0|0|2|真|真|1", "c|-1|0|0|0|3|真|真|1").Problems.ToArray());
        Assert.Equal(AllocationProblemKind.UnusableKey, Assert.Single(Allocate(plan, "a|1|0|0|0|1|真|真|1", "a|1|0|0|0|2|真|真|1").Problems).Kind);
        Assert.Equal(
            new AllocationProblem(AllocationProblemKind.PoolsDoNotAddUp, string.Empty, -1, -1_000),
            Assert.Single(Allocate(plan with { Budget = Number("101000") }, s_four).Problems));
        Assert.Equal(
            new AllocationProblem(AllocationProblemKind.MissingBound, string.Empty, 1, Rational.Missing),
            Assert.Single(Allocate(plan with { Cap = Column("必要額") }, "a|1|5|0|0|1|真|真|1", "b|1||0|0|2|真|真|1").Problems));
        Assert.Equal(AllocationProblemKind.NoRows, Assert.Single(Allocate(plan).Problems).Kind);
    }
}
