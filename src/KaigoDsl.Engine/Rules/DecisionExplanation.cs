using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Why a decision came out as it did for one row: every clause in order, the values between, the assumptions.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Met">Whether it came out 該当; unknown where it cannot be decided.</param>
/// <param name="Deciding">The clause that decided; <see langword="null"/> where it cannot be decided.</param>
/// <param name="Clauses">Every clause, in order.</param>
/// <param name="Values">The formulas and named values it reads, each after what it reads.</param>
/// <param name="Assumptions">仮定 of the decision, of its clauses, of the values and columns it reads.</param>
public sealed record DecisionExplanation(
    DecisionPlan Decision,
    Truth Met,
    ClausePlan? Deciding,
    ImmutableArray<ClauseExplanation> Clauses,
    ImmutableArray<ValueExplanation> Values,
    ImmutableArray<string> Assumptions)
{
    /// <summary>Explains a decision that was computed.</summary>
    /// <param name="program">The program.</param>
    /// <param name="rules">The rules as computed.</param>
    /// <param name="decision">Index of the decision.</param>
    /// <param name="row">The row.</param>
    public static DecisionExplanation Create(ProgramPlan program, RulesEvaluation rules, int decision, int row)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(rules);
        var plan = rules.Plan.Decisions[decision];
        var dependencies = new RuleDependencies(rules.Plan);
        var read = dependencies.Closure([new DecisionStep(decision)]).ToArray();
        var values = read.OfType<FormulaStep>().Select(step => rules.Plan.Formulas[step.Formula]).ToArray();
        return new DecisionExplanation(
            plan,
            rules.IsMet(decision, row),
            rules.DecidingClause(decision, row),
            [.. TestClauses(program, rules, dependencies, plan, row)],
            [.. values.Select(formula => Value(rules, formula, row))],
            [.. plan.Assumptions
                .Concat(plan.Clauses.SelectMany(static clause => clause.Assumptions))
                .Concat(values.SelectMany(static formula => formula.Assumptions))
                .Concat(plan.Columns.SelectMany(column => rules.Plan.Columns[column].Assumptions))
                .Concat(read.SelectMany(dependencies.ExpressionsOf).SelectMany(static expression => expression.SelfAndParts())
                    .OfType<ConstantExpression>().SelectMany(constant => rules.Plan.Constants[constant.Constant].Assumptions))
                .Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<ClauseExplanation> TestClauses(
        ProgramPlan program, RulesEvaluation rules, RuleDependencies dependencies, DecisionPlan plan, int row)
    {
        var japanese = new ExpressionPrinter(program, rules.Plan, MessageLanguage.Japanese);
        var english = new ExpressionPrinter(program, rules.Plan, MessageLanguage.English);
        var inputs = new InputReader(rules.Plan.Columns, rules.Table, row);
        var deciding = rules.DecidingClause(plan.Index, row);
        var isOver = false;
        foreach (var clause in plan.Clauses)
        {
            var outcome = isOver ? ClauseOutcome.NotReached : rules.ClauseHolds(clause, row) switch
            {
                Truth.True => ReferenceEquals(clause, deciding) ? ClauseOutcome.Decided : ClauseOutcome.Undone,
                Truth.False => ClauseOutcome.Failed,
                _ => ClauseOutcome.Unknown,
            };
            isOver |= outcome is ClauseOutcome.Decided or ClauseOutcome.Undone;
            if (clause.Condition is not { } condition)
            {
                yield return new ClauseExplanation(clause, new LocalizedText(string.Empty, string.Empty), outcome, []);
                continue;
            }

            var through = dependencies.Closure(RuleDependencies.DirectReads(condition)).SelectMany(dependencies.ExpressionsOf);
            yield return new ClauseExplanation(
                clause, new LocalizedText(japanese.Print(condition), english.Print(condition)), outcome, inputs.Read([condition, .. through]));
        }
    }

    private static ValueExplanation Value(RulesEvaluation rules, FormulaPlan formula, int row) => formula.Expression.Type switch
    {
        ExpressionType.Quantity => new ValueExplanation(
            formula,
            formula.UnitFactor == ExactNumber.Zero ? Rational.Missing : rules.Quantity(formula.Index, row) / formula.UnitFactor.ToRational(),
            string.Empty),
        ExpressionType.Truth => new ValueExplanation(formula, Rational.Missing, rules.Truth(formula.Index, row) switch
        {
            Truth.True => "真",
            Truth.False => "偽",
            _ => string.Empty,
        }),
        _ => new ValueExplanation(formula, Rational.Missing, rules.Text(formula.Index, row) ?? string.Empty),
    };
}
