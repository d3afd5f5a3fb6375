using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Carries out an allocation (配分) in the order its plan gives: 交付要件, every 枠, 激変緩和, 上限 and 下限, 再配分, 残余. All money moves through an
/// <see cref="AllocationLedger"/>, and the certificate it writes is checked by the independent verifier before anything is handed out.
/// </summary>
public static class AllocationEvaluator
{
    /// <summary>Carries out one allocation.</summary>
    /// <param name="plan">The allocation.</param>
    /// <param name="rules">The rules it stands on, evaluated.</param>
    /// <param name="received">What earlier allocations left to it.</param>
    /// <param name="nameOf">Names of other allocations by index, for residues that go there.</param>
    public static AllocationResult Evaluate(
        AllocationPlan plan, RulesEvaluation rules, ImmutableArray<ReceivedSpill> received = default, Func<int, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rules);
        return Evaluate(plan, rules, received.IsDefault ? [] : received, nameOf ?? (static index => index.ToString(System.Globalization.CultureInfo.InvariantCulture)), certify: true);
    }

    /// <summary>As above; trial runs, of which only the payments are looked at, need no certificate.</summary>
    internal static AllocationResult Evaluate(
        AllocationPlan plan, RulesEvaluation rules, ImmutableArray<ReceivedSpill> received, Func<int, string> nameOf, bool certify)
    {
        var context = new AllocationContext(plan, rules, received);
        context.FindRecipients();
        var budget = context.Scalar(plan.Budget, string.Empty);
        ImmutableArray<Rational> budgets = [.. plan.Pools.Select(pool => context.Scalar(pool.Budget, pool.Label))];
        if (!context.HasProblems && budgets.Aggregate(Rational.Zero, static (a, b) => a + b) - budget is { Sign: not 0 } difference)
        {
            context.Report(AllocationProblemKind.PoolsDoNotAddUp, string.Empty, value: difference);
        }

        if (context.HasProblems)
        {
            return context.Refuse();
        }

        var outcomes = ImmutableArray.CreateBuilder<PoolOutcome>(plan.Pools.Length);
        foreach (var (pool, index) in plan.Pools.Select(static (pool, index) => (pool, index)))
        {
            var spilled = Fund(context, pool, index, budgets);
            outcomes.Add(new PoolAllocation(context, pool).Run(budgets[index], spilled));
            if (context.HasProblems)
            {
                return context.Refuse();
            }
        }

        var whole = new WholeAllocation(context);
        var proposed = whole.Run();
        return context.HasProblems ? context.Refuse() : context.Close(outcomes.MoveToImmutable(), proposed, nameOf, certify);
    }

    /// <summary>Puts on the account of a 枠 its budget and its part of what others left.</summary>
    private static Rational Fund(AllocationContext context, PoolPlan pool, int index, ImmutableArray<Rational> budgets)
    {
        context.Ledger.Fund(pool.Label, budgets[index]);
        var total = budgets.Aggregate(Rational.Zero, static (a, b) => a + b);
        var spilled = context.Ledger.Balance(pool.Label) - budgets[index];
        foreach (var spill in context.Received)
        {
            var part = spill.Pool == index ? spill.Amount
                : spill.Pool >= 0 ? Rational.Zero
                : total.Sign > 0 ? spill.Amount * budgets[index] / total
                : index == 0 ? spill.Amount : Rational.Zero;
            if (part.Sign > 0)
            {
                context.Ledger.Fund(pool.Label, part, spill.Source);
                spilled += part;
            }
        }

        return spilled;
    }
}
