using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// The table that is published: every item by every entity, each cell with its points and where they come from. Items of a shared group
/// have a row under every node that refers to it, as in the Ministry's tables.
/// </summary>
public sealed class ItemTable
{
    private readonly Evaluation _evaluation;

    private ItemTable(Evaluation evaluation)
    {
        _evaluation = evaluation;
        Rows = [.. CreateRows(evaluation.Plan)];
    }

    /// <summary>The rows in the order of the tree.</summary>
    public ImmutableArray<ItemTableRow> Rows { get; }

    /// <summary>Lays out the table of an evaluation.</summary>
    public static ItemTable Create(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new ItemTable(evaluation);
    }

    /// <summary>The points of a cell in 点, or <see cref="ScoreColumn.Unknown"/>.</summary>
    public int Points(ItemTableRow row, int entity)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _evaluation.Score(row.Entry.Node.Index)[entity];
    }

    /// <summary>Where the points of a cell come from.</summary>
    public CellOrigin Origin(ItemTableRow row, int entity)
    {
        ArgumentNullException.ThrowIfNull(row);
        var node = row.Entry.Node;
        if (node.Item < 0)
        {
            return Points(row, entity) == ScoreColumn.Unknown ? CellOrigin.NotReported : CellOrigin.PointsReported;
        }

        var item = _evaluation.Plan.Items[node.Item];
        if (item.Condition == ConditionKind.Answer)
        {
            return _evaluation.Table.Answers(item.AnswerColumn)[entity] == Answer.NotReported ? CellOrigin.NotReported : CellOrigin.Answered;
        }

        var state = _evaluation.State;
        return _evaluation.IsOverridden(item.Index, entity) ? CellOrigin.Overridden
            : (state.OwnConditions[item.Index] ?? state.ItemTruth(item.Index))[entity] == Truth.Unknown ? CellOrigin.MissingValue
            : CellOrigin.Computed;
    }

    private static IEnumerable<ItemTableRow> CreateRows(FrameworkPlan plan)
    {
        // The nodes above the current place, through references as well: what is assumed there holds here.
        var above = new List<NodePlan>();
        foreach (var entry in PlanTree.Walk(plan))
        {
            above.RemoveRange(entry.Depth, above.Count - entry.Depth);
            above.Add(entry.Node);
            if (entry.Node.Item >= 0 || entry.Node.PointsColumn >= 0)
            {
                yield return new ItemTableRow(
                    entry,
                    entry.Node.Title,
                    entry.Node.Item >= 0 ? plan.Items[entry.Node.Item].Condition : null,
                    above.SelectMany(node => PlanReferences.AssumptionsOf(plan, node)).Distinct(StringComparer.Ordinal).Count());
            }
        }
    }
}
