namespace KaigoDsl.Runtime;

/// <summary>The shapes of measures that have a kernel.</summary>
internal enum MeasureShape
{
    /// <summary>a.</summary>
    Value,

    /// <summary>a ÷ b.</summary>
    Ratio,

    /// <summary>a ÷ b − c ÷ d.</summary>
    Difference,
}
