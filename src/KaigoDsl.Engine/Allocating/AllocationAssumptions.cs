using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>仮定 that an allocation rests on: its own, those of its 枠, 区分 and 条件, and those of the constants, columns and rules it reads directly.</summary>
public static class AllocationAssumptions
{
    /// <summary>The assumptions, each once, in written order.</summary>
    public static ImmutableArray<string> Of(AllocationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (plan, rules) = (result.Plan, result.Rules.Plan);
        return
        [
            .. plan.Assumptions
                .Concat(plan.Pools.SelectMany(pool => pool.Assumptions
                    .Concat(pool.Classes?.Assumptions ?? [])
                    .Concat(pool.Conditions.SelectMany(static condition => condition.Assumptions))))
                .Concat(plan.Gates.SelectMany(gate => rules.Decisions[gate.Decision].Assumptions
                    .Concat(rules.Decisions[gate.Decision].Clauses.SelectMany(static clause => clause.Assumptions))))
                .Concat(Expressions(plan).SelectMany(static expression => expression.SelfAndParts()).SelectMany(part => Read(part, rules)))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ExpressionPlan> Expressions(AllocationPlan plan) =>
        new[] { plan.Budget, plan.Cap, plan.Floor, plan.Transition?.Previous, plan.Transition?.Share, plan.Redistribution?.Weight, plan.Redistribution?.Members }
            .Concat(plan.Pools.SelectMany(static pool => new[] { pool.Budget, pool.Weight, pool.Members, pool.Cap, pool.Floor, pool.Classes?.Measure, pool.Classes?.BudgetMeasure }
                .Concat(pool.Conditions.Select(static condition => condition.Condition))))
            .OfType<ExpressionPlan>();

    private static IEnumerable<string> Read(ExpressionPlan part, RulesPlan rules) => part switch
    {
        ConstantExpression constant => rules.Constants[constant.Constant].Assumptions,
        ColumnExpression column => rules.Columns[column.Column].Assumptions,
        FormulaExpression formula => rules.Formulas[formula.Formula].Assumptions,
        _ => [],
    };
}
