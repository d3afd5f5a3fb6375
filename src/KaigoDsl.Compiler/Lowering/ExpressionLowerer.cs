using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Bound expressions → planned ones: symbols become indexes, types become what runs.</summary>
/// <param name="layout">The framework whose columns, items and slots are meant.</param>
/// <param name="layouts">All frameworks.</param>
/// <param name="slotOf">The slot of a score.</param>
/// <param name="constants">The framework whose constants are meant: that of the text, also inside an aggregate over members.</param>
internal sealed class ExpressionLowerer(FrameworkLayout layout, LayoutSet layouts, Func<BoundScore, int> slotOf, FrameworkLayout constants)
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
        BoundItem item => new ItemExpression(layout.ItemOf(item.Item)),
        BoundScore score => new ScoreExpression(slotOf(score)),
        BoundUnary unary => new UnaryExpression(unary.Operator, Lower(unary.Operand)),
        BoundBinary binary => new BinaryExpression(binary.Operator, Lower(binary.Left), Lower(binary.Right), TypeOf(binary.Type.Kind)),
        BoundConditional c => new ConditionalExpression(Lower(c.Condition), Lower(c.WhenTrue), Lower(c.WhenFalse)),
        BoundCall call => new CallExpression(call.Function, call.Arguments.Select(Lower).ToImmutableArray()),
        BoundAggregate aggregate => LowerAggregate(aggregate),
        _ => throw new InvalidOperationException("A spec with errors must not be lowered."),
    };

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
