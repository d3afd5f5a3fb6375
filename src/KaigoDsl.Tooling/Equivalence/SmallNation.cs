using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>A few rows of cells by column name, as a data file would have them, for two frameworks that read the same columns.</summary>
internal sealed class SmallNation(FrameworkPlan old, FrameworkPlan current, ImmutableArray<ImmutableSortedDictionary<string, string>> rows)
{
    private static readonly Dictionary<int, Evaluation> s_nobody = [];

    public ImmutableArray<ImmutableSortedDictionary<string, string>> Rows { get; } = rows;

    public SmallNation With(ImmutableArray<ImmutableSortedDictionary<string, string>> changed) => new(old, current, changed);

    /// <summary>The lowest node, and the first row, in which the scores differ; <see langword="null"/> when they are the same or a cell cannot be read.</summary>
    public (int Row, string Node, int? Old, int? New)? FindDifference()
    {
        if (Table(old) is not { } oldTable || Table(current) is not { } newTable)
        {
            return null;
        }

        var (before, after) = (FrameworkEvaluator.Evaluate(old, oldTable, null, s_nobody), FrameworkEvaluator.Evaluate(current, newTable, null, s_nobody));
        // What is above an item differs because of it.
        foreach (var node in current.Nodes.Reverse().OrderBy(static n => n.Kind == NodeKind.Item ? 0 : n.Kind == NodeKind.Total ? 2 : 1))
        {
            var partner = old.Nodes.First(n => string.Equals(n.Path, node.Path, StringComparison.Ordinal));
            for (var row = 0; row < Rows.Length; row++)
            {
                var (a, b) = (before.Score(partner.Index)[row], after.Score(node.Index)[row]);
                if (a != b)
                {
                    return (row, node.Path, Known(a), Known(b));
                }
            }
        }

        return null;

        static int? Known(int points) => points == ScoreColumn.Unknown ? null : points;
    }

    private EntityTable? Table(FrameworkPlan plan)
    {
        var schema = PlanSchema.ToTableSchema(plan);
        var builders = schema.Columns.Select(static column => new ColumnBuilder(column.Type)).ToArray();
        foreach (var row in Rows)
        {
            for (var i = 0; i < builders.Length; i++)
            {
                var cell = CellValue.Blank;
                if (row.TryGetValue(schema.Columns[i].Name, out var text) && !CellParser.TryParse(text, schema.Columns[i], out cell, out _))
                {
                    return null;
                }

                builders[i].Add(cell);
            }
        }

        return new EntityTable(schema, Rows.Length, [.. builders.Select(static builder => builder.ToColumn())]);
    }
}
