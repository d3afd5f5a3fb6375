using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints what expressions are everywhere: numbers, operators and functions. What they read is for whoever derives from this.</summary>
internal abstract class ExpressionCode(LiteralPool literals)
{
    protected const string Rational = "global::KaigoDsl.Runtime.Rational";
    private const string Truth = "global::KaigoDsl.Runtime.Truth";
    private const string Kleene = "global::KaigoDsl.Runtime.Kleene";

    /// <summary>The expression in C#; anything but a single operand is in brackets.</summary>
    public string Print(ExpressionPlan expression) => expression switch
    {
        NumberExpression number => literals.Use(number.Value),
        TruthExpression truth => truth.Value ? Truth + ".True" : Truth + ".False",
        TextExpression text => CSharpText.Literal(text.Value),
        UnaryExpression { Operator: UnaryOperator.Negate } unary => $"(-{Print(unary.Operand)})",
        UnaryExpression unary => $"{Kleene}.Not({Print(unary.Operand)})",
        BinaryExpression binary => Binary(binary),
        ConditionalExpression conditional => Conditional(conditional),
        CallExpression call => Call(call),
        _ => Read(expression),
    };

    /// <summary>The C# type of a value.</summary>
    public static string TypeOf(ExpressionType type) => type switch
    {
        ExpressionType.Truth => Truth,
        ExpressionType.Text => "string?",
        _ => Rational,
    };

    /// <summary>The C# type of a value for each row.</summary>
    public static string RowsOf(ExpressionType type) => type switch
    {
        ExpressionType.Truth => "global::KaigoDsl.Runtime.TruthRows",
        ExpressionType.Text => "string?[]",
        _ => "global::KaigoDsl.Runtime.QuantityRows",
    };

    /// <summary>Something that is read: a cell, a score, a constant.</summary>
    protected abstract string Read(ExpressionPlan expression);

    /// <summary>There is no code for an expression here.</summary>
    protected static InvalidOperationException NoCode(ExpressionPlan expression) => new("There is no code for " + expression.GetType().Name + ".");

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
            IntrinsicFunction.RoundDown or IntrinsicFunction.RoundNearest or IntrinsicFunction.RoundUp => call.Function.ToString(),
            _ => throw new InvalidOperationException("Unknown function " + call.Function + "."),
        };
        var result = Print(call.Arguments[0]);
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            result = $"{Rational}.{name}({result}, {Print(call.Arguments[i])})";
        }

        return result;
    }
}
