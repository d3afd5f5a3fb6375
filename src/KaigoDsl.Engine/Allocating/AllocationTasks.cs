using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Plan of an allocation → what <see cref="AllocationRun"/> carries out: expressions are evaluated when they are needed, once.</summary>
internal static class AllocationTasks
{
    public static AllocationTask Create(AllocationPlan plan, RulesEvaluation rules, Func<int, string> nameOf) => new()
    {
        Name = plan.Name,
        Keys = rules.Table.Schema.KeyColumn is >= 0 and var key
            ? AllocationKeys.Of(rules.Table.Texts(key))
            : AllocationKeys.Of([.. Enumerable.Repeat(string.Empty, rules.Table.Count)]),
        MissingColumns = [.. plan.Columns.Where(rules.Table.IsAbsent).Select(column => rules.Table.Schema.Columns[column].Name)],
        Budget = Amount(plan.Budget, rules),
        Gates =
        [
            .. plan.Gates.Select(gate => new GateTask(
                rules.Plan.Decisions[gate.Decision].Label,
                gate.Effect == GateEffect.LeaveBase,
                new Lazy<TruthRows>(() => rules.TruthRowsOf(new DecisionExpression(gate.Decision))))),
        ],
        Pools = [.. plan.Pools.Select(pool => Pool(pool, rules, nameOf))],
        Transition = plan.Transition is { } transition
            ? new TransitionTask(new Lazy<QuantityRows>(() => rules.RowsOf(transition.Previous)), Amount(transition.Share, rules), transition.Normalised)
            : null,
        TotalRounding = AllocationRoundings.Of(plan.Roundings, RoundingTarget.Total),
        Rounding = AllocationRoundings.OfWhole(plan),
        Cap = Quantities(plan.Cap, rules),
        Floor = Quantities(plan.Floor, rules),
        Redistribution = Redistribution(plan.Redistribution, rules),
        Residue = Residue(plan.Residue, rules, nameOf) ?? ResidueTask.Report,
    };

    private static PoolTask Pool(PoolPlan pool, RulesEvaluation rules, Func<int, string> nameOf) => new()
    {
        Label = pool.Label,
        Budget = Amount(pool.Budget, rules),
        IsWithheld = pool.Rule == PoolRule.Withheld,
        Weight = pool.Rule == PoolRule.Proportional ? Quantities(pool.Weight, rules) ?? throw new ArgumentException($"`{pool.Label}` has no weight.") : null,
        Conditions = [.. pool.Conditions.Select(condition => new ConditionTask(condition.Label, new Lazy<TruthRows>(() => rules.TruthRowsOf(condition.Condition))))],
        Classes = pool.Classes is { } classes
            ? new SizeClassesTask(
                new Lazy<QuantityRows>(() => rules.RowsOf(classes.Measure)),
                [.. classes.Classes.Select(c => new SizeClassTask(c.Label, c.Below?.ToRational(), c.Budget is { } budget ? Amount(budget, rules) : null))],
                Quantities(classes.BudgetMeasure, rules))
            : null,
        Members = Truths(pool.Members, rules),
        Cap = Quantities(pool.Cap, rules),
        Floor = Quantities(pool.Floor, rules),
        Redistribution = Redistribution(pool.Redistribution, rules),
        Rounding = AllocationRoundings.Of(pool.Roundings, RoundingTarget.Amount),
        ShareRounding = AllocationRoundings.Of(pool.Roundings, RoundingTarget.Share),
        ClassRounding = AllocationRoundings.Of(pool.Roundings, RoundingTarget.ClassBudget),
        Residue = Residue(pool.Residue, rules, nameOf),
    };

    private static RedistributionTask? Redistribution(RedistributionPlan? plan, RulesEvaluation rules) =>
        plan is null ? null : new RedistributionTask(Quantities(plan.Weight, rules), plan.Rounds, Truths(plan.Members, rules));

    private static ResidueTask? Residue(ResiduePlan? plan, RulesEvaluation rules, Func<int, string> nameOf) => plan is null ? null : new ResidueTask(plan.Kind switch
    {
        ResidueKind.LargestRemainder => ResidueEnd.LargestRemainder,
        ResidueKind.CarryForward => ResidueEnd.CarryForward,
        ResidueKind.Recipients => ResidueEnd.Recipients,
        ResidueKind.SpillOver => ResidueEnd.SpillOver,
        _ => ResidueEnd.Report,
    })
    {
        Key = Quantities(plan.Key, rules),
        KeyOrder = plan.KeyDirection == Compiler.Lowering.RankDirection.HighestFirst ? TieOrder.Descending : TieOrder.Ascending,
        Recipients = [.. plan.Recipients],
        Allocation = plan.Allocation,
        AllocationName = plan.Allocation >= 0 ? nameOf(plan.Allocation) : string.Empty,
        Pool = plan.Pool,
    };

    private static Lazy<Rational> Amount(ExpressionPlan expression, RulesEvaluation rules) => new(() => rules.QuantityOf(expression, 0));

    private static Lazy<QuantityRows>? Quantities(ExpressionPlan? expression, RulesEvaluation rules) =>
        expression is null ? null : new Lazy<QuantityRows>(() => rules.RowsOf(expression));

    private static Lazy<TruthRows>? Truths(ExpressionPlan? expression, RulesEvaluation rules) =>
        expression is null ? null : new Lazy<TruthRows>(() => rules.TruthRowsOf(expression));
}
