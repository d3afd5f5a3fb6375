using System.Collections.Immutable;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Printing;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Differential.Tests.Comparison;

/// <summary>A spec of the model, printed, and what the product's front end made of the text.</summary>
internal sealed class CompiledSpec
{
    private readonly Dictionary<string, NodePlan> _plans;

    private CompiledSpec(SpecIndex index, string text, ProgramPlan program)
    {
        Index = index;
        Text = text;
        Program = program;
        Plan = program.Frameworks.Single(f => f.Entity == index.Spec.Entity);
        Members = index.Members is null ? null : new CompiledSpec(index.Members, text, program);
        var plan = Plan;
        Schema = PlanSchema.ToTableSchema(plan);
        _plans = plan.Nodes.ToDictionary(n => n.Path, StringComparer.Ordinal);
    }

    public SpecIndex Index { get; }

    public string Text { get; }

    /// <summary>The framework, and that of its members before it.</summary>
    public ProgramPlan Program { get; }

    public FrameworkPlan Plan { get; }

    /// <summary>The part about the members, for a spec that has some.</summary>
    public CompiledSpec? Members { get; }

    public TableSchema Schema { get; }

    /// <summary>The generated code, once it is compiled.</summary>
    public GeneratedCode? Generated { get; set; }

    public NodePlan PlanOf(Node node) => _plans[Index.Path(node)];

    /// <summary>Evaluates a table by the engine, after that of its members.</summary>
    /// <param name="table">The table.</param>
    /// <param name="data">The case it is from.</param>
    /// <param name="overrides">Constants to replace in this spec, not in that of its members.</param>
    public Evaluation Evaluate(EntityTable table, DataTable data, ConstantOverrides? overrides = null)
    {
        var members = new Dictionary<int, Evaluation>();
        if (MembersTable(data) is { } memberTable && Members is { } compiled)
        {
            members.Add(Program.Frameworks.ToList().IndexOf(compiled.Plan), FrameworkEvaluator.Evaluate(compiled.Plan, memberTable));
        }

        return FrameworkEvaluator.Evaluate(Plan, table, overrides, members);
    }

    public EntityTable? MembersTable(DataTable data) => Members is { } members && data.Members is { } table ? Tables.Build(members, table, new CoverageCounter()) : null;

    /// <summary>Prints and compiles; the errors are what the compiler says, or how the plan differs from the model.</summary>
    public static (CompiledSpec? Compiled, ImmutableArray<string> Errors, string Text) Create(Spec spec)
    {
        var index = new SpecIndex(spec);
        var texts = index.Members is null ? [SpecPrinter.Print(index)] : new[] { SpecPrinter.Print(index), SpecPrinter.Print(index.Members) };
        var text = string.Join("\n// A second file.\n", texts);
        var compilation = Compilation.Create([.. texts.Select((t, i) => SyntaxTree.Parse(SourceText.From(t, FormattableString.Invariant($"case{i}.kaigo"))))]);
        if (compilation.Plan is not { } plan || plan.Frameworks.Length != texts.Length)
        {
            return (null, [.. compilation.Diagnostics.Select(d => d.ToString())], text);
        }

        var compiled = new CompiledSpec(index, text, plan);
        var problems = Differences(index, compiled.Plan)
            .Concat(compiled.Members is { } members ? Differences(members.Index, members.Plan) : [])
            .ToImmutableArray();
        return problems.IsEmpty ? (compiled, [], text) : (null, problems, text);
    }

    /// <summary>The tree and the derived full marks must already agree.</summary>
    private static IEnumerable<string> Differences(SpecIndex index, FrameworkPlan plan)
    {
        var expected = index.Spec.Nodes.Select(n => $"{index.Path(n)} {index.FullMark(n)}").ToHashSet(StringComparer.Ordinal);
        var actual = plan.Nodes.Select(n => $"{n.Path} {n.FullMark}").ToHashSet(StringComparer.Ordinal);
        return expected.Except(actual).Select(n => "the plan lacks " + n).Concat(actual.Except(expected).Select(n => "the plan has " + n));
    }
}
