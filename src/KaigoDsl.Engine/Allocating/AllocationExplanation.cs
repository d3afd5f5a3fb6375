using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Why a row is paid what it is paid, down to the yen, from the certificate.</summary>
/// <param name="Result">The allocation.</param>
/// <param name="Row">The row.</param>
/// <param name="Gates">交付要件: the decisions and the clauses that decided.</param>
/// <param name="Steps">The way to the payment, in order.</param>
/// <param name="Proposed">案, in 円.</param>
/// <param name="Payment">交付額, in 円.</param>
/// <param name="Assumptions">仮定 that the amount rests on.</param>
public sealed record AllocationExplanation(
    AllocationResult Result,
    int Row,
    ImmutableArray<(DecisionPlan Decision, ClausePlan? Clause)> Gates,
    ImmutableArray<AllocationStep> Steps,
    Rational Proposed,
    Rational Payment,
    ImmutableArray<string> Assumptions)
{
    /// <summary>Explains a row of an allocation that was carried out.</summary>
    /// <exception cref="ArgumentException">The allocation was refused.</exception>
    public static AllocationExplanation Create(AllocationResult result, int row)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, result.Table.Count);
        var certificate = result.Certificate ?? throw new ArgumentException($"`{result.Plan.Name}` was refused.", nameof(result));
        var decisions = result.Rules.Plan.Decisions;
        return new AllocationExplanation(
            result,
            row,
            [.. result.Plan.Gates.Select(gate => (decisions[gate.Decision], result.Rules.DecidingClause(gate.Decision, row)))],
            [.. new StepFinder(result, row).Find(certificate)],
            result.Proposed[row],
            result.Payments[row],
            AllocationAssumptions.Of(result));
    }

    /// <summary>Follows one row through the entries.</summary>
    private sealed class StepFinder(AllocationResult result, int row)
    {
        private readonly string _key = result.Table.Key(row);
        private readonly InputReader _inputs = new(result.Rules.Plan.Columns, result.Table, row);

        public IEnumerable<AllocationStep> Find(ClosingCertificate certificate)
        {
            var held = Rational.Zero;
            foreach (var entry in certificate.Entries)
            {
                if (entry is AdjustmentEntry adjustment && adjustment.Rows.FirstOrDefault(r => r.Key == _key) is { } adjusted)
                {
                    held = adjusted.After;
                    yield return new AllocationStep(entry, null, adjusted, held);
                }
                else if (entry is PoolEntry { ToAccounts: false } pool && pool.Rows.FirstOrDefault(r => r.Key == _key) is { } line)
                {
                    held = (pool.Recall ? Rational.Zero : held) + (line.Withheld ? Rational.Zero : line.Amount);
                    yield return Step(certificate, pool, line, held);
                }
            }
        }

        private AllocationStep Step(ClosingCertificate certificate, PoolEntry entry, PoolRow line, Rational held)
        {
            var plan = entry.Recall || entry.Round > 0 ? null : result.Plan.Pools.FirstOrDefault(pool => pool.Label == entry.Title);
            return new AllocationStep(entry, line, null, held)
            {
                Plan = plan,
                ClassBudgets = entry.SizeClass is null || plan is null
                    ? null
                    : certificate.Entries.OfType<PoolEntry>().FirstOrDefault(other => other.ToAccounts && other.Title == entry.Title),
                Inputs = plan?.Weight is { } weight ? [.. Scores(weight), .. _inputs.Read(weight)] : [],
                Conditions = plan is null
                    ? []
                    : [.. plan.Conditions.Select(condition => (condition, result.Rules.TruthOf(condition.Condition, row)))],
            };
        }

        private IEnumerable<InputExplanation> Scores(ExpressionPlan weight)
        {
            foreach (var slot in weight.SelfAndParts().OfType<ScoreExpression>().Select(static score => score.Slot).Distinct())
            {
                var nodes = result.Rules.Scores?.Plan.Nodes ?? [];
                var path = slot < nodes.Length ? nodes[slot].Path : string.Empty;
                var value = result.Rules.QuantityOf(new ScoreExpression(slot), row);
                yield return new InputExplanation(path.Length == 0 ? "得点" : path + ".得点", null, "点", value, value.ToString());
            }

            foreach (var formula in weight.SelfAndParts().OfType<FormulaExpression>().Where(static f => f.Type == ExpressionType.Quantity).Distinct())
            {
                var plan = result.Rules.Plan.Formulas[formula.Formula];
                var value = result.Rules.Quantity(formula.Formula, row) / plan.UnitFactor.ToRational();
                yield return new InputExplanation(plan.Label, plan.Title, plan.Unit, value, value.ToString());
            }
        }
    }
}
