using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Finds what became of each key, name, attribute and input: by label, then by title below matched nodes.</summary>
internal static class ColumnMatcher
{
    private const int RenamedFrom = 70;

    public static ImmutableArray<ColumnMatch> Match(FrameworkPlan oldPlan, FrameworkPlan newPlan, ImmutableArray<NodeMatch> nodes)
    {
        var matches = new SortedDictionary<int, ColumnMatch>();
        var taken = new HashSet<int>();
        foreach (var column in newPlan.Columns.Where(IsDeclared))
        {
            // There is one key and at most one name, whatever they are called.
            var old = oldPlan.Columns.FirstOrDefault(c => IsDeclared(c) && (column.Kind is ColumnKind.Key or ColumnKind.Name
                ? c.Kind == column.Kind
                : c.Kind is ColumnKind.Attribute or ColumnKind.Input && string.Equals(c.Name, column.Name, StringComparison.Ordinal)));
            if (old is not null && taken.Add(old.Index))
            {
                matches.Add(column.Index, new ColumnMatch(old.Index, column.Index, 100));
            }
        }

        var candidates =
            from current in newPlan.Columns
            where IsDeclared(current) && !matches.ContainsKey(current.Index)
            from old in oldPlan.Columns
            where IsDeclared(old) && !taken.Contains(old.Index) && old.Kind == current.Kind && old.Type == current.Type && old.UnitFactor == current.UnitFactor
            where old.Title is not null && AreMatched(nodes, old.Node, current.Node)
            let score = Likeness.OfTitles(old.Title, current.Title)
            where score >= RenamedFrom
            orderby score descending, current.Index, old.Index
            select new ColumnMatch(old.Index, current.Index, Math.Min(score, 95));
        foreach (var candidate in candidates.ToArray())
        {
            if (!matches.ContainsKey(candidate.New) && taken.Add(candidate.Old))
            {
                matches.Add(candidate.New, candidate);
            }
        }

        return [.. matches.Values];
    }

    public static bool IsDeclared(ColumnPlan column) => column.Kind is not (ColumnKind.Answer or ColumnKind.Points);

    private static bool AreMatched(ImmutableArray<NodeMatch> nodes, int oldNode, int newNode) => oldNode < 0 || newNode < 0
        ? oldNode == newNode
        : nodes.Any(match => match.Old.Contains(oldNode) && match.New.Contains(newNode));
}
