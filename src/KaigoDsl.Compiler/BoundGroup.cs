using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Checking;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler;

/// <summary>
/// A group of files, bound and checked. What it means depends on its files alone, so it is kept as long as they stay as they are, and so is
/// its part of the plan.
/// </summary>
public sealed class BoundGroup
{
    private readonly LoweringInput? _lowering;
    private GroupPlan? _plan;

    private BoundGroup(FileGroup files, ImmutableArray<Diagnostic> diagnostics, LoweringInput? lowering)
    {
        Files = files;
        Diagnostics = diagnostics;
        _lowering = lowering;
    }

    /// <summary>The files it was bound from.</summary>
    public FileGroup Files { get; }

    /// <summary>Everything found in them, in no order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether nothing found is an error.</summary>
    public bool IsSound => _lowering is not null;

    /// <summary>Binds and checks a group.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="cancellation">Stops the work between frameworks.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static BoundGroup Bind(FileGroup files, CancellationToken cancellation = default)
    {
        var bag = new DiagnosticBag();
        foreach (var tree in files.Trees)
        {
            bag.AddRange(tree.Diagnostics);
        }

        var reporter = new Reporter(bag);
        var bound = Binder.Bind(files.Trees, reporter, cancellation);
        Checker.Check(bound, reporter, cancellation);
        var layouts = Lowerer.Order(bound, reporter);
        var isSound = layouts is not null && !bag.Any(d => d.Severity == DiagnosticSeverity.Error);
        return new BoundGroup(files, [.. bag], isSound && layouts is not null ? new LoweringInput(bound, layouts) : null);
    }

    /// <summary>The plan of sound groups that are a program together.</summary>
    internal static ProgramPlan Plan(IReadOnlyList<BoundGroup> groups, int maxDegreeOfParallelism, CancellationToken cancellation)
    {
        var numbers = GroupNumbering.Of([.. groups.Select(g => g.Lowering)]);
        var plans = new GroupPlan[groups.Count];
        int[] sizes = [.. groups.Select(g => g.Files.Trees.Sum(t => t.Source.Length))];
        SharedWork.Do(sizes, maxDegreeOfParallelism, cancellation, i => plans[i] = groups[i].Lower(numbers[i], cancellation));
        return GroupPlan.Join(plans);
    }

    private LoweringInput Lowering => _lowering ?? throw new InvalidOperationException("A spec with errors must not be lowered.");

    private GroupPlan Lower(GroupNumbers numbers, CancellationToken cancellation)
    {
        // Layouts are filled while they are lowered; the generator may ask from several threads.
        lock (Lowering)
        {
            return _plan is { } plan && plan.Numbers.Equals(numbers) ? plan : _plan = Lowerer.Lower(Lowering, numbers, cancellation);
        }
    }
}
