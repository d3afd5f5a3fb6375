using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Computes expressions made of numbers and constants only, exactly.</summary>
internal static class ConstantFolder
{
    /// <summary>The value; <see langword="null"/> when the expression depends on data or divides by zero.</summary>
    public static ExactNumber? Fold(BoundExpression expression) => expression switch
    {
        BoundNumber number => number.Value,
        BoundConstant constant => constant.Constant.Value,
        BoundUnary { Operator: UnaryOperator.Negate } unary => Fold(unary.Operand) is { } value ? -value : null,
        BoundBinary binary => Fold(binary.Left) is { } left && Fold(binary.Right) is { } right ? Combine(binary.Operator, left, right) : null,
        BoundCall call => FoldCall(call),
        _ => null,
    };

    private static ExactNumber? Combine(BinaryOperator @operator, ExactNumber left, ExactNumber right) => @operator switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => right.Sign == 0 ? null : left / right,
        _ => null,
    };

    private static ExactNumber? FoldCall(BoundCall call)
    {
        if (call.Function is not (IntrinsicFunction.Minimum or IntrinsicFunction.Maximum))
        {
            return Fold(call.Arguments[0]) is { } number && Fold(call.Arguments[1]) is { Sign: > 0 } unit
                ? Round(call.Function, number / unit) * unit
                : null;
        }

        ExactNumber? best = null;
        foreach (var argument in call.Arguments)
        {
            if (Fold(argument) is not { } value)
            {
                return null;
            }

            var better = best is null || (call.Function == IntrinsicFunction.Minimum ? value < best : value > best);
            best = better ? value : best;
        }

        return best;
    }

    private static ExactNumber Round(IntrinsicFunction function, ExactNumber value)
    {
        var magnitude = value.Sign < 0 ? -value : value;
        var shifted = function switch
        {
            IntrinsicFunction.RoundDown => magnitude,
            IntrinsicFunction.RoundNearest => magnitude + (ExactNumber.One / 2),
            _ => magnitude + new ExactNumber(magnitude.Denominator - 1, magnitude.Denominator),
        };
        var whole = new ExactNumber(shifted.Numerator / shifted.Denominator);
        return value.Sign < 0 ? -whole : whole;
    }
}
