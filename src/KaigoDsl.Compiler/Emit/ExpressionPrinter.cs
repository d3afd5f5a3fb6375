using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints expressions over the locals of one method, for the row <c>i</c>.</summary>
internal sealed class ExpressionPrinter(ScoringLayout layout, LocalNames locals, LiteralPool literals)
{
    private const string Rational = "global::KaigoDsl.Runtime.Rational";
    private const string Truth = "global::KaigoDsl.Runtime.Truth";
    private const string Kleene = "global::KaigoDsl.Runtime.Kleene";
    private const string ScoreBoard = "global::KaigoDsl.Runtime.ScoreBoard";

    /// <summary>The expression in C#; anything but a single operand is in brackets.</summary>
    public string Print(ExpressionPlan expression) => expression switch
    {
        NumberExpression number => literals.Use(number.Value),
        TruthExpression truth => truth.Value ? Truth + ".True" : Truth + ".False",
        TextExpression text => CSharpText.Literal(text.Value),
        ConstantExpression constant => locals.Constant(constant.Constant),
        ColumnExpression column => locals.Column(column.Column) + "[i]",
        ItemExpression item => locals.Truth(item.Item) + "[i]",
        ScoreExpression score => layout.MayBeUnknown(score.Slot)
            ? $"{ScoreBoard}.Quantity({locals.Slot(score.Slot)}[i])"
            : $"{Rational}.FromInt64({locals.Slot(score.Slot)}[i])",
        UnaryExpression { Operator: UnaryOperator.Negate } unary => $"(-{Print(unary.Operand)})",
        UnaryExpression unary => $"{Kleene}.Not({Print(unary.Operand)})",
        BinaryExpression binary => Binary(binary),
        ConditionalExpression conditional => Conditional(conditional),
        CallExpression call => Call(call),
        AggregateExpression aggregate => locals.Aggregate(layout.Aggregates.IndexOf(aggregate)) + "[i]",
        _ => throw new InvalidOperationException("There is no code for " + expression.GetType().Name + "."),
    };

    private string Binary(BinaryExpression binary)
    {
        var left = Print(binary.Left);
        var right = Print(binary.Right);
        var equal = binary.Left.Type == ExpressionType.Quantity ? Rational : Kleene;
        return binary.Operator switch
        {
            BinaryOperator.Add => $"({left} + {right})",
            BinaryOperator.Subtract => $"({left} - {right})",
            BinaryOperator.Multiply => $"({left} * {right})",
            BinaryOperator.Divide => $"({left} / {right})",
            BinaryOperator.Equal => $"{equal}.Equal({left}, {right})",
            BinaryOperator.NotEqual => $"{Kleene}.Not({equal}.Equal({left}, {right}))",
            BinaryOperator.Less => $"{Rational}.Less({left}, {right})",
            BinaryOperator.LessOrEqual => $"{Rational}.LessOrEqual({left}, {right})",
            BinaryOperator.Greater => $"{Rational}.Greater({left}, {right})",
            BinaryOperator.GreaterOrEqual => $"{Rational}.GreaterOrEqual({left}, {right})",
            BinaryOperator.And => $"{Kleene}.And({left}, {right})",
            BinaryOperator.Or => $"{Kleene}.Or({left}, {right})",
            _ => throw new InvalidOperationException("Unknown operator " + binary.Operator + "."),
        };
    }

    private string Conditional(ConditionalExpression conditional)
    {
        var unknown = conditional.Type switch
        {
            ExpressionType.Truth => Truth + ".Unknown",
            ExpressionType.Text => "(string?)null",
            _ => Rational + ".Missing",
        };
        return $"({Print(conditional.Condition)} switch {{ {Truth}.True => {Print(conditional.WhenTrue)}, {Truth}.False => {Print(conditional.WhenFalse)}, _ => {unknown} }})";
    }

    private string Call(CallExpression call)
    {
        var name = call.Function switch
        {
            IntrinsicFunction.Minimum => "Min",
            IntrinsicFunction.Maximum => "Max",
            IntrinsicFunction.RoundDown => "RoundDown",
            IntrinsicFunction.RoundNearest => "RoundNearest",
            IntrinsicFunction.RoundUp => "RoundUp",
            _ => throw new InvalidOperationException("There is no code for " + call.Function + "."),
        };
        var result = Print(call.Arguments[0]);
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            result = $"{Rational}.{name}({result}, {Print(call.Arguments[i])})";
        }

        return result;
    }

}
