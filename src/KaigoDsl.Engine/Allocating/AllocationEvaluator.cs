using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Carries out an allocation (配分) over evaluated rules. The work is <see cref="AllocationRun"/>'s, as it is that of generated code: here the plan's
/// expressions become the columns it needs.
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

    /// <summary>As above without a certificate, for runs of which only the amounts are looked at: what would be paid under other rules or with other data.</summary>
    /// <param name="plan">The allocation.</param>
    /// <param name="rules">The rules it stands on, evaluated.</param>
    /// <param name="received">What earlier allocations left to it.</param>
    public static AllocationResult Try(AllocationPlan plan, RulesEvaluation rules, ImmutableArray<ReceivedSpill> received)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rules);
        return Evaluate(plan, rules, received, static index => index.ToString(System.Globalization.CultureInfo.InvariantCulture), certify: false);
    }

    internal static AllocationResult Evaluate(
        AllocationPlan plan, RulesEvaluation rules, ImmutableArray<ReceivedSpill> received, Func<int, string> nameOf, bool certify)
    {
        var outcome = AllocationRun.CarryOut(AllocationTasks.Create(plan, rules, nameOf), received, certify);
        return new AllocationResult(plan, rules, outcome.Problems)
        {
            Notes = outcome.Notes,
            IsWhole = outcome.IsWhole,
            Pools =
            [
                .. outcome.Pools.Select((pool, index) => new PoolOutcome(plan.Pools[index], pool.Budget, pool.Received, pool.Amounts, pool.Paid, pool.Classes)
                {
                    ClassBudgets = pool.ClassBudgets,
                }),
            ],
            Proposed = outcome.Proposed,
            Payments = outcome.Payments,
            Received = received,
            Spills = outcome.Spills,
            Certificate = outcome.Certificate,
            CertificateJson = outcome.CertificateJson,
            Verification = outcome.Verification,
        };
    }
}
