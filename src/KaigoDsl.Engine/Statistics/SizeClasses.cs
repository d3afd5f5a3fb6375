using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// The five size classes of 第1号被保険者数 by which the Ministry publishes means and, in the allocation, divides the budget: under 3, 10, 50
/// and 100 thousand insured persons, and larger.
/// </summary>
public static class SizeClasses
{
    /// <summary>The attribute that decides.</summary>
    public const string ColumnName = "第1号被保険者数";

    /// <summary>The classes from the smallest; a bound belongs to the larger class.</summary>
    public static ImmutableArray<SizeClass> All { get; } =
    [
        new("1 3千人未満", 3_000),
        new("2 3千人以上1万人未満", 10_000),
        new("3 1万人以上5万人未満", 50_000),
        new("4 5万人以上10万人未満", 100_000),
        new("5 10万人以上", null),
    ];

    /// <summary>Index of the column that decides; -1 when the framework's entity has no such attribute.</summary>
    public static int FindColumn(FrameworkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var column in plan.Columns)
        {
            if (column.Type == Compiler.Lowering.ColumnType.Quantity && string.Equals(column.Name, ColumnName, StringComparison.Ordinal))
            {
                return column.Index;
            }
        }

        return -1;
    }

    /// <summary>Index of the class of a number of persons; -1 when it is missing.</summary>
    public static int ClassOf(Rational insured)
    {
        if (insured.IsMissing)
        {
            return -1;
        }

        var index = 0;
        while (All[index].Below is { } below && insured.CompareTo(below) >= 0)
        {
            index++;
        }

        return index;
    }
}
