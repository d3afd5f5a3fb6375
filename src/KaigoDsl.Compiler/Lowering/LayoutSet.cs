using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>The layouts of the frameworks of a group of files in evaluation order: one that aggregates another comes after it.</summary>
internal sealed class LayoutSet
{
    private readonly Dictionary<FrameworkSymbol, int> _positions;
    private readonly IReadOnlyList<int> _numbers;

    private LayoutSet(ImmutableArray<FrameworkLayout> layouts, Dictionary<FrameworkSymbol, int> positions, IReadOnlyList<int> numbers)
    {
        Layouts = layouts;
        _positions = positions;
        _numbers = numbers;
    }

    public ImmutableArray<FrameworkLayout> Layouts { get; }

    /// <summary>Orders the frameworks; reports a circle of aggregates and then returns <see langword="null"/>.</summary>
    public static LayoutSet? Create(IReadOnlyList<FrameworkSymbol> frameworks, Reporter reporter)
    {
        var ordered = new List<FrameworkSymbol>();
        var open = new List<FrameworkSymbol>();
        foreach (var framework in frameworks)
        {
            if (!Visit(framework, ordered, open, reporter))
            {
                return null;
            }
        }

        var positions = new Dictionary<FrameworkSymbol, int>();
        foreach (var framework in ordered)
        {
            positions.Add(framework, positions.Count);
        }

        return new LayoutSet([.. ordered.Select(f => new FrameworkLayout(f))], positions, [.. Enumerable.Range(0, ordered.Count)]);
    }

    /// <summary>The same layouts with the indexes that the frameworks have in the program.</summary>
    public LayoutSet Numbered(IReadOnlyList<int> numbers) => new(Layouts, _positions, numbers);

    /// <summary>Where a framework stands in <see cref="Layouts"/>.</summary>
    public int PositionOf(FrameworkSymbol framework) => _positions[framework];

    /// <summary>Its index in the plan of the program.</summary>
    public int IndexOf(FrameworkSymbol framework) => _numbers[PositionOf(framework)];

    public FrameworkLayout Of(FrameworkSymbol framework) => Layouts[PositionOf(framework)];

    private static bool Visit(FrameworkSymbol framework, List<FrameworkSymbol> ordered, List<FrameworkSymbol> open, Reporter reporter)
    {
        if (ordered.Contains(framework))
        {
            return true;
        }

        if (open.Contains(framework))
        {
            var circle = open.SkipWhile(f => !ReferenceEquals(f, framework)).Append(framework).Select(f => "`" + f.Label + "`");
            reporter.Report(Descriptors.Cycle, framework.Location, string.Join(" → ", circle));
            return false;
        }

        open.Add(framework);
        foreach (var aggregate in framework.AllNodes.SelectMany(n => n.Expressions()).SelectMany(e => e.SelfAndParts()).OfType<BoundAggregate>())
        {
            if (!Visit(aggregate.Framework, ordered, open, reporter))
            {
                return false;
            }
        }

        open.Remove(framework);
        ordered.Add(framework);
        return true;
    }
}
