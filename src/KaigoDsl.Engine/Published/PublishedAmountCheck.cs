using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Compares published figures (公表値) about allocations with computed ones, exactly. Budgets of an allocation and of its 枠 do not depend on the
/// data and are compared even when the allocation is refused; everything else needs it carried out, over as many entities as the figures are about.
/// </summary>
public static class PublishedAmountCheck
{
    /// <summary>Compares every figure about the allocations of a framework, in written order.</summary>
    /// <param name="program">The program with the figures.</param>
    /// <param name="framework">Index of the framework.</param>
    /// <param name="table">The data it was scored from.</param>
    /// <param name="results">By allocation of the program: its result; <see langword="null"/> when it was not carried out.</param>
    public static ImmutableArray<PublishedAmountComparison> Run(
        ProgramPlan program, int framework, EntityTable table, ImmutableArray<AllocationResult?> results)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(table);
        var comparisons = ImmutableArray.CreateBuilder<PublishedAmountComparison>();
        foreach (var block in program.Published.Where(block => block.Framework == framework))
        {
            var row = block.Subject is { } subject ? PublishedCheck.FindRow(program.Frameworks[framework], table, subject) : -1;
            foreach (var value in block.Amounts)
            {
                var result = results[value.Allocation];
                var computed = result is null ? Rational.Missing
                    : block.Subject is null ? OfAll(value, result, PublishedCheck.IsAboutAll(block, table.Count))
                    : row < 0 || !result.IsDone ? Rational.Missing
                    : OfRow(value, result, row);
                var outcome = computed.IsMissing ? PublishedOutcome.NotComputable
                    : new PublishedRange(value.Value, value.Precision).Contains(computed) ? PublishedOutcome.Agrees
                    : PublishedOutcome.Disagrees;
                comparisons.Add(new PublishedAmountComparison(block, value, PlaceOf(program.Allocations[value.Allocation], value), outcome, computed));
            }
        }

        return comparisons.ToImmutable();
    }

    private static string PlaceOf(AllocationPlan plan, PublishedAmount value)
    {
        var place = "配分." + plan.Label;
        if (value.Pool >= 0)
        {
            var pool = plan.Pools[value.Pool];
            place += "." + pool.Label;
            place += value.Class >= 0 && pool.Classes is { } classes ? "." + classes.Classes[value.Class].Label : string.Empty;
        }

        return place;
    }

    private static Rational OfAll(PublishedAmount value, AllocationResult result, bool isAboutAll)
    {
        if (value is { Kind: AmountFigureKind.Budget, Class: < 0 })
        {
            return result.Rules.QuantityOf(value.Pool < 0 ? result.Plan.Budget : result.Plan.Pools[value.Pool].Budget, 0);
        }

        return !result.IsDone || !isAboutAll ? Rational.Missing
            : value.Pool < 0 ? OfWhole(value.Kind, result)
            : value.Class < 0 ? OfPool(value.Kind, result.Pools[value.Pool])
            : OfClass(value, result.Pools[value.Pool]);
    }

    private static Rational OfWhole(AmountFigureKind kind, AllocationResult result)
    {
        var paid = Sum(result.Payments);
        return kind switch
        {
            AmountFigureKind.Payment => paid,
            AmountFigureKind.Rest => Sum(result.Pools.Select(static pool => pool.Budget + pool.Received)) - paid,
            AmountFigureKind.EntityCount => result.Payments.Count(static amount => amount.Sign > 0),
            _ => Rational.Missing,
        };
    }

    private static Rational OfPool(AmountFigureKind kind, PoolOutcome pool) => kind switch
    {
        AmountFigureKind.Payment => pool.Paid,
        AmountFigureKind.Rest => pool.Rest,
        AmountFigureKind.EntityCount => pool.Amounts.Count(static amount => amount.Sign > 0),
        _ => Rational.Missing,
    };

    private static Rational OfClass(PublishedAmount value, PoolOutcome pool)
    {
        var rows = Enumerable.Range(0, pool.Classes.Length).Where(row => pool.Classes[row] == value.Class).ToArray();
        var budget = pool.ClassBudgets.Length > value.Class ? pool.ClassBudgets[value.Class] : Rational.Missing;
        var paid = Sum(rows.Select(row => pool.Amounts[row]));
        return value.Kind switch
        {
            AmountFigureKind.Budget => budget,
            AmountFigureKind.Payment => paid,
            AmountFigureKind.Rest => budget.IsMissing ? budget : budget - paid,
            AmountFigureKind.EntityCount => rows.Length,
            _ => Rational.Missing,
        };
    }

    private static Rational OfRow(PublishedAmount value, AllocationResult result, int row)
    {
        if (value.Pool < 0)
        {
            return result.Payments[row];
        }

        var pool = result.Pools[value.Pool];
        return value.Class >= 0 && pool.Classes[row] != value.Class ? Rational.Zero : pool.Amounts[row];
    }

    private static Rational Sum(IEnumerable<Rational> amounts) => amounts.Aggregate(Rational.Zero, static (sum, amount) => sum + amount);
}
