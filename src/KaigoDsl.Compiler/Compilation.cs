using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Checking;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler;

/// <summary>The whole answer for a set of <c>.kaigo</c> files: what is wrong with them and, when nothing is, the plan to run.</summary>
public sealed class Compilation
{
    private Compilation(ImmutableArray<SyntaxTree> trees, ImmutableArray<Diagnostic> diagnostics, ProgramPlan? plan)
    {
        Trees = trees;
        Diagnostics = diagnostics;
        Plan = plan;
    }

    /// <summary>The files, ordered by path; the order they were given in does not matter.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>Everything found, by file and place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What to run; <see langword="null"/> when there are errors.</summary>
    public ProgramPlan? Plan { get; }

    /// <summary>Whether any diagnostic is an error.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Binds, checks and plans a set of files together.</summary>
    /// <param name="trees">The parsed files.</param>
    /// <param name="cancellation">Stops the work between files.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Compilation Create(ImmutableArray<SyntaxTree> trees, CancellationToken cancellation = default)
    {
        var ordered = trees.Sort((a, b) => string.CompareOrdinal(a.Source.Path, b.Source.Path));
        var bag = new DiagnosticBag();
        foreach (var tree in ordered)
        {
            bag.AddRange(tree.Diagnostics);
        }

        var reporter = new Reporter(bag);
        var bound = Binder.Bind(ordered, reporter, cancellation);
        Checker.Check(bound, reporter, cancellation);
        var circular = !Lowerer.CheckOrder(bound, reporter);
        var sound = !circular && !bag.Any(d => d.Severity == DiagnosticSeverity.Error);
        var plan = sound ? Lowerer.Lower(bound, reporter, cancellation) : null;
        return new Compilation(ordered, bag.ToSortedArray(), plan);
    }
}
