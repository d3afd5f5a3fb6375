using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using static KaigoDsl.Engine.Tests.Allocating.AllocationSetting;
using static KaigoDsl.Engine.Tests.Expressions;

namespace KaigoDsl.Engine.Tests.Allocating;

/// <summary>Generated allocations that combine every rule: each closes, its certificate holds, and rows may stand in any order.</summary>
public sealed partial class AllocationPropertyTests
{
    [Fact]
    public void Every_allocation_closes_and_proves_it_whatever_rules_meet()
    {
        var random = new Random(2025);
        var done = 0;
        for (var n = 0; n < 600; n++)
        {
            var (plan, rows) = (DrawPlan(random), DrawRows(random));
            var result = Allocate(plan, rows);
            AssertSameWithoutCertificate(result);
            if (!result.IsDone)
            {
                Assert.All(result.Problems, p => Assert.Contains(p.Kind, new[] { AllocationProblemKind.FloorsExceedBudget, AllocationProblemKind.CapBelowFloor, AllocationProblemKind.TransitionExceedsBudget, AllocationProblemKind.ShareRoundingWithBounds }));
                continue;
            }

            done++;
            AssertCloses(result);
            Assert.All(result.Payments, p => Assert.True(p.Sign >= 0));
            for (var row = 0; row < rows.Length; row++)
            {
                Assert.True(plan.Cap is null || result.Payments[row].CompareTo(Rational.FromInt64(Cell(rows[row], 2))) <= 0);
                Assert.True(result.IsPayable(row) || result.Payments[row].Sign == 0);
                var steps = AllocationExplanation.Create(result, row).Steps;
                Assert.Equal(result.Payments[row], steps.IsEmpty ? Rational.Zero : steps[^1].After);
            }

            if (n % 10 == 0)
            {
                var order = Enumerable.Range(0, rows.Length).ToArray();
                random.Shuffle(order);
                var permuted = Allocate(plan, [.. order.Select(i => rows[i])]);
                Assert.Equal(order.Select(i => result.Payments[i]).ToArray(), permuted.Payments.ToArray());
            }
        }

        Assert.True(done > 300, $"only {done} were not refused");
    }

    /// <summary>A trial run keeps other books, in which nothing is written down; the amounts must be the same, what spills included.</summary>
    private static void AssertSameWithoutCertificate(AllocationResult result)
    {
        var trial = AllocationEvaluator.Evaluate(result.Plan, result.Rules, [], static index => index.ToString(CultureInfo.InvariantCulture), certify: false);
        Assert.Equal(result.Problems.ToArray(), trial.Problems.ToArray());
        Assert.Equal(result.Payments.ToArray(), trial.Payments.ToArray());
        Assert.Equal(result.Proposed.ToArray(), trial.Proposed.ToArray());
        Assert.Equal(result.Spills.ToArray(), trial.Spills.ToArray());
        Assert.Equal(result.Notes.ToArray(), trial.Notes.ToArray());
        Assert.Empty(trial.CertificateJson);
    }

    [Fact]
    public void A_number_changed_in_the_certificate_of_any_allocation_is_found()
    {
        var random = new Random(99);
        for (var n = 0; n < 60; n++)
        {
            var json = Allocate(DrawPlan(random), DrawRows(random)).CertificateJson;
            var numbers = NumberText().Matches(json);
            for (var i = 0; i < 12 && numbers.Count > 0; i++)
            {
                var number = numbers[random.Next(numbers.Count)].Groups[1];
                var value = BigInteger.Parse(number.Value, CultureInfo.InvariantCulture) + (random.Next(2) == 0 ? 1 : -1);
                var changed = string.Concat(json.AsSpan(0, number.Index), value.ToString(CultureInfo.InvariantCulture), json.AsSpan(number.Index + number.Length));
                Assert.False(CertificateVerifier.Verify(changed, checkDigest: false).Holds, $"{number.Value} → {value} at {number.Index} of {json}");
            }
        }
    }

    [Fact]
    public void The_parts_of_a_change_add_up_and_lie_where_the_change_is()
    {
        var random = new Random(7);
        for (var n = 0; n < 40; n++)
        {
            var (plan, rows) = (DrawPlan(random) with { Floor = null, Transition = null }, DrawRows(random, least: 2));
            plan = plan with { Pools = plan.Pools.Select(p => p with { Floor = null, Roundings = ImmutableArray.Create(Thousand) }).ToImmutableArray() };
            var before = Allocate(plan, rows);
            var other = DrawRows(random, least: 2);
            string[] changed = [.. rows.Select((row, i) => i < other.Length ? other[i] : row)];
            var after = Allocate(plan, changed);
            var change = AllocationChange.Create(before, after, "r0");
            Assert.Equal(change.After - change.Before, change.Parts.Aggregate(Rational.Zero, static (sum, part) => sum + part.Amount));
            Assert.Equal((before.Payments[0], after.Payments[0]), (change.Before, change.After));
            Assert.Equal(Rational.Zero, change.Parts[(int)ChangeFactor.Budget].Amount);

            // Only the row's own points differ: nobody else is to blame.
            var cells = rows[0].Split('|');
            cells[^1] = "399";
            var own = AllocationChange.Create(before, Allocate(plan, [string.Join('|', cells), .. rows[1..]]), "r0");
            Assert.Equal(own.After - own.Before, own.Parts[(int)ChangeFactor.OwnScore].Amount);
            Assert.All(own.Parts.Skip(1), part => Assert.Equal(Rational.Zero, part.Amount));
        }
    }

