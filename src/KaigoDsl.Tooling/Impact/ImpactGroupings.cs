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

    public static ImmutableArray<GroupingImpact> Of(FrameworkPlan plan, EntityTable table, ImmutableArray<EntityImpact> entities, MoneyImpact? money)
    {
        var groupings = ImmutableArray.CreateBuilder<GroupingImpact>();
        foreach (var column in plan.Columns.Where(static column => RowGroups.CanGroupBy(column) && (column.Entity.Length > 0 || column.Type != ColumnType.Text)))
        {
            groupings.Add(Create(column.Name, RowGroups.ByValue(table, column), entities, money));
        }

        if (SizeClasses.FindColumn(plan) is >= 0 and var insured)
        {
            groupings.Add(Create(Size, RowGroups.BySize(table, insured), entities, money));
        }

        // A column that the data leaves blank divides nobody.
        return [.. groupings.Where(static grouping => grouping.Groups.Any(static group => group.Label is not null))];
    }

    /// <summary>The entities of the new table come first, so that a row is an index.</summary>
    private static GroupingImpact Create(string name, ImmutableArray<RowGroup> groups, ImmutableArray<EntityImpact> entities, MoneyImpact? money) =>
        new(name, [.. groups.Select(group => Create(group.Label, [.. group.Rows.Where(row => entities[row].Difference is not null)], entities, money))
            .Where(static group => !group.Entities.IsEmpty)]);

    private static GroupImpact Create(string? label, ImmutableArray<int> members, ImmutableArray<EntityImpact> entities, MoneyImpact? money)
    {
        var yen = members.Where(i => money is not null && money.Entities[i].IsCompared).Select(i => money?.Entities[i].Difference ?? Rational.Zero).ToArray();
        return new GroupImpact(
            label,
            members,
            members.Count(i => entities[i].Difference > 0),
            members.Count(i => entities[i].Difference < 0),
            members.Sum(i => (long)(entities[i].Difference ?? 0)))
        {
            YenGains = yen.Count(static difference => difference.Sign > 0),
            YenLosses = yen.Count(static difference => difference.Sign < 0),
            YenTotal = yen.Length == 0 ? Rational.Missing : yen.Aggregate(Rational.Zero, static (sum, difference) => sum + difference),
        };
    }
}
