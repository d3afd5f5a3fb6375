namespace KaigoDsl.Compiler.Lowering;

/// <summary>Finds the expressions of rules and allocations, and what they reach through other rules.</summary>
public static class RuleExpressions
{
    /// <summary>The expressions of rules: formulas, standings, decisions.</summary>
    public static IEnumerable<ExpressionPlan> Expressions(this RulesPlan plan) => plan.Formulas.Select(formula => formula.Expression)
        .Concat(plan.Standings.SelectMany(Expressions))
        .Concat(plan.Decisions.SelectMany(Expressions));

    /// <summary>The expressions of a standing.</summary>
    public static IEnumerable<ExpressionPlan> Expressions(this StandingPlan plan) => Given(plan.Value, plan.Population);

    /// <summary>The conditions of a decision.</summary>
    public static IEnumerable<ExpressionPlan> Expressions(this DecisionPlan plan) => plan.Clauses.SelectMany(clause => Given(clause.Condition));

    /// <summary>The expressions of an allocation and its 枠; what its 交付要件 read is not among them.</summary>
    public static IEnumerable<ExpressionPlan> Expressions(this AllocationPlan plan) =>
        Given(plan.Budget, plan.Transition?.Previous, plan.Transition?.Share, plan.Cap, plan.Floor, plan.Redistribution?.Weight, plan.Redistribution?.Members, plan.Residue.Key)
            .Concat(plan.Pools.SelectMany(Expressions));

    /// <summary>The expressions of a 枠.</summary>
    public static IEnumerable<ExpressionPlan> Expressions(this PoolPlan plan) =>
        Given(plan.Budget, plan.Members, plan.Classes?.Measure, plan.Classes?.BudgetMeasure, plan.Weight, plan.Cap, plan.Floor, plan.Redistribution?.Weight, plan.Redistribution?.Members, plan.Residue?.Key)
            .Concat(plan.Conditions.Select(condition => condition.Condition))
            .Concat((plan.Classes?.Classes ?? []).SelectMany(sizeClass => Given(sizeClass.Budget)));

    /// <summary>Everything that expressions consist of, and the parts of the rules they speak of, directly or through other rules.</summary>
    public static IEnumerable<ExpressionPlan> Reach(this RulesPlan rules, IEnumerable<ExpressionPlan> expressions)
    {
        var open = new Stack<ExpressionPlan>(expressions);
        var seen = new HashSet<(char Kind, int Index)>();
        while (open.Count > 0)
        {
            foreach (var part in open.Pop().SelfAndParts())
            {
                yield return part;
                var next = part switch
                {
                    FormulaExpression formula when seen.Add(('f', formula.Formula)) => Given(rules.Formulas[formula.Formula].Expression),
                    DecisionExpression decision when seen.Add(('d', decision.Decision)) => rules.Decisions[decision.Decision].Expressions(),
                    DecisionLabelExpression decision when seen.Add(('d', decision.Decision)) => rules.Decisions[decision.Decision].Expressions(),
                    StandingExpression standing when seen.Add(('s', standing.Standing)) => rules.Standings[standing.Standing].Expressions(),
                    RankedCountExpression standing when seen.Add(('s', standing.Standing)) => rules.Standings[standing.Standing].Expressions(),
                    _ => [],
                };
                foreach (var expression in next)
                {
                    open.Push(expression);
                }
            }
        }
    }

    private static IEnumerable<ExpressionPlan> Given(params ExpressionPlan?[] expressions) => expressions.OfType<ExpressionPlan>();
}
