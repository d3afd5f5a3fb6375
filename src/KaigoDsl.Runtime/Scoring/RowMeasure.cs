namespace KaigoDsl.Runtime;

/// <summary>
/// A quantity by row, made of columns in a way that has a kernel: a, a ÷ b, or a ÷ b − c ÷ d. Missing where a column is or a divisor is 0.
/// </summary>
public readonly struct RowMeasure
{
    private RowMeasure(MeasureShape shape, QuantityColumn a, QuantityColumn? b, QuantityColumn? c, QuantityColumn? d, bool isNegated = false) =>
        (Shape, A, B, C, D, IsNegated) = (shape, a, b, c, d, isNegated);

    internal bool IsNegated { get; }

    internal MeasureShape Shape { get; }

    internal QuantityColumn A { get; }

    internal QuantityColumn? B { get; }

    internal QuantityColumn? C { get; }

    internal QuantityColumn? D { get; }

    /// <summary>a.</summary>
    public static RowMeasure Of(QuantityColumn a) => new(MeasureShape.Value, a, null, null, null);

    /// <summary>a ÷ b.</summary>
    public static RowMeasure Ratio(QuantityColumn a, QuantityColumn b) => new(MeasureShape.Ratio, a, b, null, null);

    /// <summary>a ÷ b − c ÷ d.</summary>
    public static RowMeasure Difference(QuantityColumn a, QuantityColumn b, QuantityColumn c, QuantityColumn d) =>
        new(MeasureShape.Difference, a, b, c, d);

    /// <summary>The same with the opposite sign.</summary>
    public RowMeasure Negated() => new(Shape, A, B, C, D, !IsNegated);

    /// <summary>The value of a row.</summary>
    public Rational this[int row]
    {
        get
        {
            var value = (B, C, D) switch
            {
                ({ } b, { } c, { } d) => (A[row] / b[row]) - (c[row] / d[row]),
                ({ } b, _, _) => A[row] / b[row],
                _ => A[row],
            };
            return IsNegated ? -value : value;
        }
    }
}
