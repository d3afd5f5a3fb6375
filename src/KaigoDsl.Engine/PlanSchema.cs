using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>The table a framework is scored from, as the runtime sees it.</summary>
public static class PlanSchema
{
    /// <summary>The schema with the plan's columns in the plan's order.</summary>
    /// <param name="plan">The framework.</param>
    /// <param name="aggregated">Whether frameworks that aggregate its rows are scored from the table too; then no result stands for the inputs they read.</param>
    public static TableSchema ToTableSchema(FrameworkPlan plan, bool aggregated = true)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new TableSchema(plan.Entity, [.. plan.Columns.Select(column => ToColumnSchema(plan, column, aggregated))]);
    }

    /// <summary>
    /// Why a table of this schema cannot be scored by the plan; <see langword="null"/> when it can. Columns must agree in number, order, name,
    /// kind, type and unit.
    /// </summary>
    public static string? FindMismatch(FrameworkPlan plan, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.Columns.Length != plan.Columns.Length)
        {
            return $"`{plan.Name}` has {plan.Columns.Length} columns, the table {schema.Columns.Length}.";
        }

        for (var i = 0; i < plan.Columns.Length; i++)
        {
            var (expected, actual) = (plan.Columns[i], schema.Columns[i]);
            if (!string.Equals(expected.Name, actual.Name, StringComparison.Ordinal)
                || expected.Kind.ToRuntime() != actual.Kind
                || expected.Type.ToRuntime() != actual.Type
                || expected.UnitFactor.ToRational() != actual.UnitFactor)
            {
                return $"Column {i} of `{plan.Name}` is `{expected.Name}` ({expected.Kind}, {expected.Type}, ×{expected.UnitFactor}), "
                    + $"the table's is `{actual.Name}` ({actual.Kind}, {actual.Type}, ×{actual.UnitFactor}).";
            }
        }

        return null;
    }

    private static ColumnSchema ToColumnSchema(FrameworkPlan plan, ColumnPlan column, bool aggregated) =>
        new(column.Name, column.Kind.ToRuntime(), column.Type.ToRuntime())
        {
            Aliases = column.Aliases.AsImmutableArray(),
            Required = column.Required,
            Substitutes = column.IsAggregated && aggregated ? [] : [.. column.Substitutes.Select(s => plan.Columns[s].Name)],
            Unit = column.Unit,
            UnitFactor = column.UnitFactor.ToRational(),
            Members = column.Members.AsImmutableArray(),
            Entity = column.Entity,
            Points = column.Kind == Compiler.Lowering.ColumnKind.Points && column.Node >= 0
                ? plan.Nodes[column.Node].FullMark ?? 0
                : column.Points,
            Title = column.Title,
        };
}
