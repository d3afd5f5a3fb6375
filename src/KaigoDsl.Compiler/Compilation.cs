using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler;

/// <summary>
/// The whole answer for a set of <c>.kaigo</c> files: what is wrong with them and, when nothing is, the plan to run. After an edit,
/// <see cref="WithTrees"/> gives the same answer as <see cref="Create(ImmutableArray{SyntaxTree}, CancellationToken)"/> and binds again only the files that can see the edited one.
/// </summary>
public sealed class Compilation
{
    private readonly ImmutableArray<BoundGroup> _groups;

    private Compilation(ImmutableArray<SyntaxTree> trees, ImmutableArray<BoundGroup> groups, ImmutableArray<Diagnostic> diagnostics, ProgramPlan? plan)
    {
        Trees = trees;
        _groups = groups;
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
    /// <param name="cancellation">Stops the work between frameworks.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Compilation Create(ImmutableArray<SyntaxTree> trees, CancellationToken cancellation = default) => Create(trees, 1, cancellation);

    /// <summary>Binds, checks and plans a set of files together, groups that cannot see each other on several threads; the result does not depend on how many.</summary>
    /// <param name="trees">The parsed files.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may work.</param>
    /// <param name="cancellation">Stops the work between frameworks.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Compilation Create(ImmutableArray<SyntaxTree> trees, int maxDegreeOfParallelism, CancellationToken cancellation = default)
    {
        var files = FileGroup.Divide(trees);
        var bound = new BoundGroup[files.Length];
        int[] sizes = [.. files.Select(group => group.Trees.Sum(t => t.Source.Length))];
        SharedWork.Do(sizes, maxDegreeOfParallelism, cancellation, i => bound[i] = BoundGroup.Bind(files[i], cancellation));
        return Link([.. bound], trees, maxDegreeOfParallelism, cancellation);
    }

    /// <summary>The compilation of another set of files; what cannot see a change is taken over from this one.</summary>
    /// <param name="trees">The files, those that did not change as they are in <see cref="Trees"/>.</param>
    /// <param name="cancellation">Stops the work between frameworks.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Compilation WithTrees(ImmutableArray<SyntaxTree> trees, CancellationToken cancellation = default) => Link(
        [.. FileGroup.Divide(trees).Select(files => _groups.FirstOrDefault(g => g.Files.Equals(files)) ?? BoundGroup.Bind(files, cancellation))],
        trees,
        cancellation);

    /// <summary>The compilation after an edit of one file.</summary>
    /// <param name="old">The file as it is in <see cref="Trees"/>.</param>
    /// <param name="replacement">What takes its place.</param>
    /// <param name="cancellation">Stops the work between frameworks.</param>
    /// <exception cref="ArgumentException"><paramref name="old"/> is not one of <see cref="Trees"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Compilation ReplaceTree(SyntaxTree old, SyntaxTree replacement, CancellationToken cancellation = default) => Trees.Contains(old)
        ? WithTrees(Trees.Replace(old, replacement), cancellation)
        : throw new ArgumentException("The tree is not part of the compilation.", nameof(old));

    /// <summary>Puts bound groups together.</summary>
    /// <param name="groups">The groups of the files, bound from them or from files that differ in blanks and plain comments alone.</param>
    /// <param name="trees">The files as they are now: diagnostics have their places in these.</param>
    /// <param name="cancellation">Stops the work between frameworks.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Compilation Link(ImmutableArray<BoundGroup> groups, ImmutableArray<SyntaxTree> trees, CancellationToken cancellation = default) =>
        Link(groups, trees, 1, cancellation);

    private static Compilation Link(
        ImmutableArray<BoundGroup> groups, ImmutableArray<SyntaxTree> trees, int maxDegreeOfParallelism, CancellationToken cancellation)
    {
        var together = FileGroup.Together(trees);
        if (groups.All(g => g.IsSound))
        {
            var bag = new DiagnosticBag();
            foreach (var group in groups.Where(g => g.Diagnostics.Length > 0))
            {
                bag.AddRange(AtTheirPlaces(group, together.Trees, cancellation).Diagnostics);
            }

            return new Compilation(together.Trees, groups, bag.ToSortedArray(), BoundGroup.Plan(groups, maxDegreeOfParallelism, cancellation));
        }

        // An error may be about what is missing everywhere, and its advice about what there is elsewhere: all files have a say.
        var whole = groups.Length == 1 ? AtTheirPlaces(groups[0], together.Trees, cancellation) : BoundGroup.Bind(together, cancellation);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(whole.Diagnostics);
        return new Compilation(together.Trees, groups, diagnostics.ToSortedArray(), whole.IsSound ? BoundGroup.Plan([whole], 1, cancellation) : null);
    }

    // Messages quote the text, so a group with diagnostics is bound once more when only its blanks have changed.
    private static BoundGroup AtTheirPlaces(BoundGroup group, ImmutableArray<SyntaxTree> trees, CancellationToken cancellation)
    {
        var paths = new HashSet<string>(group.Files.Trees.Select(t => t.Source.Path), StringComparer.Ordinal);
        var now = FileGroup.Together(trees.Where(t => paths.Contains(t.Source.Path)));
        return group.Files.IsSameAs(now) ? group : BoundGroup.Bind(now, cancellation);
    }
}
