namespace KaigoDsl.Compiler.Lowering;

/// <summary>Functions of the expression language.</summary>
public enum IntrinsicFunction
{
    /// <summary>最小(…).</summary>
    Minimum,

    /// <summary>最大(…).</summary>
    Maximum,

    /// <summary>切り捨て(x, unit): the largest multiple of the unit not beyond x, towards zero; the unit is a positive number.</summary>
    RoundDown,

    /// <summary>四捨五入(x, unit): the nearest multiple of the unit, halves away from zero.</summary>
    RoundNearest,

    /// <summary>切り上げ(x, unit): the smallest multiple of the unit not short of x, away from zero.</summary>
    RoundUp,
}
