using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Checked allocations → their plans.</summary>
/// <param name="layouts">The rules of the group.</param>
/// <param name="numbers">The places in the program.</param>
internal sealed class AllocationLowerer(IReadOnlyList<RulesLayout> layouts, GroupNumbers numbers)
{
    /// <summary>Plans the allocations, each after those that spill into it.</summary>
    public ImmutableArray<AllocationPlan> Lower(IReadOnlyList<AllocationSymbol> allocations)
    {
        var ordered = SpillOver.Order(allocations, out _);
        var identifiers = new Dictionary<(int Year, string Entity), UniqueNames>();
        var plans = ImmutableArray.CreateBuilder<AllocationPlan>();
        foreach (var allocation in ordered)
        {
            var key = (allocation.FiscalYear, allocation.EntityLabel);
            if (!identifiers.TryGetValue(key, out var names))
            {
                identifiers.Add(key, names = new UniqueNames());
            }

            plans.Add(Lower(allocation, numbers.Allocations[plans.Count], names.Add(Identifiers.FromLabel(allocation.Label, "配分")), ordered));
        }

        return plans.ToImmutable();
    }

    private AllocationPlan Lower(AllocationSymbol allocation, int index, string identifier, IReadOnlyList<AllocationSymbol> ordered)
    {
        var ground = layouts.Select((layout, i) => (Layout: layout, Index: i)).First(l => ReferenceEquals(l.Layout.Symbol, allocation.Ground));
        var amounts = new AmountLowerer(ground.Layout.Expressions, ordered, numbers.Allocations);
        var pools = new UniqueNames();
        return new AllocationPlan
        {
            Index = index,
            Label = allocation.Label,
            Name = allocation.FullName,
            Identifier = identifier,
            Title = allocation.Title,
            FiscalYear = allocation.FiscalYear,
            YearCode = FiscalYearLiteral.ToCode(allocation.FiscalYear),
            Rules = numbers.Rules[ground.Index],
            Budget = amounts.Lower(allocation.Budget),
            Gates = allocation.Gates.Select(g => new GatePlan(ground.Layout.DecisionOf(g.Decision), g.Effect, Lowerer.Locate(g.Location))).ToImmutableArray(),
            Pools = allocation.Pools.Select(p => LowerPool(p, pools.Add(Identifiers.FromLabel(p.Label, "枠")), allocation, amounts)).ToImmutableArray(),
            Transition = allocation.Transition is not { } t ? null : new TransitionPlan(
                amounts.Lower(t.Previous), amounts.Lower(t.Share), t.Normalised, t.Text, Lowerer.Locate(t.Location)),
            Roundings = AmountLowerer.Sort(allocation.Rules.Roundings),
            Cap = amounts.LowerOptional(allocation.Rules.Cap),
            Floor = amounts.LowerOptional(allocation.Rules.Floor),
            Redistribution = amounts.Lower(allocation.Rules.Redistribution),
            Residue = amounts.Lower(allocation.Rules.Residue) ?? ResiduePlan.Report,
            Columns = new SortedSet<int>(ground.Layout.ColumnsOf(allocation.Expressions)
                .Concat(allocation.Gates.SelectMany(g => ground.Layout.ColumnsOf(g.Decision)))).ToImmutableArray(),
            Source = allocation.Source,
            Assumptions = allocation.Assumptions.ToImmutableArray(),
            Documentation = allocation.Documentation,
            Location = Lowerer.Locate(allocation.Location),
        };
    }

    private static PoolPlan LowerPool(PoolSymbol pool, string identifier, AllocationSymbol allocation, AmountLowerer amounts)
    {
        var conditions = new UniqueNames();
        return new PoolPlan
        {
            Label = pool.Label,
            Identifier = identifier,
            Title = pool.Title,
            Budget = amounts.Lower(pool.Budget),
            Rule = pool.Rule ?? PoolRule.Withheld,
            Reason = pool.Reason,
            Weight = amounts.LowerOptional(pool.Weight),
            WeightText = pool.WeightText,
            Conditions = pool.Conditions.Select(c => new AllocationCondition(
                c.Label,
                conditions.Add(Identifiers.FromLabel(c.Label, "条件")),
                c.Title,
                amounts.Lower(c.Condition),
                c.Text,
                c.Assumptions.ToImmutableArray(),
                Lowerer.Locate(c.Location))).ToImmutableArray(),
            Classes = pool.Sizes is null ? null : LowerSizes(pool.Sizes, amounts),
            Members = amounts.LowerOptional(pool.Participants),
            Cap = amounts.LowerOptional(pool.Rules.Cap),
            Floor = amounts.LowerOptional(pool.Rules.Floor),
            Redistribution = amounts.Lower(pool.Rules.Redistribution),
            Roundings = AmountLowerer.Sort(pool.Rules.Roundings.Concat(allocation.Rules.Roundings.Where(
                r => r.Target != RoundingTarget.Total && !pool.Rules.Roundings.Exists(own => own.Target == r.Target)))),
            Residue = amounts.Lower(pool.Rules.Residue),
            Source = pool.Source,
            Assumptions = pool.Assumptions.ToImmutableArray(),
            Location = Lowerer.Locate(pool.Location),
        };
    }

    private static SizeClassesPlan LowerSizes(SizesSymbol sizes, AmountLowerer amounts)
    {
        var classes = new UniqueNames();
        return new SizeClassesPlan(
            amounts.Lower(sizes.Measure),
            sizes.Classes.Select(c => new SizeClassPlan(
                c.Label, classes.Add(Identifiers.FromLabel(c.Label, "区分")), c.Title, c.Below, amounts.LowerOptional(c.Budget))).ToImmutableArray(),
            amounts.LowerOptional(sizes.BudgetMeasure),
            sizes.Text,
            sizes.Assumptions.ToImmutableArray(),
            Lowerer.Locate(sizes.Location));
    }
}
