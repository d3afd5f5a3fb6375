namespace KaigoDsl.Compiler.Lowering;

/// <summary>Which way a number is rounded.</summary>
public enum RoundingDirection
{
    /// <summary>切り捨て: towards zero.</summary>
    Down,

    /// <summary>四捨五入: to the nearest; halves away from zero.</summary>
    Nearest,

    /// <summary>切り上げ: away from zero.</summary>
    Up,
}
