using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact.Attribution;
using LoweredKind = KaigoDsl.Compiler.Lowering.ColumnKind;
using LoweredType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>A small plan of rules and its table for one world: what expressions read stands in the table as columns, and the engine runs it like any other.</summary>
internal sealed class WorldRules
{
    private readonly RulesBetween _rules;
    private readonly FactorSet _world;
    private readonly List<ColumnPlan> _plans = [];
    private readonly List<TableColumn> _columns = [];
    private readonly List<ConstantPlan> _constants = [];
    private readonly List<StepTablePlan> _steps = [];
    private readonly List<DecisionPlan> _decisions = [];

    public WorldRules(RulesBetween rules, FactorSet world)
    {
        (_rules, _world) = (rules, world);
        if (rules.Keys(world) is { } keys)
        {
            Add(LoweredKind.Key, LoweredType.Text, keys);
        }
    }

    private int Count => _rules.Columns.RowsIn(_world).Old.Length;

    /// <summary>An expression of one side as one column of this table.</summary>
    public ColumnExpression Column(Side side, ExpressionPlan expression)
    {
        var values = _rules.Values(_world, side, expression);
        return new ColumnExpression(Add(LoweredKind.Attribute, TypeOf(expression.Type), values), expression.Type);
    }

    /// <summary>An expression made of numbers and constants.</summary>
    public ExpressionPlan Rewrite(Side side, ExpressionPlan expression) => expression switch
    {
        NumberExpression or TruthExpression or TextExpression => expression,
        ConstantExpression constant => new ConstantExpression(Add(_constants, _rules.Constant(_world, side, constant.Constant))),
        StepLookupExpression lookup => new StepLookupExpression(Add(_steps, _rules.StepTable(_world, side, lookup.Table)), Rewrite(side, lookup.Argument)),
        UnaryExpression or BinaryExpression or ConditionalExpression or CallExpression => MixedPlan.Inside(expression, part => Rewrite(side, part)),
        _ => Column(side, expression),
    };

    /// <summary>A decision that is 該当 where a column of truths is true, and undecided where it is unknown; its index.</summary>
    public int Gate(string label, ExpressionPlan isMet) => Add(_decisions, NewDecision(label, [NewClause(string.Empty, true, isMet), NewClause(string.Empty, false, null)]));

    /// <summary>The values of an expression of one side, by row.</summary>
    public TableColumn Values(Side side, ExpressionPlan expression)
    {
        var rewritten = Rewrite(side, expression);
        var evaluation = Run(ToPlan());
        return expression.Type switch
        {
            ExpressionType.Quantity => evaluation.RowsOf(rewritten).ToColumn(),
            ExpressionType.Truth => TruthColumn.FromValues(evaluation.TruthRowsOf(rewritten).Values),
            _ => TextColumn.FromValues(PerRow(row => evaluation.TextOf(rewritten, row))),
        };
    }

    /// <summary>A ranking of one side.</summary>
    public StandingRows Standing(Side side, StandingPlan standing)
    {
        var plan = standing with
        {
            Index = 0,
            Value = Rewrite(side, standing.Value),
            Population = standing.Population is null ? null : Rewrite(side, standing.Population),
        };
        return Run(ToPlan() with { Standings = ImmutableArray.Create(plan), Steps = Step(new StandingStep(0)) }).Standing(0);
    }

    /// <summary>A decision of one side, with index 0.</summary>
    public RulesEvaluation Decision(Side side, DecisionPlan decision)
    {
        Add(_decisions, NewDecision(
            decision.Label, [.. decision.Clauses.Select(clause => NewClause(clause.Label, clause.Met, clause.Condition is null ? null : Rewrite(side, clause.Condition)))]));
        return Run(ToPlan());
    }

    /// <summary>Runs the decisions made so far, for an allocation that stands on them.</summary>
    public RulesEvaluation Evaluate() => Run(ToPlan());

    private static LoweredType TypeOf(ExpressionType type) => type switch
    {
        ExpressionType.Quantity => LoweredType.Quantity,
        ExpressionType.Truth => LoweredType.Truth,
        _ => LoweredType.Text,
    };

    private static EquatableArray<RuleStepPlan> Step(RuleStepPlan step) => ImmutableArray.Create(step);

    private static ClausePlan NewClause(string label, bool met, ExpressionPlan? condition) =>
        new(label, string.Empty, null, met, condition, string.Empty, EquatableArray<string>.Empty, PlanLocation.None);

    private DecisionPlan NewDecision(string label, ImmutableArray<ClausePlan> clauses) => new(
        _decisions.Count, label, string.Empty, null, clauses, EquatableArray<int>.Empty, null, EquatableArray<string>.Empty, null, PlanLocation.None);

    private static int Add<T>(List<T> list, T value)
    {
        list.Add(value);
        return list.Count - 1;
    }

    private int Add(LoweredKind kind, LoweredType type, TableColumn column)
    {
        // One column that several parts read stands in the table once.
        var known = _columns.FindIndex(other => ReferenceEquals(other, column));
        if (known >= 0 && _plans[known].Kind == kind)
        {
            return known;
        }

        var index = Add(_columns, column);
        _plans.Add(new ColumnPlan(
            index, kind, type, FormattableString.Invariant($"c{index}"), string.Empty, EquatableArray<string>.Empty, false, string.Empty, ExactNumber.One,
            EquatableArray<string>.Empty, string.Empty, 0, -1, null, EquatableArray<string>.Empty));
        return index;
    }

    private T[] PerRow<T>(Func<int, T> value)
    {
        var values = new T[Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = value(row);
        }

        return values;
    }

    private RulesEvaluation Run(RulesPlan plan) => _rules.Evaluate(plan, Count, [.. _columns]);

    private RulesPlan ToPlan() => new()
    {
        Entity = string.Empty,
        EntityIdentifier = string.Empty,
        Framework = -1,
        Columns = _plans.ToImmutableArray(),
        Constants = _constants.ToImmutableArray(),
        Formulas = EquatableArray<FormulaPlan>.Empty,
        Standings = EquatableArray<StandingPlan>.Empty,
        Decisions = _decisions.ToImmutableArray(),
        StepTables = _steps.Select(static (table, i) => table with { Index = i }).ToImmutableArray(),
        Steps = _decisions.Select(static decision => (RuleStepPlan)new DecisionStep(decision.Index)).ToImmutableArray(),
        Location = PlanLocation.None,
    };
}
