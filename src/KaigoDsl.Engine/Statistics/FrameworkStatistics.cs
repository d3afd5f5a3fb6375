using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Statistics of an evaluation: per node over all rows, per node and group, and ranks. Rows with unknown scores are left out and counted.</summary>
public sealed class FrameworkStatistics
{
    private readonly Evaluation _evaluation;

    private FrameworkStatistics(Evaluation evaluation)
    {
        _evaluation = evaluation;
        Nodes = Compute(evaluation, [.. Enumerable.Range(0, evaluation.Table.Count)]);
    }

    /// <summary>One entry per node, in the plan's order, over all rows.</summary>
    public ImmutableArray<NodeStatistics> Nodes { get; }

    /// <summary>Number of rows, known or not.</summary>
    public int RowCount => _evaluation.Table.Count;

    /// <summary>Indexes of the columns that refer to another entity (市町村's 都道府県): the natural groups.</summary>
    public ImmutableArray<int> ReferenceColumns =>
        [.. _evaluation.Plan.Columns.Where(static column => column.Entity.Length != 0).Select(static column => column.Index)];

    /// <summary>Computes the statistics over all rows.</summary>
    public static FrameworkStatistics Create(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new FrameworkStatistics(evaluation);
    }

    /// <summary>Statistics per value of a text column, in the order in which the values first appear; blanks last.</summary>
    /// <param name="column">Index of a text, reference or enumeration column.</param>
    /// <exception cref="InvalidCastException">The column does not hold texts.</exception>
    public ImmutableArray<GroupStatistics> ByGroup(int column)
    {
        var texts = _evaluation.Table.Texts(column);
        return
        [
            .. Enumerable.Range(0, texts.Count)
                .GroupBy(row => texts[row], StringComparer.Ordinal)
                .OrderBy(static group => group.Key is null)
                .Select(group => new GroupStatistics(group.Key, [.. group], Compute(_evaluation, [.. group]))),
        ];
    }

    /// <summary>Competition ranks of a node's scores over all rows: 1 + the number strictly higher; 0 where unknown.</summary>
    public ImmutableArray<int> Ranks(int node) => [.. Runtime.Statistics.Ranks(_evaluation.Score(node).Values)];

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
