using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Engine;

/// <summary>Divides the rows of a table into groups; every row is in exactly one.</summary>
public static class RowGroups
{
    /// <summary>Whether rows can be grouped by a column: texts, references, members of an enumeration and 真偽.</summary>
    public static bool CanGroupBy(ColumnPlan column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind == Compiler.Lowering.ColumnKind.Attribute
            && column.Type is ColumnType.Text or ColumnType.Enumeration or ColumnType.Truth;
    }

    /// <summary>Groups by the value of a column: texts in the order in which they first appear, members in written order, ○ before ×; blanks last.</summary>
    /// <exception cref="ArgumentException">The column holds something else.</exception>
    public static ImmutableArray<RowGroup> ByValue(EntityTable table, ColumnPlan column)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(column);
        switch (column.Type)
        {
            case ColumnType.Truth:
                var truths = table.Truths(column.Index);
                return Group(table.Count, row => truths[row] switch { Truth.True => 0, Truth.False => 1, _ => -1 }, [$"{column.Name} ○", $"{column.Name} ×"]);
            case ColumnType.Text or ColumnType.Enumeration:
                var texts = table.Texts(column.Index);
                var labels = column.Members.Concat(Enumerable.Range(0, texts.Count).Select(row => texts[row]).OfType<string>()).Distinct(StringComparer.Ordinal).ToImmutableArray();
                var indexes = labels.Select(static (label, i) => (label, i)).ToDictionary(static p => p.label, static p => p.i, StringComparer.Ordinal);
                return Group(table.Count, row => texts[row] is { } text ? indexes[text] : -1, labels);
            default:
                throw new ArgumentException($"Rows cannot be grouped by `{column.Name}`, which holds {column.Type}.", nameof(column));
        }
    }

    /// <summary>Groups by size class, the smallest first; rows whose number is missing last.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">Index of the column with 第1号被保険者数.</param>
    public static ImmutableArray<RowGroup> BySize(EntityTable table, int column)
    {
        ArgumentNullException.ThrowIfNull(table);
        var insured = table.Quantities(column);
        return Group(table.Count, row => SizeClasses.ClassOf(insured[row]), [.. SizeClasses.All.Select(static c => c.Label)]);
    }

    /// <summary>Groups that hold nobody are left out: they have no mean to stand in a table.</summary>
    private static ImmutableArray<RowGroup> Group(int count, Func<int, int> groupOf, ImmutableArray<string> labels)
    {
        var rows = new List<int>[labels.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = [];
        }

        for (var row = 0; row < count; row++)
        {
            var group = groupOf(row);
            rows[group < 0 ? labels.Length : group].Add(row);
        }

        return
        [
            .. rows.Select((members, i) => new RowGroup(i < labels.Length ? labels[i] : null, [.. members]))
                .Where(static group => !group.Rows.IsEmpty),
        ];
    }
}
