using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>An expression whose names are resolved and whose type is known.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Location">Where it is written.</param>
public abstract record BoundExpression(ValueType Type, TextLocation Location);

/// <summary>Stands for an expression with an error that is already reported.</summary>
public sealed record BoundError(TextLocation Location) : BoundExpression(ValueType.Error, Location);

/// <summary>A number in base units; also a fiscal year or a date.</summary>
public sealed record BoundNumber(ExactNumber Value, ValueType Type, TextLocation Location) : BoundExpression(Type, Location);

/// <summary>真 or 偽.</summary>
public sealed record BoundTruth(bool Value, TextLocation Location) : BoundExpression(ValueType.Truth, Location);

/// <summary>A text or a member of a 種別.</summary>
public sealed record BoundText(string Value, ValueType Type, TextLocation Location) : BoundExpression(Type, Location);

/// <summary>An attribute or an input.</summary>
public sealed record BoundColumn(ColumnSymbol Column, TextLocation Location) : BoundExpression(Column.Type, Location);

/// <summary>A constant.</summary>
public sealed record BoundConstant(ConstantSymbol Constant, TextLocation Location) : BoundExpression(Constant.Type, Location);

/// <summary>Whether an item is met.</summary>
public sealed record BoundItem(NodeSymbol Item, TextLocation Location) : BoundExpression(ValueType.Truth, Location);

/// <summary>The points of a node, perhaps without one indicator's.</summary>
public sealed record BoundScore(NodeSymbol Node, NodeSymbol? Excluding, TextLocation Location) : BoundExpression(ValueType.Points, Location);

/// <summary>A prefix operator.</summary>
public sealed record BoundUnary(UnaryOperator Operator, BoundExpression Operand, TextLocation Location)
    : BoundExpression(Operand.Type, Location);

/// <summary>A binary operator.</summary>
public sealed record BoundBinary(BinaryOperator Operator, BoundExpression Left, BoundExpression Right, ValueType Type, TextLocation Location)
    : BoundExpression(Type, Location);

/// <summary>ならば … でなければ ….</summary>
public sealed record BoundConditional(BoundExpression Condition, BoundExpression WhenTrue, BoundExpression WhenFalse, TextLocation Location)
    : BoundExpression(WhenTrue.Type, Location);

/// <summary>最小(…), 最大(…).</summary>
public sealed record BoundCall(IntrinsicFunction Function, EquatableArray<BoundExpression> Arguments, ValueType Type, TextLocation Location)
    : BoundExpression(Type, Location);

/// <summary>An aggregate over the members of another entity (管内).</summary>
/// <param name="Function">What to compute.</param>
/// <param name="Framework">The members' framework of the same year.</param>
/// <param name="Link">The members' reference to this entity.</param>
/// <param name="Value">The members' value.</param>
/// <param name="Type">Its type.</param>
/// <param name="Location">Where it is written.</param>
public sealed record BoundAggregate(
    AggregateFunction Function, FrameworkSymbol Framework, ColumnSymbol Link, BoundExpression Value, ValueType Type, TextLocation Location)
    : BoundExpression(Type, Location);

/// <summary>The value of a formula.</summary>
public sealed record BoundFormula(FormulaSymbol Formula, TextLocation Location) : BoundExpression(Formula.Type, Location);

/// <summary>Whether a decision came out 該当.</summary>
public sealed record BoundDecision(DecisionSymbol Decision, TextLocation Location) : BoundExpression(ValueType.Truth, Location);

/// <summary>The label of the clause that decided.</summary>
public sealed record BoundDecisionLabel(DecisionSymbol Decision, TextLocation Location) : BoundExpression(ValueType.Text, Location);

/// <summary>A standing in 位.</summary>
public sealed record BoundStanding(StandingSymbol Standing, bool FromWorst, TextLocation Location)
    : BoundExpression(ValueType.Quantity(Dimension.Of("位")), Location);

/// <summary>How many rows a standing ranks, in 位.</summary>
public sealed record BoundRankedCount(StandingSymbol Standing, TextLocation Location)
    : BoundExpression(ValueType.Quantity(Dimension.Of("位")), Location);

/// <summary>The value of a step table.</summary>
public sealed record BoundStepLookup(StepTableSymbol Table, BoundExpression Argument, TextLocation Location)
    : BoundExpression(Table.Result, Location);
