using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// Carries out allocations (配分) in the order that is part of their meaning: 交付要件, every 枠, 激変緩和, 上限 and 下限, 再配分, 残余. All money moves
/// through an <see cref="AllocationLedger"/>, and the certificate it writes is checked by the independent verifier before anything is handed out.
/// </summary>
public static class AllocationRun
{
    /// <summary>Carries out an allocation, or says why not.</summary>
    /// <param name="task">The allocation.</param>
    /// <param name="received">What earlier allocations left to it.</param>
    /// <param name="certify">Whether a certificate is wanted; trial runs need none.</param>
    public static AllocationOutcome CarryOut(AllocationTask task, ImmutableArray<ReceivedSpill> received = default, bool certify = true)
    {
        ArgumentNullException.ThrowIfNull(task);
        var spills = received.IsDefault ? [] : received;
        if (!certify)
        {
            var trial = new TrialRun();
            if (trial.TryCarryOut(task, spills))
            {
                return trial.ToOutcome();
            }
        }

        return CarryOutAsFractions(task, spills, certify);
    }

    /// <summary>The general way: every amount as an exact fraction, with or without a ledger.</summary>
    internal static AllocationOutcome CarryOutAsFractions(AllocationTask task, ImmutableArray<ReceivedSpill> received, bool certify)
    {
        var context = new AllocationContext(task, received, certify);
        context.FindRecipients();
        var budget = context.Scalar(task.Budget, string.Empty);
        ImmutableArray<Rational> budgets = [.. task.Pools.Select(pool => context.Scalar(pool.Budget, pool.Label))];
        if (!context.HasProblems && budgets.Aggregate(Rational.Zero, static (a, b) => a + b) - budget is { Sign: not 0 } difference)
        {
            context.Report(AllocationProblemKind.PoolsDoNotAddUp, string.Empty, value: difference);
        }

        if (context.HasProblems)
        {
            return context.Refuse();
        }

        var outcomes = ImmutableArray.CreateBuilder<PoolPayments>(task.Pools.Length);
        for (var index = 0; index < task.Pools.Length; index++)
        {
            var spilled = Fund(context, task.Pools[index], index, budgets);
            outcomes.Add(new PoolAllocation(context, task.Pools[index]).Run(budgets[index], spilled));
            if (context.HasProblems)
            {
                return context.Refuse();
            }
        }

        var proposed = new WholeAllocation(context).Run();
        return context.HasProblems ? context.Refuse() : context.Close(outcomes.MoveToImmutable(), proposed);
    }

    /// <summary>Puts on the account of a 枠 its budget and its part of what others left.</summary>
    private static Rational Fund(AllocationContext context, PoolTask pool, int index, ImmutableArray<Rational> budgets)
    {
        context.Books.Fund(pool.Label, budgets[index]);
        var total = budgets.Aggregate(Rational.Zero, static (a, b) => a + b);
        var spilled = context.Books.Balance(pool.Label) - budgets[index];
        foreach (var spill in context.Received)
        {
            var part = spill.Pool == index ? spill.Amount
                : spill.Pool >= 0 ? Rational.Zero
                : total.Sign > 0 ? spill.Amount * budgets[index] / total
                : index == 0 ? spill.Amount : Rational.Zero;
            if (part.Sign > 0)
            {
                context.Books.Fund(pool.Label, part, spill.Source);
                spilled += part;
            }
        }

        return spilled;
    }
}
