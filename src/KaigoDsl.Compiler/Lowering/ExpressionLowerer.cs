using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Bound expressions → planned ones: symbols become indexes, types become what runs.</summary>
/// <param name="layout">The table whose columns are meant, and the framework whose items and slots.</param>
/// <param name="layouts">All frameworks.</param>
/// <param name="slotOf">The slot of a score.</param>
/// <param name="constants">The table whose constants are meant: that of the text, also inside an aggregate over members.</param>
/// <param name="rules">The rules whose formulas and decisions are meant; <see langword="null"/> where there are none to speak of.</param>
internal sealed class ExpressionLowerer(
    ColumnLayout layout, LayoutSet layouts, Func<BoundScore, int> slotOf, ColumnLayout constants, RulesLayout? rules = null)
{
    public ExpressionLowerer(FrameworkLayout layout, LayoutSet layouts, Func<BoundScore, int> slotOf)
        : this(layout, layouts, slotOf, layout)
    {
    }

    public ExpressionPlan Lower(BoundExpression expression) => expression switch
    {
        BoundNumber number => new NumberExpression(number.Value),
        BoundTruth truth => new TruthExpression(truth.Value),
        BoundText text => new TextExpression(text.Value),
        BoundColumn column => new ColumnExpression(layout.ColumnOf(column.Column), TypeOf(column.Type.Kind)),
        BoundConstant constant => new ConstantExpression(constants.ConstantOf(constant.Constant)),
        BoundItem item when layout is FrameworkLayout framework => new ItemExpression(framework.ItemOf(item.Item)),
        BoundScore score => new ScoreExpression(slotOf(score)),
        BoundUnary unary => new UnaryExpression(unary.Operator, Lower(unary.Operand)),
        BoundBinary binary => new BinaryExpression(binary.Operator, Lower(binary.Left), Lower(binary.Right), TypeOf(binary.Type.Kind)),
        BoundConditional c => new ConditionalExpression(Lower(c.Condition), Lower(c.WhenTrue), Lower(c.WhenFalse)),
        BoundCall call => new CallExpression(call.Function, call.Arguments.Select(Lower).ToImmutableArray()),
        BoundAggregate aggregate => LowerAggregate(aggregate),
        _ when rules is not null => LowerRule(expression, rules),
        _ => throw Unsound(),
    };

    private ExpressionPlan LowerRule(BoundExpression expression, RulesLayout places) => expression switch
    {
        BoundFormula formula => new FormulaExpression(places.FormulaOf(formula.Formula), TypeOf(formula.Type.Kind)),
        BoundDecision decision => new DecisionExpression(places.DecisionOf(decision.Decision)),
        BoundDecisionLabel decision => new DecisionLabelExpression(places.DecisionOf(decision.Decision)),
        BoundStanding standing => new StandingExpression(places.StandingOf(standing.Standing), standing.FromWorst),
        BoundRankedCount count => new RankedCountExpression(places.StandingOf(count.Standing)),
        BoundStepLookup lookup => new StepLookupExpression(places.StepTableOf(lookup.Table), Lower(lookup.Argument)),
        _ => throw Unsound(),
    };

    private static InvalidOperationException Unsound() => new("A spec with errors must not be lowered.");

    private AggregateExpression LowerAggregate(BoundAggregate aggregate)
    {
        var members = layouts.Of(aggregate.Framework);
        var inner = new ExpressionLowerer(members, layouts, score => members.NodeOf(score.Node), constants);
        return new AggregateExpression(
            aggregate.Function, layouts.IndexOf(aggregate.Framework), members.ColumnOf(aggregate.Link), inner.Lower(aggregate.Value));
    }

    private static ExpressionType TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Truth => ExpressionType.Truth,
        ValueKind.Text or ValueKind.Enumeration or ValueKind.Reference => ExpressionType.Text,
        _ => ExpressionType.Quantity,
    };
}
