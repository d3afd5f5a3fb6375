using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Specs.Tests;

/// <summary>Every indicator and every item of a later year can be followed back to the year before.</summary>
public sealed class LineageTests
{
    public static TheoryData<string, string, string> Years { get; } = new() { { "R7", "R6", "令和6年度" }, { "R8", "R7", "令和7年度" } };

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_indicator_says_where_it_came_from(string year, string before, string label)
    {
        _ = (before, label);
        Assert.Empty(Specifications.Municipality(year).Nodes.Where(n => n.Kind == NodeKind.Indicator && n.Lineage.Length == 0).Select(n => n.Path));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_ancestor_exists(string year, string before, string label)
    {
        var known = Paths(Specifications.Municipality(before));
        foreach (var (node, from) in Written(Specifications.Municipality(year)))
        {
            Assert.StartsWith(label + ".", from, StringComparison.Ordinal);
            Assert.True(known.Contains(from[(label.Length + 1)..]), $"{node.Path}: {from}");
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void What_says_nothing_continues_its_own_path(string year, string before, string label)
    {
        _ = label;
        var known = Paths(Specifications.Municipality(before));
        Assert.Empty(Specifications.Municipality(year).Nodes.Where(n => n.Lineage.Length == 0 && !known.Contains(n.Path)).Select(n => n.Path));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_items_of_an_indicator_that_moved_or_is_new_say_so_themselves(string year, string before, string label)
    {
        _ = before;
        var plan = Specifications.Municipality(year);
        var moved = plan.Nodes.Where(n => n.Kind == NodeKind.Indicator && !n.Lineage.Any(l => l.From.Contains($"{label}.{n.Path}"))).ToArray();
        foreach (var item in plan.Nodes.Where(n => n.Item >= 0 && moved.Any(m => n.Path.StartsWith(m.Path + ".", StringComparison.Ordinal))))
        {
            Assert.True(item.Lineage.Length > 0, item.Path);
        }
    }

    /// <summary>What was given up: nothing later continues it.</summary>
    [Theory]
    [InlineData("R7", "令和6年度", "R6", new[] { "支援.Ⅱ.体制.1.ア", "支援.Ⅱ.体制.1.イ", "支援.Ⅱ.体制.1.ウ", "支援.Ⅱ.体制.1.エ" })]
    [InlineData("R8", "令和7年度", "R7", new string[0])]
    public void Only_known_items_were_given_up(string year, string label, string before, string[] dropped)
    {
        var plan = Specifications.Municipality(year);
        var continued = Written(plan).Select(w => w.From[(label.Length + 1)..])
            .Concat(plan.Nodes.Where(n => n.Lineage.Length == 0).Select(n => n.Path))
            .ToHashSet(StringComparer.Ordinal);
        var old = Specifications.Municipality(before);
        Assert.Equal(dropped, old.Nodes.Where(n => n.Item >= 0 && !continued.Contains(n.Path)).Select(n => n.Path));
    }

    private static HashSet<string> Paths(FrameworkPlan plan) => plan.Nodes.Select(n => n.Path).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(NodePlan Node, string From)> Written(FrameworkPlan plan) =>
        plan.Nodes.SelectMany(node => node.Lineage.SelectMany(lineage => lineage.From.Select(from => (node, from))));
}
