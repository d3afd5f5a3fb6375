namespace KaigoDsl.Compiler.Lowering;

/// <summary>Finds the expressions of a plan and their parts.</summary>
public static class PlanExpressions
{
    /// <summary>The expressions of a framework: what its rankings compare and whom they rank, then the conditions of its items.</summary>
    public static IEnumerable<ExpressionPlan> Expressions(this FrameworkPlan plan)
    {
        foreach (var ranking in plan.Rankings)
        {
            yield return ranking.Value;
            if (ranking.Population is { } population)
            {
                yield return population;
            }
        }

        foreach (var item in plan.Items)
        {
            if (item.Expression is { } condition)
            {
                yield return condition;
            }
        }
    }

    /// <summary>The different aggregates over members (管内) that a framework uses, in the order of its expressions.</summary>
    public static IEnumerable<AggregateExpression> Aggregates(this FrameworkPlan plan) =>
        plan.Expressions().SelectMany(SelfAndParts).OfType<AggregateExpression>().Distinct();

    /// <summary>Indexes of the frameworks whose members a framework aggregates, ascending.</summary>
    public static IEnumerable<int> AggregatedFrameworks(this FrameworkPlan plan) =>
        plan.Aggregates().Select(aggregate => aggregate.Framework).Distinct().OrderBy(index => index);

    /// <summary>
    /// An expression and everything inside it, outermost first. The value of an aggregate is left out: it speaks of another entity's columns.
    /// </summary>
    public static IEnumerable<ExpressionPlan> SelfAndParts(this ExpressionPlan expression)
    {
        var open = new Stack<ExpressionPlan>();
        open.Push(expression);
        while (open.Count > 0)
        {
            var part = open.Pop();
            yield return part;
            switch (part)
            {
                case UnaryExpression unary:
                    open.Push(unary.Operand);
                    break;
                case BinaryExpression binary:
                    open.Push(binary.Right);
                    open.Push(binary.Left);
                    break;
                case ConditionalExpression conditional:
                    open.Push(conditional.WhenFalse);
                    open.Push(conditional.WhenTrue);
                    open.Push(conditional.Condition);
                    break;
                case StepLookupExpression lookup:
                    open.Push(lookup.Argument);
                    break;
                case CallExpression call:
                    for (var i = call.Arguments.Count - 1; i >= 0; i--)
                    {
                        open.Push(call.Arguments[i]);
                    }

                    break;
            }
        }
    }
}
