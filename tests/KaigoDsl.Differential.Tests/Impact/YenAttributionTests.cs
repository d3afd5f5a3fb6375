using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Differential.Tests.Comparison;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Money;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact;
using Xunit.Abstractions;
using Compilation = KaigoDsl.Compiler.Compilation;
using SyntaxTree = KaigoDsl.Compiler.Syntax.SyntaxTree;

namespace KaigoDsl.Differential.Tests.Impact;

/// <summary>
/// Attribution of yen on generated pairs of allocations and data: the parts add up, nothing that should not matter matters, and where every edit can be made by
/// itself the parts are the mean over all orders of making them, each spec compiled and allocated for itself.
/// </summary>
public sealed class YenAttributionTests(ITestOutputHelper output)
{
    private const int Pairs = 200;

    [Fact]
    public void Parts_add_up_to_the_difference_of_every_payment()
    {
        var (compared, moved, parted, withInteraction) = (0, 0, 0, 0);
        for (var i = 0; i < Pairs; i++)
        {
            var (old, current) = (AllocationCase.Create(i), AllocationCase.Create(5_000 + i));
            var rows = AllocationGenerator.Rows(i);
            foreach (var impact in new[]
            {
                Impact(old.Program, current.Program, old.Table(rows), null),
                Impact(old.Program, current.Program, old.Table(rows), current.Table(AllocationGenerator.Rows(7_000 + i))),
            })
            {
                foreach (var entity in impact.Money?.Compared ?? [])
                {
                    var difference = impact.Money?.Entities[entity].Difference ?? Rational.Missing;
                    var parts = impact.Factors.Where(static f => !f.Yen.IsEmpty).Select(f => f.Yen[entity]).ToArray();
                    Assert.Equal(difference, parts.Aggregate(Rational.Zero, static (sum, part) => sum + part));
                    compared++;
                    moved += difference.Sign != 0 ? 1 : 0;
                    parted += parts.Count(static part => part.Sign != 0) > 1 ? 1 : 0;
                    withInteraction += impact.Factors.Any(f => f.Kind == FactorKind.Interaction && f.Yen[entity].Sign != 0) ? 1 : 0;
                }

                Assert.All(
                    Enumerable.Range(0, impact.Entities.Length).Except(impact.Money?.Compared ?? []),
                    entity => Assert.All(impact.Factors, factor => Assert.True(factor.Yen.IsEmpty || factor.Yen[entity].IsMissing)));
            }
        }

        output.WriteLine($"{compared} entities, {moved} moved, {parted} by more than one factor, {withInteraction} with interaction.");
        Assert.True(moved > 300 && parted > 200, $"{moved} moved, {parted} by more than one factor");
    }

    [Fact]
    public void A_part_is_the_mean_over_all_orders_of_making_the_edits()
    {
        var (checkedPairs, nonZero, fractions) = (0, 0, 0);
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 2 * Pairs; i++)
        {
            var dice = new Dice(i);
            var model = AllocationGenerator.Model(i);
            var edits = YenEdit.Of(model, dice).DistinctBy(static e => e.Pool + e.Code[..^1]).Take(3).ToArray();
            if (edits.Any(e => e.Code == "D705" && edits.Any(other => other != e && other.Pool == e.Pool)))
            {
                continue;
            }

            var programs = Enumerable.Range(0, 1 << edits.Length)
                .Select(mask => Compile(edits.Where((_, e) => (mask & (1 << e)) != 0).Aggregate(model, static (m, e) => e.Apply(m))))
                .ToArray();
            if (programs.Any(static program => program is null))
            {
                continue;
            }

            var rows = AllocationGenerator.Rows(20_000 + i);
            var table = AllocationCase.Create(i).Table(rows);
            var payments = programs.OfType<ProgramPlan>().Select(program => Payments(program, table)).ToArray();
            if (payments.Any(static p => p is null))
            {
                continue;
            }

            var impact = Impact(programs[0]!, programs[^1]!, table, null);
            for (var e = 0; e < edits.Length; e++)
            {
                var factor = impact.Factors.SingleOrDefault(f => f.Change >= 0 && f.Joined.Append(f.Change).Any(change => IsChange(impact.Diff.Changes[change], edits[e])));
                for (var row = 0; row < rows.Length; row++)
                {
                    var expected = MeanOverOrders([.. payments.OfType<ImmutableArray<Rational>>()], e, edits.Length, row);
                    var actual = factor?.Yen[row] ?? Rational.Zero;
                    Assert.True(
                        expected.Equals(actual),
                        $"{i}: {edits[e].Code} of {edits[e].Subject}: {actual} instead of {expected}\n{AllocationPrinter.Print(model)}\n{string.Join(' ', edits.Select(static x => x.Code + x.Pool))}");
                    nonZero += expected.Sign != 0 ? 1 : 0;
                    fractions += expected.IsInteger ? 0 : 1;
                    seen[edits[e].Code] = seen.GetValueOrDefault(edits[e].Code) + (expected.Sign != 0 ? 1 : 0);
                }
            }

            checkedPairs++;
        }

