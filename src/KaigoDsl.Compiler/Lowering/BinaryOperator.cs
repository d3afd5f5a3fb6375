namespace KaigoDsl.Compiler.Lowering;

/// <summary>Binary operators. Comparisons are exact.</summary>
public enum BinaryOperator
{
    /// <summary>Sum.</summary>
    Add,

    /// <summary>Difference.</summary>
    Subtract,

    /// <summary>Product.</summary>
    Multiply,

    /// <summary>Quotient; missing when the divisor is zero.</summary>
    Divide,

    /// <summary>Same value (quantities or texts).</summary>
    Equal,

    /// <summary>Different value.</summary>
    NotEqual,

    /// <summary>Strictly less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Strictly greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>かつ (Kleene).</summary>
    And,

    /// <summary>または (Kleene).</summary>
    Or,
}
