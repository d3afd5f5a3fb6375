using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>Puts payments of both sides next to each other.</summary>
internal static class MoneyImpacts
{
    /// <summary>What the allocations pay; <see langword="null"/> when neither side has one.</summary>
    public static MoneyImpact? Of(MoneyBetween money, ImmutableArray<EntityImpact> entities)
    {
        if (money.Matches.IsEmpty)
        {
            return null;
        }

        ImmutableArray<AllocationImpact> allocations = [.. money.Matches.Select(match => Create(money, match.Old, match.New, entities))];
        var compared = allocations.Where(static allocation => allocation.IsCompared).ToArray();
        return new MoneyImpact
        {
            Allocations = allocations,
            Entities = [.. Enumerable.Range(0, entities.Length).Select(i => compared.Length == 0
                ? new EntityYen(Rational.Missing, Rational.Missing)
                : compared.Select(allocation => allocation.Entities[i]).Aggregate(static (sum, next) => new EntityYen(sum.Old + next.Old, sum.New + next.New)))],
        };
    }

    private static AllocationImpact Create(MoneyBetween money, AllocationPlan? old, AllocationPlan? current, ImmutableArray<EntityImpact> entities)
    {
        var shown = current ?? old ?? throw new ArgumentException("An allocation is on one side at least.");
        var (before, after) = (old is null ? null : money.Old.ResultOf(old), current is null ? null : money.New.ResultOf(current));
        return new AllocationImpact
        {
            Label = shown.Label,
            Name = shown.Name,
            Title = shown.Title,
            IsInOld = old is not null,
            IsInNew = current is not null,
            OldReason = old is null ? null : money.Old.ReasonOf(old),
            NewReason = current is null ? null : money.New.ReasonOf(current),
            OldTotal = Total(old, before),
            NewTotal = Total(current, after),
            Reads = [.. Reads(money.Old, old), .. Reads(money.New, current)],
            Entities = [.. entities.Select(entity => new EntityYen(Payment(old, before, entity.OldRow), Payment(current, after, entity.NewRow)))],
        };
    }

    private static IEnumerable<string> Reads(SideAllocations side, AllocationPlan? plan)
    {
        var rules = side.Rules;
        return (plan is null ? [] : rules.Reach(plan.Expressions().Concat(plan.Gates.Select(static gate => new DecisionExpression(gate.Decision))))).Select(part => part switch
        {
            ConstantExpression constant => rules.Constants[constant.Constant].Name,
            FormulaExpression formula => NameOf(rules.Formulas[formula.Formula].Owner, rules.Formulas[formula.Formula].Label),
            StandingExpression standing => NameOf(rules.Standings[standing.Standing].Owner, rules.Standings[standing.Standing].Label),
            RankedCountExpression standing => NameOf(rules.Standings[standing.Standing].Owner, rules.Standings[standing.Standing].Label),
            DecisionExpression decision => rules.Decisions[decision.Decision].Label,
            DecisionLabelExpression decision => rules.Decisions[decision.Decision].Label,
            StepLookupExpression lookup => rules.StepTables[lookup.Table].Label,
            _ => string.Empty,
        }).Where(static name => name.Length > 0);
    }

    private static string NameOf(string? owner, string label) => owner is null ? label : $"{owner}.{label}";

    private static Rational Total(AllocationPlan? plan, AllocationResult? result) =>
        plan is null ? Rational.Zero : result is null ? Rational.Missing : result.Payments.Aggregate(Rational.Zero, static (sum, payment) => sum + payment);

    /// <summary>An allocation that is not there pays nothing.</summary>
    private static Rational Payment(AllocationPlan? plan, AllocationResult? result, int row) =>
        row < 0 ? Rational.Missing : plan is null ? Rational.Zero : result is null ? Rational.Missing : result.Payments[row];
}
