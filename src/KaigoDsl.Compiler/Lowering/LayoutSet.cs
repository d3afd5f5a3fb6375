using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>The layouts of all frameworks in evaluation order: one that aggregates another comes after it.</summary>
internal sealed class LayoutSet
{
    private readonly Dictionary<FrameworkSymbol, int> _indexes = [];

    private LayoutSet(ImmutableArray<FrameworkLayout> layouts)
    {
        Layouts = layouts;
        foreach (var layout in layouts)
        {
            _indexes.Add(layout.Framework, _indexes.Count);
        }
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

        return new LayoutSet([.. ordered.Select(f => new FrameworkLayout(f))]);
    }

    public int IndexOf(FrameworkSymbol framework) => _indexes[framework];

    public FrameworkLayout Of(FrameworkSymbol framework) => Layouts[IndexOf(framework)];

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