    [Fact]
    public void A_larger_budget_is_the_budgets_part()
    {
        string[] rows = ["r0|10|0|0|0|1|真|真|100", "r1|30|0|0|0|2|真|真|100"];
        var before = Allocate(Plan("40000", Pool("基本", "40000", ScoreTimesInsured)), rows);
        var after = Allocate(Plan("80000", Pool("基本", "80000", ScoreTimesInsured)), rows[0], "r1|70|0|0|0|2|真|真|100");
        var change = AllocationChange.Create(before, after, "r0");

        // 10,000 → 10,000: others alone take 5,000 of 40,000 or 10,000 of 80,000; the budget alone gives 10,000 or 5,000.
        Assert.Equal([0, 0, -7_500, 7_500], change.Parts.Select(p => (int)p.Amount.Numerator));
        Assert.Throws<ArgumentException>(() => AllocationChange.Create(before, after, "nobody"));
    }

    private static AllocationPlan DrawPlan(Random random)
    {
        var count = random.Next(1, 4);
        var pools = Enumerable.Range(0, count).Select(i => DrawPool(random, i, count)).ToArray();
        var total = pools.Sum(p => (long)((NumberExpression)p.Budget).Value.Numerator);
        return Plan(Text(total), pools) with
        {
            Gates = random.Next(3) == 0 ? ImmutableArray.Create(Gate((GateEffect)random.Next(2))) : ImmutableArray<GatePlan>.Empty,
            Transition = random.Next(6) == 0 ? new TransitionPlan(Column("前年度額"), Number("1/10"), random.Next(2) == 0, string.Empty, PlanLocation.None) : null,
            Roundings = random.Next(3) switch
            {
                0 => ImmutableArray.Create(Thousand),
                1 => ImmutableArray.Create(Rounding(RoundingTarget.Total, "100", (RoundingDirection)random.Next(3))),
                _ => ImmutableArray<AllocationRounding>.Empty,
            },
            Cap = random.Next(3) == 0 ? Column("必要額") : null,
            Floor = random.Next(8) == 0 ? Column("最低額") : null,
            Redistribution = random.Next(2) == 0 ? DrawRounds(random) : null,
            Residue = Residue((ResidueKind)random.Next(4), random.Next(2) == 0 ? Column("順番") : null, recipients: ["r1", "r0"]),
        };
    }

    private static PoolPlan DrawPool(Random random, int index, int count)
    {
        var budget = Text(random.Next(5) == 0 ? random.Next(3_000) : random.NextInt64(1_000_000_000));
        var label = "枠" + Text(index);
        var pool = random.Next(5) switch
        {
            0 => Equal(label, budget, Rural, Binary(Score, "≥", Number("200"))),
            1 => Pool(label, budget, null, PoolRule.Withheld),
            _ => Pool(label, budget, random.Next(2) == 0 ? ScoreTimesInsured : Score),
        };
        return pool with
        {
            Classes = random.Next(2) == 0 ? Classes(Insured) : null,
            Members = random.Next(6) == 0 ? Rural : null,
            Cap = random.Next(6) == 0 ? Column("必要額") : null,
            Floor = random.Next(12) == 0 ? Column("最低額") : null,
            Redistribution = random.Next(3) == 0 ? DrawRounds(random) : null,
            Roundings = random.Next(4) switch
            {
                0 => ImmutableArray<AllocationRounding>.Empty,
                1 => ImmutableArray.Create(Rounding(RoundingTarget.Share, "1/10000000000", RoundingDirection.Nearest), Thousand),
                2 => ImmutableArray.Create(Rounding(RoundingTarget.Amount, "1", (RoundingDirection)random.Next(3)), Rounding(RoundingTarget.ClassBudget, "1000")),
                _ => ImmutableArray.Create(Thousand),
            },
            Residue = random.Next(6) switch
            {
                0 => Residue(ResidueKind.LargestRemainder, random.Next(2) == 0 ? Column("順番") : null),
                1 when index + 1 < count => Residue(ResidueKind.SpillOver, pool: index + 1),
                2 => Residue(ResidueKind.Recipients, recipients: ["r0", "r1"]),
                3 => Residue(ResidueKind.CarryForward),
                _ => null,
            },
        };
    }

    private static RedistributionPlan DrawRounds(Random random) =>
        Again(random.Next(3) is > 0 and var rounds ? rounds : null, random.Next(3) == 0 ? Insured : null, random.Next(4) == 0 ? Rural : null);

    private static string[] DrawRows(Random random, int least = 2) =>
    [
        .. Enumerable.Range(0, random.Next(least, 9)).Select(i => string.Join(
            '|',
            "r" + Text(i),
            Text(random.Next(1, 3) == 1 ? random.Next(100_000) : random.Next(3_000)),
            Text(random.NextInt64(300_000_000)),
            random.Next(4) == 0 ? string.Empty : Text(random.Next(50_000)),
            Text(random.Next(2_000)),
            Text(random.Next(4)),
            random.Next(3) == 0 ? "偽" : "真",
            random.Next(4) == 0 ? "偽" : "真",
            Text(random.Next(6) == 0 ? 0 : random.Next(401)))),
    ];

    private static long Cell(string row, int column) => long.Parse(row.Split('|')[column], CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("\": ?\"?(-?[0-9]+(?=/[0-9]+\")|(?<!\")-?[0-9]+)(?=[/,}\n])")]
    private static partial Regex NumberText();
}
