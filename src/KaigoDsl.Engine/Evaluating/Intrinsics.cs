using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>The functions of the language over quantities, two arguments at a time.</summary>
public static class Intrinsics
{
    /// <summary>The kernel of a function.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plan is newer than this engine.</exception>
    public static Func<Rational, Rational, Rational> FunctionOf(IntrinsicFunction function) => function switch
    {
        IntrinsicFunction.Minimum => Rational.Min,
        IntrinsicFunction.Maximum => Rational.Max,
        IntrinsicFunction.RoundDown => Rational.RoundDown,
        IntrinsicFunction.RoundNearest => Rational.RoundNearest,
        IntrinsicFunction.RoundUp => Rational.RoundUp,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "There is no such function."),
    };
}
