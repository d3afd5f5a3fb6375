using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>Which rules read which, and which read scores.</summary>
public sealed class RuleDependencies
{
    private readonly RulesPlan _plan;
    private readonly Dictionary<RuleStepPlan, HashSet<RuleStepPlan>> _reads = [];
    private readonly HashSet<RuleStepPlan> _scored = [];

    /// <summary>Reads the dependencies off a plan.</summary>
    public RuleDependencies(RulesPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        foreach (var step in plan.Steps)
        {
            // Steps come after what they read, so one pass closes the relation.
            var expressions = ExpressionsOf(step).ToArray();
            var reads = new HashSet<RuleStepPlan>();
            foreach (var direct in expressions.SelectMany(DirectReads))
            {
                reads.Add(direct);
                reads.UnionWith(_reads[direct]);
            }

            _reads.Add(step, reads);
            if (reads.Overlaps(_scored) || expressions.Any(ReadsFramework))
            {
                _scored.Add(step);
            }
        }
    }

    /// <summary>Everything that some rules and expressions need, themselves included, in evaluation order.</summary>
    public IEnumerable<RuleStepPlan> Closure(IEnumerable<RuleStepPlan> steps)
    {
        var wanted = new HashSet<RuleStepPlan>();
        foreach (var step in steps)
        {
            wanted.Add(step);
            wanted.UnionWith(_reads[step]);
        }

        return _plan.Steps.Where(wanted.Contains);
    }

    /// <summary>Whether a rule reads points, results of items or members of other frameworks, directly or through others.</summary>
    public bool ReadsScores(RuleStepPlan step) => _scored.Contains(step);

    /// <summary>Whether an expression does.</summary>
    public bool ReadsScores(ExpressionPlan expression) => ReadsFramework(expression) || DirectReads(expression).Any(ReadsScores);

    /// <summary>The rules an expression names.</summary>
    public static IEnumerable<RuleStepPlan> DirectReads(ExpressionPlan expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        foreach (var part in expression.SelfAndParts())
        {
            RuleStepPlan? step = part switch
            {
                FormulaExpression formula => new FormulaStep(formula.Formula),
                StandingExpression standing => new StandingStep(standing.Standing),
                RankedCountExpression count => new StandingStep(count.Standing),
                DecisionExpression decision => new DecisionStep(decision.Decision),
                DecisionLabelExpression decision => new DecisionStep(decision.Decision),
                _ => null,
            };
            if (step is not null)
            {
                yield return step;
            }
        }
    }

    /// <summary>The expressions of a rule.</summary>
    public IEnumerable<ExpressionPlan> ExpressionsOf(RuleStepPlan step)
    {
        switch (step)
        {
            case FormulaStep formula:
                return [_plan.Formulas[formula.Formula].Expression];
            case StandingStep standing:
                var ranking = _plan.Standings[standing.Standing];
                return ranking.Population is { } population ? [ranking.Value, population] : [ranking.Value];
            case DecisionStep decision:
                return _plan.Decisions[decision.Decision].Clauses.Select(clause => clause.Condition).OfType<ExpressionPlan>();
            default:
                throw new ArgumentException($"{step?.GetType().Name} is not a step this engine knows.", nameof(step));
        }
    }

    private static bool ReadsFramework(ExpressionPlan expression) =>
        expression.SelfAndParts().Any(static part => part is ScoreExpression or ItemExpression or AggregateExpression);
}
