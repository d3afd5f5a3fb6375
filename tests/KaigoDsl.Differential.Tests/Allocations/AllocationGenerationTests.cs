using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Differential.Tests.Allocations;

/// <summary>Generated allocations: the front end reads them however they are spelled, every construct occurs, and what the engine pays closes.</summary>
public sealed class AllocationGenerationTests
{
    private const int SpecCount = 150;

    [Fact]
    public void A_spelling_changes_no_plan() => Parallel.For(0, SpecCount, seed =>
    {
        var spec = AllocationGenerator.Generate(seed);
        var plain = Compile(spec, 0);
        var styled = Compile(spec, seed + 1);
        Assert.True(plain.Allocations.SequenceEqual(styled.Allocations, SameMeaning.Instance), AllocationPrinter.Print(spec, seed + 1));
    });

    [Fact]
    public void Every_construct_is_generated()
    {
        var plans = Enumerable.Range(0, SpecCount).Select(seed => Compile(AllocationGenerator.Generate(seed), 0)).ToArray();
        var allocations = plans.SelectMany(p => p.Allocations).ToArray();
        var pools = allocations.SelectMany(a => a.Pools).ToArray();
        var residues = pools.Select(p => p.Residue).Concat(allocations.Select(a => a.Residue)).OfType<ResiduePlan>().ToArray();
        Assert.Equal(Enum.GetValues<PoolRule>(), pools.Select(p => p.Rule).Distinct().Order());
        Assert.Equal(Enum.GetValues<ResidueKind>(), residues.Select(r => r.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<GateEffect>(), allocations.SelectMany(a => a.Gates).Select(g => g.Effect).Distinct().Order());
        Assert.Equal(Enum.GetValues<RoundingTarget>(), allocations.SelectMany(a => a.Roundings).Select(r => r.Target).Distinct().Order());
        Assert.Equal(Enum.GetValues<RoundingDirection>(), allocations.SelectMany(a => a.Roundings).Select(r => r.Direction).Distinct().Order());
        Assert.All(
            new Func<AllocationPlan, bool>[]
            {
                a => a.Budget is ConstantExpression, a => a.Transition is { Normalised: true }, a => a.Transition is { Normalised: false }, a => a.Cap is not null,
                a => a.Floor is not null, a => a.Redistribution is { Rounds: null }, a => a.Redistribution is { Rounds: > 1 },
                a => a.Redistribution is { Weight: not null }, a => a.Redistribution is { Members: not null }, a => a.Index > 0,
            },
            has => Assert.Contains(allocations, a => has(a)));
        Assert.All(
            new Func<PoolPlan, bool>[]
            {
                p => p.Classes is { BudgetMeasure: not null }, p => p.Classes is { BudgetMeasure: null }, p => p.Members is not null, p => p.Cap is not null,
                p => p.Floor is not null, p => p.Conditions.Count > 1, p => p.Rule == PoolRule.Equal && p.Conditions.Count == 0, p => p.Redistribution is not null,
                p => p.Residue is { Key: not null }, p => p.Residue is { Allocation: < 0, Pool: > 0 }, p => p.Residue is { Allocation: > 0, Pool: >= 0 },
            },
            has => Assert.Contains(pools, p => has(p)));
    }

    [Fact]
    public void What_the_engine_pays_closes_and_does_not_depend_on_the_order_of_rows()
    {
        var done = 0;
        var refused = 0;
        var (whole, spills) = (0, 0);
        Parallel.For(0, SpecCount, seed =>
        {
            var spec = AllocationGenerator.Generate(seed);
            var program = Compile(spec, 0);
            var table = AllocationTable.Generate(spec, seed);
            var turned = table.WithRows([.. Enumerable.Range(0, table.Count).Reverse()]);
            var there = Allocate(program, turned);
            foreach (var (result, other) in Allocate(program, table).Zip(there))
            {
                Assert.NotNull(result);
                Assert.NotNull(other);
                Assert.Equal(result.IsDone, other.IsDone);
                if (!result.IsDone)
                {
                    Interlocked.Increment(ref refused);
                    continue;
                }

                Interlocked.Increment(ref done);
                Assert.True(result.Verification is { Holds: true }, $"seed {seed}\n{AllocationPrinter.Print(spec)}\n{result.CertificateJson}");
                var (trial, turnedTrial) = (Trial(result), Trial(other));
                Assert.True(Same(result, trial) && trial.Payments.SequenceEqual(turnedTrial.Payments.Reverse()), $"seed {seed}\n{AllocationPrinter.Print(spec)}\n{table.ToCsv()}");
                Interlocked.Add(ref whole, trial.IsWhole ? 1 : 0);
                Interlocked.Add(ref spills, trial is { IsWhole: true, Spills.Length: > 0 } ? 1 : 0);
                Assert.True(result.Payments.SequenceEqual(other.Payments.Reverse()), $"seed {seed}\n{AllocationPrinter.Print(spec)}\n{table.ToCsv()}");
            }
        });

        // Some in whole numbers, some not, and money that goes on to later allocations among the first.
        Assert.True(whole > SpecCount / 15 && done - whole > SpecCount / 10 && spills > 0, string.Create(CultureInfo.InvariantCulture, $"{whole} of {done} in whole numbers, {spills} of them spill"));

        // Both must be there, or the generator would have stopped saying anything.
        Assert.True(done > SpecCount / 2 && refused > 5, string.Create(CultureInfo.InvariantCulture, $"{done} done, {refused} refused"));
    }

    /// <summary>The same without a certificate, on whole numbers where they do.</summary>
    private static AllocationResult Trial(AllocationResult certified) => AllocationEvaluator.Try(certified.Plan, certified.Rules, certified.Received);

    private static bool Same(AllocationResult left, AllocationResult right) =>
        left.Payments.SequenceEqual(right.Payments) && left.Proposed.SequenceEqual(right.Proposed) && left.Notes.SequenceEqual(right.Notes)
        && left.Spills.Select(static s => s.Amount).SequenceEqual(right.Spills.Select(static s => s.Amount))
        && left.Pools.Zip(right.Pools).All(static both => both.First.Amounts.SequenceEqual(both.Second.Amounts) && both.First.Rest == both.Second.Rest
            && both.First.Classes.SequenceEqual(both.Second.Classes) && both.First.ClassBudgets.SequenceEqual(both.Second.ClassBudgets));

    internal static ProgramPlan Compile(AllocSpec spec, int style)
    {
        var text = AllocationPrinter.Print(spec, style);
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "allocations.kaigo"))]);
        return compilation.Plan ?? throw new InvalidOperationException(string.Join('\n', compilation.Diagnostics) + "\n" + text);
    }

    /// <summary>Reads a generated table as a file and carries out every allocation of the program by the engine.</summary>
    internal static ImmutableArray<AllocationResult?> Allocate(ProgramPlan program, AllocationTable table)
    {
        var rules = program.Rules[program.Allocations[0].Rules];
        var schema = RulesTable.ToTableSchema(program, rules, program.Allocations.SelectMany(a => a.Columns), scored: true);
        var read = TableReader.Parse(Encoding.UTF8.GetBytes(table.ToCsv()), "case.csv", schema);
        var rows = read.Table ?? throw new InvalidOperationException("The file is refused: " + string.Join("; ", read.Errors) + "\n" + table.ToCsv());
        return ProgramAllocator.Evaluate(ProgramEvaluator.Evaluate(program, new Dictionary<string, EntityTable> { ["市町村"] = rows }));
    }

    /// <summary>Plans but for lines, notes and texts (in which units stand as they were written), which a spelling may change.</summary>
    private sealed class SameMeaning : IEqualityComparer<AllocationPlan>
    {
        public static SameMeaning Instance { get; } = new();

        public bool Equals(AllocationPlan? x, AllocationPlan? y) => x is not null && y is not null && Bare(x) == Bare(y);

        public int GetHashCode(AllocationPlan obj) => StringComparer.Ordinal.GetHashCode(obj.Name);

        private static string Bare(AllocationPlan plan) => string.Join('\n', Parts(plan));

        // Records print their members; lists do not, so they are spelled out.
        private static IEnumerable<string> Parts(AllocationPlan plan)
        {
            yield return $"{plan.Index} {plan.Name} {plan.Rules} {Value(plan.Budget)} {plan.Cap} {plan.Floor} {Text(plan.Redistribution)} {Text(plan.Residue)}";
            yield return $"{plan.Transition?.Previous} {plan.Transition?.Share} {plan.Transition?.Normalised} {string.Join(',', plan.Roundings)} {string.Join(',', plan.Columns)}";
            yield return string.Join(',', plan.Gates.Select(g => g.Decision + " " + g.Effect).Order(StringComparer.Ordinal));
            foreach (var pool in plan.Pools)
            {
                yield return $"{pool.Label} {Value(pool.Budget)} {pool.Rule} {pool.Weight} {pool.Members} {pool.Cap} {pool.Floor} {Text(pool.Redistribution)}";
                yield return $"{string.Join(',', pool.Roundings)} {Text(pool.Residue)} {string.Join(',', pool.Conditions.Select(c => c.Label + c.Condition))}";
                yield return $"{pool.Classes?.Measure} {pool.Classes?.BudgetMeasure}";
                yield return string.Join(',', pool.Classes?.Classes.Select(c => $"{c.Label} {c.Below} {Value(c.Budget)}") ?? []);
            }
        }

        private static string Text(RedistributionPlan? plan) => plan is null ? "-" : $"{plan.Weight} {plan.Rounds} {plan.Members}";

        private static string Text(ResiduePlan? plan) =>
            plan is null ? "-" : $"{plan.Kind} {plan.Key} {plan.KeyDirection} {string.Join(',', plan.Recipients)} {plan.Allocation} {plan.Pool}";

        // 1円 + 6円 for 7円.
        private static string Value(ExpressionPlan? plan) => plan switch
        {
            NumberExpression number => number.Value.ToString(),
            BinaryExpression { Left: NumberExpression left, Right: NumberExpression right } => (left.Value + right.Value).ToString(),
            _ => plan?.ToString() ?? "-",
        };
    }
}
