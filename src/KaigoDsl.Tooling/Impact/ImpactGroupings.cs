using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Tooling.Impact;

/// <summary>Divides winners and losers by what the data says of them: whom they belong to (都道府県), classes, yes or no (過疎地域), size.</summary>
internal static class ImpactGroupings
{
    private const string Size = "規模";

    public static ImmutableArray<GroupingImpact> Of(FrameworkPlan plan, EntityTable table, ImmutableArray<EntityImpact> entities)
    {
        var groupings = ImmutableArray.CreateBuilder<GroupingImpact>();
        foreach (var column in plan.Columns.Where(static column => RowGroups.CanGroupBy(column) && (column.Entity.Length > 0 || column.Type != ColumnType.Text)))
        {
            groupings.Add(Create(column.Name, RowGroups.ByValue(table, column), entities));
        }

        if (SizeClasses.FindColumn(plan) is >= 0 and var insured)
        {
            groupings.Add(Create(Size, RowGroups.BySize(table, insured), entities));
        }

        // A column that the data leaves blank divides nobody.
        return [.. groupings.Where(static grouping => grouping.Groups.Any(static group => group.Label is not null))];
    }

    /// <summary>The entities of the new table come first, so that a row is an index.</summary>
    private static GroupingImpact Create(string name, ImmutableArray<RowGroup> groups, ImmutableArray<EntityImpact> entities) =>
        new(name, [.. groups.Select(group => Create(group.Label, [.. group.Rows.Where(row => entities[row].Difference is not null)], entities))
            .Where(static group => !group.Entities.IsEmpty)]);

    private static GroupImpact Create(string? label, ImmutableArray<int> members, ImmutableArray<EntityImpact> entities) => new(
        label,
        members,
        members.Count(i => entities[i].Difference > 0),
        members.Count(i => entities[i].Difference < 0),
        members.Sum(i => (long)(entities[i].Difference ?? 0)));
}
