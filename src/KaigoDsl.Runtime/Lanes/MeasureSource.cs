namespace KaigoDsl.Runtime;

/// <summary>
/// What a ranking compares, as integers: A, A ÷ B or LeftFactor·A÷B − RightFactor·C÷D. Denominators are not negative, and positive in
/// every valid row. Whoever makes one has checked the bounds that <see cref="ApproximateKeys"/> relies on.
/// </summary>
internal unsafe struct MeasureSource
{
    /// <summary>Numerators and denominators below this are exact in the keys of a difference.</summary>
    private const long ExactKeyBound = 1L << 53;

    /// <summary>Operands below this are exact in the small keys.</summary>
    public const long SmallKeyBound = 1L << 24;

    public MeasureShape Shape;
    public int* A;
    public int* B;
    public int* C;
    public int* D;
    public long LeftFactor;
    public long RightFactor;

    /// <summary>Whether all operands are below 2^24, so that binary32 holds them.</summary>
    public bool IsSmall;

    /// <summary>The measure as the kernels want it, if its values are within the bounds in which the keys are right.</summary>
    public static bool TryCreate(in RowMeasure measure, out MeasureSource source)
    {
        var (a, b, c, d) = (measure.A.Narrow, measure.B?.Narrow, measure.C?.Narrow, measure.D?.Narrow);
        source = default;
        if (a is null || measure.B is { Narrow: null or { Minimum: < 0 } } || measure.C is { Narrow: null } || measure.D is { Narrow: null or { Minimum: < 0 } })
        {
            return false;
        }

        source = new MeasureSource
        {
            Shape = measure.Shape,
            A = a.Values,
            B = b is null ? null : b.Values,
            C = c is null ? null : c.Values,
            D = d is null ? null : d.Values,
            IsSmall = a.Magnitude < SmallKeyBound && (b is null || b.Magnitude < SmallKeyBound),
            LeftFactor = 1,
            RightFactor = 1,
        };
        if (c is null || b is null || d is null)
        {
            return true;
        }

        // The scales of the two quotients, reduced: only their ratio matters.
        var left = Scale(measure.A, a) / Scale(measure.B, b);
        var right = Scale(measure.C, c) / Scale(measure.D, d);
        return (left / right).TryGetInt64(out source.LeftFactor, out source.RightFactor)
            && source.LeftFactor < ExactKeyBound && source.RightFactor < ExactKeyBound
            && ((Int128)source.LeftFactor * a.Magnitude * d.Magnitude) + ((Int128)source.RightFactor * c.Magnitude * b.Magnitude) < ExactKeyBound
            && (Int128)b.Magnitude * d.Magnitude < ExactKeyBound;

        static Rational Scale(QuantityColumn? column, NarrowValues narrow) => Rational.Create(narrow.Unit, column?.Denominator ?? 1);
    }

    /// <summary>The exact value of a row as numerator and positive denominator, each within 2^53.</summary>
    public readonly (long Numerator, long Denominator) Exact(int row) => Shape switch
    {
        MeasureShape.Value => (A[row], 1),
        MeasureShape.Ratio => (A[row], B[row]),
        _ => ((LeftFactor * A[row] * D[row]) - (RightFactor * C[row] * B[row]), (long)B[row] * D[row]),
    };
}
