namespace KaigoDsl.Compiler.Lowering;

/// <summary>What an expression evaluates to.</summary>
public enum ExpressionType
{
    /// <summary>An exact rational or missing; also points, fiscal years (the Western year) and dates (yyyymmdd).</summary>
    Quantity,

    /// <summary>True, false or unknown.</summary>
    Truth,

    /// <summary>A text, a key or the label of an enumeration member; missing when blank.</summary>
    Text,
}
