namespace KaigoDsl.Compiler.Lowering;

/// <summary>Functions of the expression language.</summary>
public enum IntrinsicFunction
{
    /// <summary>最小(…).</summary>
    Minimum,

    /// <summary>最大(…).</summary>
    Maximum,
}
