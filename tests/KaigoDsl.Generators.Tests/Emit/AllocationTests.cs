using System.Reflection;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Generators.Tests.Infrastructure;
using KaigoDsl.Runtime;
using Microsoft.CodeAnalysis;

namespace KaigoDsl.Generators.Tests.Emit;

/// <summary>Allocations in generated code: the engine's amounts to the yen, and its certificates to the byte.</summary>
public sealed class AllocationTests
{
    private const string Municipality = "KaigoDsl.Specs.R7.Municipality";

    private static readonly ProgramPlan s_program = RulesTests.Compile(AllocationSpecs.Text);

    private static readonly Lazy<GeneratedAssembly> s_generated = new(() => GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit()))));

    public static TheoryData<NullableContextOptions, bool> Contexts => EmittedCodeTests.Contexts;

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Compiles_without_a_warning_in_any_context(NullableContextOptions nullable, bool isChecked) =>
        Assert.Empty(GeneratedAssembly.Problems(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit()), nullable, isChecked)));

    [Fact]
    public void An_allocation_prints_as_reviewed()
    {
        var version = typeof(CSharpEmitter).Assembly.GetName().Version!.ToString(3);
        var (name, text) = Emit().Single(file => file.Name.Contains("推進Allocation", StringComparison.Ordinal));
        Golden.Check(name.Replace(".g.cs", ".g.txt", StringComparison.Ordinal), text.Replace(version, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_the_amounts_and_certificates_of_the_engine()
    {
        var carriedOut = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var table = Table(rows: 1 + (seed % 25), seed, gaps: seed % 4 == 3);
            var expected = ProgramAllocator.Evaluate(ProgramEvaluator.Evaluate(s_program, new Dictionary<string, EntityTable> { ["市町村"] = table }));
            var typed = s_generated.Value.TableOf(Municipality, table);
            var scores = s_generated.Value.ScoresOf(Municipality, table);
            if (expected[0] is not { IsDone: true } first)
            {
                AssertRefused(expected[0]!, () => Allocate("推進", typed, scores));
                continue;
            }

            var promoted = Allocate("推進", typed, scores);
            AssertSame(first, promoted);
            if (expected[1] is { IsDone: true } second)
            {
                AssertSame(second, Allocate("支援", typed, scores, promoted));
                carriedOut++;
            }
            else
            {
                AssertRefused(expected[1]!, () => Allocate("支援", typed, scores, promoted));
            }
        }

        Assert.InRange(carriedOut, 15, 60);
        Assert.Equal(typeof(YenColumn), s_generated.Value.Type(Municipality + "推進Payments").GetProperty("交付額")!.PropertyType);
        Assert.Equal(typeof(AmountColumn), s_generated.Value.Type(Municipality + "支援Payments").GetProperty("交付額")!.PropertyType);
    }

    [Fact]
    public void A_constant_can_be_another_as_in_the_engine()
    {
        var table = Table(rows: 12, seed: 4, gaps: false);
        var overrides = ConstantOverrides.None.With("基本の予算", Rational.FromInt64(73_000_001));
        var expected = ProgramAllocator.Evaluate(
            ProgramEvaluator.Evaluate(s_program, new Dictionary<string, EntityTable> { ["市町村"] = table }, overrides), overrides: overrides)[0]!;
        var constants = Activator.CreateInstance(s_generated.Value.Type(Municipality + "Constants"))!;
        constants.GetType().GetProperty("基本の予算")!.SetValue(constants, Rational.FromInt64(73_000_001));
        Assert.Equal(AllocationProblemKind.PoolsDoNotAddUp, Assert.Single(expected.Problems).Kind);
        AssertRefused(expected, () => Allocate("推進", s_generated.Value.TableOf(Municipality, table), s_generated.Value.ScoresOf(Municipality, table), constants));
    }

    [Fact]
    public void Columns_that_only_the_allocation_reads_are_asked_for_by_it()
    {
        var table = Table(rows: 3, seed: 1, gaps: false);
        var without = new EntityTable(table.Schema, table.Count, table.Columns) { AbsentColumns = [table.Schema.IndexOf("所要見込額")] };
        var typed = s_generated.Value.TableOf(Municipality, without);
        var exception = Assert.Throws<TargetInvocationException>(() => Allocate("推進", typed, s_generated.Value.ScoresOf(Municipality, without)));
        Assert.Equal("所要見込額", Assert.Single(Assert.IsType<MissingColumnsException>(exception.InnerException).Columns));
    }

    internal static IEnumerable<(string Name, string Text)> Emit() =>
        RulesTests.Emit(s_program)
            .Concat(AllocationUnit.OfProgram(s_program).SelectMany(unit => AllocationEmitter.Emit(unit, CSharpEmitterOptions.Default)).Select(file => (file.HintName, file.Text)));

    private static object Allocate(string label, params object[] arguments) => RulesTests.Call(s_generated.Value, Municipality + label + "Allocation", "Allocate", arguments);

    private static void AssertSame(AllocationResult expected, dynamic actual)
    {
        var outcome = (AllocationOutcome)actual.Outcome;
        Assert.Equal(expected.CertificateJson, (string)actual.CertificateJson);
        Assert.True(outcome.Verification!.Holds);
        Assert.Equal(expected.Payments.AsEnumerable(), outcome.Payments);
        Assert.Equal(expected.Proposed.AsEnumerable(), outcome.Proposed);
        Assert.Equal(expected.Pools.Select(pool => pool.Paid), outcome.Pools.Select(pool => pool.Paid));
        Assert.Equal(expected.Notes.AsEnumerable(), outcome.Notes);
        for (var row = 0; row < expected.Payments.Length; row++)
        {
            // Whole yen are a long, other amounts a rational.
            object paid = actual.交付額[row];
            Assert.Equal(expected.Payments[row], paid is long yen ? Rational.FromInt64(yen) : (Rational)paid);
        }
    }

    private static void AssertRefused(AllocationResult expected, Func<object> allocate)
    {
        var exception = Assert.IsType<AllocationRefusedException>(Assert.Throws<TargetInvocationException>(allocate).InnerException);
        Assert.Equal(expected.Problems.AsEnumerable(), exception.Problems);
        Assert.Contains(expected.Plan.Name, exception.Message, StringComparison.Ordinal);
    }

    private static EntityTable Table(int rows, int seed, bool gaps)
    {
        var random = new Random(seed);
        var schema = PlanSchema.ToTableSchema(s_program.Frameworks[0]);
        return new EntityTable(schema, rows, [.. schema.Columns.Select(Column)]);

        TableColumn Column(ColumnSchema column) => column.Name switch
        {
            "団体コード" => TextColumn.FromValues([.. Enumerable.Range(0, rows).Select(row => (string?)(100 + ((row * 37) % 101)).ToString(System.Globalization.CultureInfo.InvariantCulture))]),
            "過疎地域" => TruthColumn.FromValues([.. Enumerable.Range(0, rows).Select(_ => (Truth)random.Next(3))]),
            "所要見込額" => Quantities(() => 1000L * random.Next(1_000, 12_000)),
            "前年度額" => Quantities(() => random.Next(10) == 0 ? null : random.Next(2_000_000)),
            "第1号被保険者数" => Quantities(() => random.Next(1, 3_000)),
            "当年度予算額" => Quantities(() => gaps && random.Next(8) == 0 ? null : random.Next(1, 400)),
            _ => Quantities(() => gaps && random.Next(30) == 0 ? null : random.Next(0, 101)),
        };

        QuantityColumn Quantities(Func<long?> next) =>
            QuantityColumn.FromValues([.. Enumerable.Range(0, rows).Select(_ => next() is { } value ? Rational.FromInt64(value) : Rational.Missing)]);
    }
}
