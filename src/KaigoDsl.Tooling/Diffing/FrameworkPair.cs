using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Two frameworks compared with each other, and which parts of them are the same.</summary>
public sealed class FrameworkPair
{
    private readonly int[] _matchOfOld;
    private readonly int[] _matchOfNew;
    private readonly Dictionary<int, int> _newColumns;
    private readonly Dictionary<int, int> _oldColumns;

    internal FrameworkPair(
        int oldIndex,
        int newIndex,
        FrameworkPlan oldPlan,
        FrameworkPlan newPlan,
        PairRelation relation,
        ImmutableArray<NodeMatch> nodes,
        ImmutableArray<ColumnMatch> columns)
    {
        (OldIndex, NewIndex, Old, New, Relation, Nodes, Columns) = (oldIndex, newIndex, oldPlan, newPlan, relation, nodes, columns);
        _matchOfOld = Index(nodes, oldPlan.Nodes.Length, static match => match.Old);
        _matchOfNew = Index(nodes, newPlan.Nodes.Length, static match => match.New);
        _newColumns = columns.ToDictionary(static match => match.Old, static match => match.New);
        _oldColumns = columns.ToDictionary(static match => match.New, static match => match.Old);
    }

    /// <summary>Index of the old framework in its program.</summary>
    public int OldIndex { get; }

    /// <summary>Index of the new framework in its program.</summary>
    public int NewIndex { get; }

    /// <summary>The old framework.</summary>
    public FrameworkPlan Old { get; }

    /// <summary>The new framework.</summary>
    public FrameworkPlan New { get; }

    /// <summary>One framework in two revisions, or two years.</summary>
    public PairRelation Relation { get; }

    /// <summary>The matches, by their first new node. A node in none of them was added or removed.</summary>
    public ImmutableArray<NodeMatch> Nodes { get; }

    /// <summary>The matched columns, by their new place. A column in none of them was added or removed.</summary>
    public ImmutableArray<ColumnMatch> Columns { get; }

    /// <summary>The match an old node is in; <see langword="null"/> when it was removed.</summary>
    public NodeMatch? MatchOfOld(int node) => _matchOfOld[node] < 0 ? null : Nodes[_matchOfOld[node]];

    /// <summary>The match a new node is in; <see langword="null"/> when it was added.</summary>
    public NodeMatch? MatchOfNew(int node) => _matchOfNew[node] < 0 ? null : Nodes[_matchOfNew[node]];

    /// <summary>The one new node that continues an old one; -1 when it was removed, merged or split.</summary>
    public int NewOf(int oldNode) => MatchOfOld(oldNode) is { Relation: NodeRelation.Continued } match ? match.New[0] : -1;

    /// <summary>The one old node that a new one continues; -1 when it was added or comes from a merger or a split.</summary>
    public int OldOf(int newNode) => MatchOfNew(newNode) is { Relation: NodeRelation.Continued } match ? match.Old[0] : -1;

    /// <summary>The new column of an old key, name, attribute or input; of an answer or of points that of the node's continuation. -1 when there is none.</summary>
    public int NewColumnOf(int oldColumn)
    {
        if (_newColumns.TryGetValue(oldColumn, out var column))
        {
            return column;
        }

        return ColumnOf(Old.Columns[oldColumn], New, NewOf);
    }

    /// <summary>The old column of a new one, found in the same way; -1 when there is none.</summary>
    public int OldColumnOf(int newColumn)
    {
        if (_oldColumns.TryGetValue(newColumn, out var column))
        {
            return column;
        }

        return ColumnOf(New.Columns[newColumn], Old, OldOf);
    }

    private static int ColumnOf(ColumnPlan column, FrameworkPlan other, Func<int, int> counterpart)
    {
        if (column.Kind is not (ColumnKind.Answer or ColumnKind.Points) || column.Node < 0 || counterpart(column.Node) is not (>= 0 and var node))
        {
            return -1;
        }

        var found = other.Nodes[node];
        return column.Kind == ColumnKind.Points ? found.PointsColumn : found.Item < 0 ? -1 : other.Items[found.Item].AnswerColumn;
    }

    private static int[] Index(ImmutableArray<NodeMatch> matches, int count, Func<NodeMatch, IEnumerable<int>> nodes)
    {
        var index = new int[count];
        Array.Fill(index, -1);
        for (var i = 0; i < matches.Length; i++)
        {
            foreach (var node in nodes(matches[i]))
            {
                index[node] = i;
            }
        }

        return index;
    }
}
