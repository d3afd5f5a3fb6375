using System.Collections.Immutable;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Printing;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Differential.Tests.Comparison;

/// <summary>A spec of the model, printed, and what the product's front end made of the text.</summary>
internal sealed class CompiledSpec
{
    private readonly Dictionary<string, NodePlan> _plans;

    private CompiledSpec(SpecIndex index, string text, FrameworkPlan plan)
    {
        Index = index;
        Text = text;
        Plan = plan;
        Schema = PlanSchema.ToTableSchema(plan);
        _plans = plan.Nodes.ToDictionary(n => n.Path, StringComparer.Ordinal);
    }

    public SpecIndex Index { get; }

    public string Text { get; }

    public FrameworkPlan Plan { get; }

    public TableSchema Schema { get; }

    /// <summary>The generated code, once it is compiled.</summary>
    public GeneratedCode? Generated { get; set; }

    public NodePlan PlanOf(Node node) => _plans[Index.Path(node)];

    /// <summary>Prints and compiles; the errors are what the compiler says, or how the plan differs from the model.</summary>
    public static (CompiledSpec? Compiled, ImmutableArray<string> Errors, string Text) Create(Spec spec)
    {
        var index = new SpecIndex(spec);
        var text = SpecPrinter.Print(index);
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "case.kaigo"))]);
        if (compilation.Plan is not { Frameworks: [var plan] })
        {
            return (null, [.. compilation.Diagnostics.Select(d => d.ToString())], text);
        }

        var problems = Differences(index, plan).ToImmutableArray();
        return problems.IsEmpty ? (new CompiledSpec(index, text, plan), [], text) : (null, problems, text);
    }

    /// <summary>The tree and the derived full marks must already agree.</summary>
    private static IEnumerable<string> Differences(SpecIndex index, FrameworkPlan plan)
    {
        var expected = index.Spec.Nodes.Select(n => $"{index.Path(n)} {index.FullMark(n)}").ToHashSet(StringComparer.Ordinal);
        var actual = plan.Nodes.Select(n => $"{n.Path} {n.FullMark}").ToHashSet(StringComparer.Ordinal);
        return expected.Except(actual).Select(n => "the plan lacks " + n).Concat(actual.Except(expected).Select(n => "the plan has " + n));
    }
}
