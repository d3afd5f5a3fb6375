using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Statistics of an evaluation: per node over all rows, per node and group, and ranks. Rows with unknown scores are left out and counted.</summary>
public sealed class FrameworkStatistics
{
    private readonly Evaluation _evaluation;
    private ImmutableArray<NodeStatistics> _nodes;

    private FrameworkStatistics(Evaluation evaluation) => _evaluation = evaluation;

    /// <summary>One entry per node, in the plan's order, over all rows.</summary>
    public ImmutableArray<NodeStatistics> Nodes
    {
        get
        {
            // Many ask for ranks or groups only.
            if (_nodes.IsDefault)
            {
                _nodes = Compute(_evaluation, [.. Enumerable.Range(0, _evaluation.Table.Count)]);
            }

            return _nodes;
        }
    }

    /// <summary>Number of rows, known or not.</summary>
    public int RowCount => _evaluation.Table.Count;

    /// <summary>Indexes of the columns that refer to another entity (市町村's 都道府県): the natural groups.</summary>
    public ImmutableArray<int> ReferenceColumns =>
        [.. _evaluation.Plan.Columns.Where(static column => column.Entity.Length != 0).Select(static column => column.Index)];

    /// <summary>The statistics of an evaluation; each is computed when it is asked for.</summary>
    public static FrameworkStatistics Create(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new FrameworkStatistics(evaluation);
    }

    /// <summary>Statistics per value of a column: texts in the order in which they first appear, ○ before ×; blanks last.</summary>
    /// <param name="column">Index of a text, reference, enumeration or 真偽 column.</param>
    /// <exception cref="ArgumentException">The column holds something else.</exception>
    public ImmutableArray<GroupStatistics> ByGroup(int column) =>
        ByGroups(RowGroups.ByValue(_evaluation.Table, _evaluation.Plan.Columns[column]));

    /// <summary>Statistics per size class of 第1号被保険者数, the smallest class first; empty when the entity has no such attribute.</summary>
    public ImmutableArray<GroupStatistics> BySize() => SizeClasses.FindColumn(_evaluation.Plan) is >= 0 and var column
        ? ByGroups(RowGroups.BySize(_evaluation.Table, column))
        : [];

    /// <summary>Statistics per group of rows.</summary>
    public ImmutableArray<GroupStatistics> ByGroups(IEnumerable<RowGroup> groups) =>
        [.. groups.Select(group => new GroupStatistics(group.Label, group.Rows, Compute(_evaluation, group.Rows)))];

    /// <summary>
    /// Competition ranks of a node's means among groups: 1 + the number of groups with a strictly higher mean; 0 for a group without a score
    /// and for the rows whose group is not known, which are no group.
    /// </summary>
    public static ImmutableArray<int> RanksOfMeans(ImmutableArray<GroupStatistics> groups, int node)
    {
        Rational[] means = [.. groups.Select(group => group.Group is null ? Rational.Missing : group.Nodes[node].Scores.Mean)];
        return [.. Runtime.Statistics.Ranks(means)];
    }

    /// <summary>
    /// Competition ranks of a node's scores within each group, by row: 1 + the number of rows of the same group that are strictly higher; 0
    /// where the score or the group is unknown. <c>Base</c> is the number of known scores in the row's group.
    /// </summary>
    public ImmutableArray<(int Rank, int Base)> RanksWithin(IEnumerable<RowGroup> groups, int node)
    {
        var column = _evaluation.Score(node);
        var ranks = new (int Rank, int Base)[column.Values.Length];
        foreach (var group in groups.Where(static group => group.Label is not null))
        {
            int[] scores = [.. group.Rows.Select(row => column[row])];
            var within = Runtime.Statistics.Ranks(scores);
            var known = within.Count(static rank => rank > 0);
            for (var i = 0; i < within.Length; i++)
            {
                ranks[group.Rows[i]] = (within[i], known);
            }
        }

        return [.. ranks];
    }

    /// <summary>The rows of a group with its highest score at a node, ties included, ascending; empty when no score is known.</summary>
    public ImmutableArray<int> Top(int node, ImmutableArray<int> rows)
    {
        var (best, count) = Best(node, rows);
        var top = ImmutableArray.CreateBuilder<int>(count);
        var scores = _evaluation.Score(node).Values;
        for (var i = 0; top.Count < count; i++)
        {
            if (scores[rows[i]] == best)
            {
                top.Add(rows[i]);
            }
        }

        return top.MoveToImmutable();
    }

    /// <summary>How many rows of a group have its highest score at a node: the length of <see cref="Top"/>.</summary>
    public int TopCount(int node, ImmutableArray<int> rows) => Best(node, rows).Count;

    /// <summary>The distribution of a node's scores over some rows.</summary>
    public Histogram Distribution(int node, ImmutableArray<int> rows)
    {
        var scores = _evaluation.Score(node);
        int[] chosen = [.. rows.Select(row => scores[row])];
        return Histogram.OfScores(chosen, _evaluation.Plan.Nodes[node].FullMark);
    }

    /// <summary>Competition ranks of a node's scores over all rows: 1 + the number strictly higher; 0 where unknown.</summary>
    public ImmutableArray<int> Ranks(int node) => [.. Runtime.Statistics.Ranks(_evaluation.Score(node).Values)];

    private (int Score, int Count) Best(int node, ImmutableArray<int> rows)
    {
        var scores = _evaluation.Score(node).Values;
        var (best, count) = (ScoreColumn.Unknown, 0);
        foreach (var row in rows)
        {
            var score = scores[row];
            if (score > best)
            {
                (best, count) = (score, 1);
            }
            else if (score == best)
            {
                count++;
            }
        }

        return (best, best == ScoreColumn.Unknown ? 0 : count);
    }

    private static ImmutableArray<NodeStatistics> Compute(Evaluation evaluation, ImmutableArray<int> rows)
    {
        var nodes = ImmutableArray.CreateBuilder<NodeStatistics>(evaluation.Plan.Nodes.Length);
        var scores = new int[rows.Length];
        foreach (var node in evaluation.Plan.Nodes)
        {
            var column = evaluation.Score(node.Index).Values;
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = column[rows[i]];
            }

            var summary = Runtime.Statistics.OfScores(scores);
            nodes.Add(new NodeStatistics(node, summary, rows.Length - summary.Count, MetCount(evaluation, node, rows)));
        }

        return nodes.MoveToImmutable();
    }

    private static int? MetCount(Evaluation evaluation, NodePlan node, ImmutableArray<int> rows)
    {
        if (node.Item < 0)
        {
            return null;
        }

        var count = 0;
        foreach (var row in rows)
        {
            count += evaluation.ItemTruth(node.Item, row) == Truth.True && evaluation.IsBooked(node.Index, row) ? 1 : 0;
        }

        return count;
    }
}
