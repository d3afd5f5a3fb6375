using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// Prints expressions of rules and allocations over whole columns, as they would be written for one row: <c>(得点 * 第1号被保険者数)</c>. Not everything has an
/// operation on columns (texts, step tables, roundings); what has none is printed row by row by <see cref="RuleExpressionPrinter"/>.
/// </summary>
/// <param name="layout">The rules.</param>
/// <param name="locals">The locals of the method, which stand for whole columns.</param>
/// <param name="literals">The numbers of the class.</param>
internal sealed class WholeColumnPrinter(RulesLayout layout, RuleLocals locals, LiteralPool literals)
{
    private const string Quantities = "global::KaigoDsl.Runtime.QuantityRows";
    private const string Truths = "global::KaigoDsl.Runtime.TruthRows";
    private const string Rational = "global::KaigoDsl.Runtime.Rational";

    /// <summary>Whether an expression, and all that is in it, has an operation on columns.</summary>
    public static bool CanPrint(ExpressionPlan expression) => IsColumn(expression) && expression.SelfAndParts().All(HasOperation);

    /// <summary>The expression in C#.</summary>
    public string Print(ExpressionPlan expression) => IsNumber(expression) ? $"{locals.Room}.Constant({Part(expression)})" : Part(expression);

    private static bool IsColumn(ExpressionPlan expression) => expression.Type is ExpressionType.Quantity or ExpressionType.Truth;

    private static bool HasOperation(ExpressionPlan part) => IsColumn(part) && part switch
    {
        TruthExpression or StepLookupExpression => false,
        CallExpression call => call.Function is IntrinsicFunction.Minimum or IntrinsicFunction.Maximum,
        BinaryExpression binary => IsColumn(binary.Left) && (binary.Type == ExpressionType.Quantity || !(IsNumber(binary.Left) && IsNumber(binary.Right))),
        _ => true,
    };

    /// <summary>Whether it is one number for all rows.</summary>
    private static bool IsNumber(ExpressionPlan expression) => expression.Type == ExpressionType.Quantity && expression switch
    {
        NumberExpression or ConstantExpression or RankedCountExpression => true,
        UnaryExpression unary => IsNumber(unary.Operand),
        BinaryExpression binary => IsNumber(binary.Left) && IsNumber(binary.Right),
        CallExpression call => call.Arguments.All(IsNumber),
        _ => false,
    };

    private string Part(ExpressionPlan expression) => expression switch
    {
        NumberExpression number => literals.Use(number.Value),
        ConstantExpression constant => locals.Constant(constant.Constant),
        RankedCountExpression count => locals.Standing(count.Standing) + ".RankedCount",
        UnaryExpression { Operator: UnaryOperator.Negate } negation => $"(-{Part(negation.Operand)})",
        UnaryExpression negation => $"(!{Part(negation.Operand)})",
        BinaryExpression binary => Binary(binary, Part(binary.Left), Part(binary.Right)),
        ConditionalExpression choice => $"{Part(choice.Condition)}.Choose({Print(choice.WhenTrue)}, {Print(choice.WhenFalse)})",
        CallExpression call => Call(call),
        ColumnExpression column => locals.Column(column.Column),
        ScoreExpression score => locals.Score(score.Slot),
        ItemExpression item => locals.Item(item.Item),
        FormulaExpression formula => locals.Formula(formula.Formula),
        DecisionExpression decision => locals.Decision(decision.Decision),
        StandingExpression { FromWorst: true } standing => locals.Standing(standing.Standing) + ".PlacesFromWorst",
        StandingExpression standing => locals.Standing(standing.Standing) + ".Places",
        AggregateExpression aggregate => locals.Aggregate(aggregate),
        _ => throw new InvalidOperationException("There is no code for " + expression.GetType().Name + " of " + layout.Plan.Entity + "."),
    };

    private static string Binary(BinaryExpression binary, string left, string right)
    {
        var type = binary.Left.Type == ExpressionType.Quantity ? Quantities : Truths;
        return binary.Operator switch
        {
            BinaryOperator.Add => $"({left} + {right})",
            BinaryOperator.Subtract => $"({left} - {right})",
            BinaryOperator.Multiply => $"({left} * {right})",
            BinaryOperator.Divide => $"({left} / {right})",
            BinaryOperator.Equal => $"{type}.Equal({left}, {right})",
            BinaryOperator.NotEqual => $"(!{type}.Equal({left}, {right}))",
            BinaryOperator.Less => $"({left} < {right})",
            BinaryOperator.LessOrEqual => $"({left} <= {right})",
            BinaryOperator.Greater => $"({left} > {right})",
            BinaryOperator.GreaterOrEqual => $"({left} >= {right})",
            BinaryOperator.And => $"({left} & {right})",
            BinaryOperator.Or => $"({left} | {right})",
            _ => throw new InvalidOperationException("Unknown operator " + binary.Operator + "."),
        };
    }

    private string Call(CallExpression call)
    {
        var name = call.Function == IntrinsicFunction.Minimum ? "Min" : "Max";
        var (result, isNumber) = (Part(call.Arguments[0]), IsNumber(call.Arguments[0]));
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            isNumber &= IsNumber(call.Arguments[i]);
            result = $"{(isNumber ? Rational : Quantities)}.{name}({result}, {Part(call.Arguments[i])})";
        }

        return result;
    }
}
