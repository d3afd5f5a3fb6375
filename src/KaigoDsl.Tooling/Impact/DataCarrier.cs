using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact;

/// <summary>Puts the data of one framework into the columns of the other: a renumbered item's answers feed the node it became, a renamed input the new name.</summary>
internal static class DataCarrier
{
    /// <summary>The table in the other framework's columns, and those that nothing could fill; they are blank.</summary>
    public static (EntityTable Table, ImmutableArray<int> Unfed) Carry(
        FrameworkPair pair, EntityTable table, bool isNew, EntityTable? reading, Func<int, bool>? isPresent)
    {
        var (source, target) = isNew ? (pair.New, pair.Old) : (pair.Old, pair.New);
        var schema = PlanSchema.ToTableSchema(target);
        var columns = ImmutableArray.CreateBuilder<TableColumn>(target.Columns.Length);
        var unfed = ImmutableArray.CreateBuilder<int>();
        var absent = ImmutableArray.CreateBuilder<int>();
        foreach (var column in target.Columns)
        {
            var from = isNew ? pair.NewColumnOf(column.Index) : pair.OldColumnOf(column.Index);
            var own = reading is not null && isPresent?.Invoke(column.Index) == true ? reading.Columns[column.Index] : null;
            var type = schema.Columns[column.Index].Type;
            if (from >= 0 && table.Columns[from].Holds(type) && (own is null || IsReadAlike(source.Columns[from], column)))
            {
                columns.Add(table.Columns[from]);
                if (table.IsAbsent(from))
                {
                    absent.Add(column.Index);
                }
            }
            else if (own is not null && (from >= 0 || table.Schema.IndexOf(column.Name) < 0))
            {
                // A header that the data's own framework claims means another thing there.
                columns.Add(own);
            }
            else
            {
                columns.Add(TableColumn.Blank(type, table.Count));
                unfed.Add(column.Index);
                absent.Add(column.Index);
            }
        }

        return (new EntityTable(schema, table.Count, columns.MoveToImmutable()) { AbsentColumns = absent.ToImmutable() }, unfed.ToImmutable());
    }

    /// <summary>Whether a cell means the same in both columns.</summary>
    public static bool IsReadAlike(ColumnPlan one, ColumnPlan other) => one.Type == other.Type && one.UnitFactor == other.UnitFactor;
}