        output.WriteLine($"{checkedPairs} pairs, {nonZero} parts that are not zero, {fractions} of them fractions; {string.Join(", ", seen)}");
        Assert.True(checkedPairs > 150 && nonZero > 400 && fractions > 300, $"{checkedPairs}, {nonZero}, {fractions}");
        Assert.True(seen.Count(static entry => entry.Value > 0) >= 10, string.Join(", ", seen));
    }

    [Fact]
    public void The_order_of_rows_moves_parts_and_changes_none()
    {
        for (var i = 0; i < Pairs / 3; i++)
        {
            var (old, current) = (AllocationCase.Create(i), AllocationCase.Create(9_000 + i));
            var rows = AllocationGenerator.Rows(i);
            ImmutableArray<RowModel> shuffled = [.. new Dice(i).Shuffle(rows)];
            Assert.Equal(
                Lines(Impact(old.Program, current.Program, old.Table(rows), null)), Lines(Impact(old.Program, current.Program, old.Table(shuffled), null)));
        }
    }

    [Fact]
    public void Identical_allocations_move_nobody()
    {
        for (var i = 0; i < Pairs / 3; i++)
        {
            var spec = AllocationCase.Create(i);
            var (one, two) = (spec.Table(AllocationGenerator.Rows(i)), spec.Table(AllocationGenerator.Rows(i)));
            foreach (var impact in new[] { Impact(spec.Program, spec.Program, one, null), Impact(spec.Program, spec.Program, one, two) })
            {
                Assert.DoesNotContain(impact.Factors, static factor => factor.IsEffective);
                Assert.All(impact.Money?.Compared ?? [], entity => Assert.Equal(0, impact.Money?.Entities[entity].Difference.Sign));
            }
        }
    }

    [Fact]
    public void Changes_of_scoring_move_the_payments_that_points_decide()
    {
        var (compared, moved, ofScoring) = (0, 0, 0);
        for (var i = 0; i < 160; i++)
        {
            var dice = new Dice(i);
            var old = Case.Compile(60_000 + i);
            var edits = Edit.OfRules(old.Index.Spec, dice).Take(3).ToArray();
            if (old.Members is not null || Compiled(edits.Aggregate(old.Index.Spec, static (spec, edit) => edit.Apply(spec))) is not { } current)
            {
                continue;
            }

            var (before, after) = (WithAllocation(old), WithAllocation(current));
            var table = Tables.Build(old, Case.Table(old, 60_000 + i, 0), new CoverageCounter());
            var impact = Impact(before, after, table, null);
            foreach (var entity in impact.Money?.Compared ?? [])
            {
                var difference = impact.Money?.Entities[entity].Difference ?? Rational.Missing;
                Assert.Equal(difference, impact.Factors.Aggregate(Rational.Zero, (sum, factor) => sum + factor.Yen[entity]));
                compared++;
                moved += difference.Sign != 0 ? 1 : 0;
                ofScoring += impact.Factors.Any(f => f.Kind == FactorKind.Change && f.Yen[entity].Sign != 0) ? 1 : 0;
            }

            // What moves nobody's points moves nobody's payment, as nothing else is read.
            Assert.All(
                impact.Factors.Where(static f => f.Kind == FactorKind.Change && f.Parts.All(static p => !p.IsMissing && p.Sign == 0) && !f.Yen.IsEmpty),
                f => Assert.All(f.Yen, part => Assert.True(part.IsMissing || part.Sign == 0 || Cancels(impact, f))));
        }

        output.WriteLine($"{compared} payments, {moved} moved, {ofScoring} by changes of scoring.");
        Assert.True(moved > 100 && ofScoring > 100, $"{compared}, {moved}, {ofScoring}");
    }

    /// <summary>Points that a change gives in one world and takes in another are zero on the mean; then payments may be none.</summary>
    private static bool Cancels(ImpactResult impact, ImpactFactor factor) => impact.Factors.Count(f => f != factor && f.Kind is FactorKind.Change or FactorKind.OtherScores) > 0;

    private static ProgramPlan? Compile(AllocationModel model) =>
        Compilation.Create([SyntaxTree.Parse(SourceText.From(AllocationPrinter.Print(model), "allocation.kaigo"))]).Plan;

    private static CompiledSpec? Compiled(Spec spec) => CompiledSpec.Create(spec).Compiled;

    private static ProgramPlan WithAllocation(CompiledSpec spec)
    {
        var text = $"{spec.Text}\n配分 {spec.Plan.Name} 金 9_000_000円 {{ 枠 甲 7_000_000円 {{ 按分 得点 }}  枠 乙 2_000_000円 {{ 均等 {{ 条件 ① 得点 ≥ 3点 }} }}  端数 1円未満切り捨て  残余 報告 }}\n";
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "spec.kaigo"))]);
        return compilation.Plan ?? throw new InvalidOperationException(string.Join("\n", compilation.Diagnostics) + "\n" + text);
    }

    private static ImmutableArray<Rational>? Payments(ProgramPlan program, EntityTable table) =>
        ProgramAllocator.Evaluate(ProgramEvaluator.Evaluate(program, new Dictionary<string, EntityTable> { ["市町村"] = table }))[0] is { IsDone: true } result
            ? result.Payments
            : null;

    private static ImpactResult Impact(ProgramPlan old, ProgramPlan current, EntityTable oldTable, EntityTable? newTable)
    {
        var diff = SpecDiff.Compare(old, current);
        return ImpactAnalysis.Analyze(
            diff, 0, newTable is null ? ImpactData.FromOne(diff.Pairs[0], oldTable, isNew: false) : ImpactData.FromTwo(oldTable, newTable));
    }

    private static bool IsChange(SpecChange change, YenEdit edit) => change.Kind.Code == edit.Code && change.Subject.Japanese == edit.Subject;

    private static IEnumerable<string> Lines(ImpactResult impact) => impact.Factors
        .SelectMany(f => f.Yen.Select((part, i) => $"{impact.Entities[i].Key} {f.Kind} {f.Text.Japanese} {part}"))
        .Where(static line => !line.EndsWith(" 0", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static Rational MeanOverOrders(ImmutableArray<ImmutableArray<Rational>> payments, int edit, int edits, int row)
    {
        var sum = Rational.Zero;
        var orders = Orders(Enumerable.Range(0, edits).ToArray()).ToArray();
        foreach (var order in orders)
        {
            var before = order.TakeWhile(e => e != edit).Aggregate(0, static (mask, e) => mask | (1 << e));
            sum += payments[before | (1 << edit)][row] - payments[before][row];
        }

        return sum / orders.Length;
    }

    private static IEnumerable<int[]> Orders(int[] of) => of.Length == 0
        ? [[]]
        : of.SelectMany(first => Orders([.. of.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
}
