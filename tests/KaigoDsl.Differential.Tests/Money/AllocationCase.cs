using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using Compilation = KaigoDsl.Compiler.Compilation;
using SyntaxTree = KaigoDsl.Compiler.Syntax.SyntaxTree;

namespace KaigoDsl.Differential.Tests.Money;

/// <summary>One generated allocation, compiled, with what each of the three says about rows.</summary>
internal sealed class AllocationCase
{
    private static readonly string[] s_clauses = ["不明", "該当1", "非該当2", "該当3", "非該当"];

    private AllocationCase(AllocationModel model, string text, ProgramPlan program) => (Model, Text, Program) = (model, text, program);

    public AllocationModel Model { get; }

    public string Text { get; }

    public ProgramPlan Program { get; }

    public static AllocationCase Create(int seed)
    {
        var model = AllocationGenerator.Model(seed);
        var text = AllocationPrinter.Print(model);
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "allocation.kaigo"))]);
        return new AllocationCase(model, text, compilation.Plan ?? throw new InvalidOperationException(string.Join("\n", compilation.Diagnostics) + "\n" + text));
    }

    /// <summary>How many trials found their amounts in whole numbers.</summary>
    public int Whole { get; private set; }

    /// <summary>How many trials had to go the general way.</summary>
    public int Fractions { get; private set; }

    public AllocationResult Engine(EntityTable table) =>
        ProgramAllocator.Evaluate(ProgramEvaluator.Evaluate(Program, new Dictionary<string, EntityTable> { ["市町村"] = table }))[0]
        ?? throw new InvalidOperationException("There is a table.");

    /// <summary>Whether the naive allocator and the engine say the same; what differs, if not.</summary>
    public string? Difference(ImmutableArray<RowModel> rows, AllocationResult engine, AllocationMutation mutation = AllocationMutation.None)
    {
        var naive = NaiveAllocator.Run(Model, rows, mutation);
        if (naive is not { } expected)
        {
            return engine.IsDone ? "naive: refused; engine: carried out" : null;
        }

        if (!engine.IsDone)
        {
            return "naive: carried out; engine: " + string.Join(", ", engine.Problems);
        }

        for (var row = 0; row < rows.Length; row++)
        {
            if (Rational.Create(expected.Proposed[row].N, expected.Proposed[row].D) != engine.Proposed[row])
            {
                return $"案 of row {row}: naive {expected.Proposed[row]}, engine {engine.Proposed[row]}";
            }

            if (Rational.Create(expected.Payments[row].N, expected.Payments[row].D) != engine.Payments[row])
            {
                return $"交付額 of row {row}: naive {expected.Payments[row]}, engine {engine.Payments[row]}";
            }
        }

        return null;
    }

    /// <summary>Whether generated code gives what the engine gives, to the byte of the certificate, and the naive rules what its rules give.</summary>
    public string? Difference(ImmutableArray<RowModel> rows, EntityTable table, AllocationResult engine, AllocationCode code)
    {
        var outcome = code.Allocate(table);
        if (!outcome.Problems.SequenceEqual(engine.Problems))
        {
            return $"engine: {string.Join(", ", engine.Problems)}; generated code: {string.Join(", ", outcome.Problems)}";
        }

        if (!string.Equals(outcome.CertificateJson, engine.CertificateJson, StringComparison.Ordinal) || !outcome.Payments.SequenceEqual(engine.Payments))
        {
            return "generated code: another certificate than the engine's";
        }

        // Without a certificate the same amounts come out of other books, in new memory and in memory that is used again.
        var trial = code.Allocate(table, certify: false);
        if (Difference(outcome, trial) is { } difference || (difference = Difference(outcome, code.AllocateAgain(table))) is not null)
        {
            return difference;
        }

        (Whole, Fractions) = (Whole + (trial.IsWhole ? 1 : 0), Fractions + (trial is { IsDone: true, IsWhole: false } ? 1 : 0));

        var naive = new NaiveRules(rows, AllocationMutation.None);
        var rules = code.Rules(table);
        for (var row = 0; row < rows.Length; row++)
        {
            var adjusted = naive.Adjusted(row) is { } value ? Rational.Create(value.N, value.D) : Rational.Missing;
            if (rules[row] != (s_clauses[naive.Clause(row)], adjusted))
            {
                return $"rules of row {row}: naive {s_clauses[naive.Clause(row)]}, {adjusted}; generated code {rules[row]}";
            }
        }

        return engine.Verification is { Holds: false } ? "the certificate does not hold" : null;
    }

    private static string? Difference(AllocationOutcome outcome, AllocationOutcome trial)
    {
        if (!trial.Problems.SequenceEqual(outcome.Problems)
            || !trial.Payments.SequenceEqual(outcome.Payments)
            || !trial.Proposed.SequenceEqual(outcome.Proposed)
            || !trial.Pools.Zip(outcome.Pools).All(static both => Same(both.First, both.Second)))
        {
            return "generated code: other amounts without a certificate";
        }

        if (trial.IsDone && (!trial.Notes.SequenceEqual(outcome.Notes) || !trial.Spills.SequenceEqual(outcome.Spills)))
        {
            return "generated code: other notes or spills without a certificate";
        }

        return null;
    }

    public EntityTable Table(ImmutableArray<RowModel> rows)
    {
        var schema = PlanSchema.ToTableSchema(Program.Frameworks[0]);
        return new EntityTable(schema, rows.Length, [.. schema.Columns.Select(column => Column(column, rows))]);
    }

    private static bool Same(PoolPayments left, PoolPayments right) =>
        left.Amounts.SequenceEqual(right.Amounts) && left.Rest == right.Rest && left.Paid == right.Paid && left.Received == right.Received
        && left.Classes.SequenceEqual(right.Classes) && left.ClassBudgets.SequenceEqual(right.ClassBudgets);

    private static TableColumn Column(ColumnSchema column, ImmutableArray<RowModel> rows) => column.Name switch
    {
        "団体コード" => TextColumn.FromValues([.. rows.Select(row => row.Key)]),
        "過疎" => TruthColumn.FromValues([.. rows.Select(row => row.Depopulated is { } known ? Kleene.From(known) : Truth.Unknown)]),
        "被保険者" => Quantities(rows, row => row.Insured),
        "必要額" => Quantities(rows, row => row.Needs),
        "前年度額" => Quantities(rows, row => row.Previous),
        "実績" => Quantities(rows, row => row.Actual),
        _ => Quantities(rows, row => row.Points),
    };

    private static QuantityColumn Quantities(ImmutableArray<RowModel> rows, Func<RowModel, long?> cell) =>
        QuantityColumn.FromValues([.. rows.Select(row => cell(row) is { } value ? Rational.FromInt64(value) : Rational.Missing)]);
}
