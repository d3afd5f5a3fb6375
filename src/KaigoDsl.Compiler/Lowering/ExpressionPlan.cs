using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// A typed expression, ready to run over the rows of one entity table. Quantities are exact rationals in base units with
/// 欠測 (missing) as an absorbing value; division by zero gives missing. Truth is three-valued (Kleene): a comparison with
/// a missing side is unknown, and only <c>true</c> scores.
/// </summary>
/// <param name="Type">What it evaluates to.</param>
public abstract record ExpressionPlan(ExpressionType Type);

/// <summary>A number in base units.</summary>
public sealed record NumberExpression(ExactNumber Value) : ExpressionPlan(ExpressionType.Quantity);

/// <summary>真 or 偽.</summary>
public sealed record TruthExpression(bool Value) : ExpressionPlan(ExpressionType.Truth);

/// <summary>A text, or the name of an enumeration member.</summary>
public sealed record TextExpression(string Value) : ExpressionPlan(ExpressionType.Text);

/// <summary>A constant (定数) that may be overridden at run time; <see cref="FrameworkPlan.Constants"/> has its default.</summary>
/// <param name="Constant">Index into <see cref="FrameworkPlan.Constants"/>.</param>
public sealed record ConstantExpression(int Constant) : ExpressionPlan(ExpressionType.Quantity);

/// <summary>The cell of a column: an attribute or an input.</summary>
/// <param name="Column">Index into <see cref="FrameworkPlan.Columns"/>.</param>
/// <param name="Type">Quantity for numbers, years and dates (as yyyymmdd); Truth for 真偽; Text for texts, references and enumerations.</param>
public sealed record ColumnExpression(int Column, ExpressionType Type) : ExpressionPlan(Type);

/// <summary>Whether an item is met (該当), before any 高い方 choice. 未報告 is unknown; 非該当 and 未実施 are false.</summary>
/// <param name="Item">Index into <see cref="FrameworkPlan.Items"/>.</param>
public sealed record ItemExpression(int Item) : ExpressionPlan(ExpressionType.Truth);

/// <summary>The points in a score slot, as a quantity in 点; missing where the score is unknown.</summary>
/// <param name="Slot">Index of a score slot, see <see cref="FrameworkPlan.SlotCount"/>.</param>
public sealed record ScoreExpression(int Slot) : ExpressionPlan(ExpressionType.Quantity);

/// <summary>A prefix operator: negation of a quantity or of a truth value.</summary>
public sealed record UnaryExpression(UnaryOperator Operator, ExpressionPlan Operand) : ExpressionPlan(Operand.Type);

/// <summary>A binary operator.</summary>
public sealed record BinaryExpression(BinaryOperator Operator, ExpressionPlan Left, ExpressionPlan Right, ExpressionType Type)
    : ExpressionPlan(Type);

/// <summary>ならば … でなければ …: when the condition is true the first branch, when false the second, when unknown missing/unknown.</summary>
public sealed record ConditionalExpression(ExpressionPlan Condition, ExpressionPlan WhenTrue, ExpressionPlan WhenFalse)
    : ExpressionPlan(WhenTrue.Type);

/// <summary>最小(…) or 最大(…): missing if any argument is missing.</summary>
public sealed record CallExpression(IntrinsicFunction Function, EquatableArray<ExpressionPlan> Arguments)
    : ExpressionPlan(ExpressionType.Quantity);

/// <summary>
/// 管内.市町村.… の平均 and its kin: an aggregate over the rows of another entity's table that belong to this row.
/// Missing values are left out; an aggregate of nothing is missing. Only 件数 is then zero, and 合計 where there are no members at all:
/// members without one known value have no known sum.
/// </summary>
/// <param name="Function">What to compute.</param>
/// <param name="Framework">Index of the member entity's framework in <see cref="ProgramPlan.Frameworks"/>, evaluated earlier.</param>
/// <param name="LinkColumn">The member table's reference column that names this row's key.</param>
/// <param name="Value">The member's value, over the member framework's columns, items and slots; its constants are those of the framework that aggregates.</param>
public sealed record AggregateExpression(AggregateFunction Function, int Framework, int LinkColumn, ExpressionPlan Value)
    : ExpressionPlan(ExpressionType.Quantity);

/// <summary>The value of a formula in this row. Only in the expressions of rules and allocations, like the four below.</summary>
/// <param name="Formula">Index into <see cref="RulesPlan.Formulas"/>.</param>
/// <param name="Type">Its type.</param>
public sealed record FormulaExpression(int Formula, ExpressionType Type) : ExpressionPlan(Type);

/// <summary>Whether a decision came out 該当; unknown where it cannot be decided.</summary>
/// <param name="Decision">Index into <see cref="RulesPlan.Decisions"/>.</param>
public sealed record DecisionExpression(int Decision) : ExpressionPlan(ExpressionType.Truth);

/// <summary>The label of the clause that decided; missing where it cannot be decided.</summary>
/// <param name="Decision">Index into <see cref="RulesPlan.Decisions"/>.</param>
public sealed record DecisionLabelExpression(int Decision) : ExpressionPlan(ExpressionType.Text);

/// <summary>The standing of this row in 位: 1 + the number of ranked rows strictly better (or, counted from the worst end, strictly worse); missing when it is not ranked.</summary>
/// <param name="Standing">Index into <see cref="RulesPlan.Standings"/>.</param>
/// <param name="FromWorst">下位: counted from the other end.</param>
public sealed record StandingExpression(int Standing, bool FromWorst) : ExpressionPlan(ExpressionType.Quantity);

/// <summary>N of a standing: how many rows are ranked, in 位, the same for every row. 上位3割 is standing ≤ 3割 × N.</summary>
/// <param name="Standing">Index into <see cref="RulesPlan.Standings"/>.</param>
public sealed record RankedCountExpression(int Standing) : ExpressionPlan(ExpressionType.Quantity);

/// <summary>The value of a step table for an argument; missing for a missing argument.</summary>
/// <param name="Table">Index into <see cref="RulesPlan.StepTables"/>.</param>
/// <param name="Argument">A quantity in the dimension of the table's boundaries.</param>
public sealed record StepLookupExpression(int Table, ExpressionPlan Argument) : ExpressionPlan(ExpressionType.Quantity);
