namespace KaigoDsl.Runtime;

/// <summary>
/// What a ranking compares, as integers: A, A ÷ B or LeftFactor·A÷B − RightFactor·C÷D. Denominators are not negative, and positive in
/// every valid row. Whoever makes one has checked the bounds that <see cref="ApproximateKeys"/> relies on.
/// </summary>
internal unsafe struct MeasureSource
{
    public MeasureShape Shape;
    public int* A;
    public int* B;
    public int* C;
    public int* D;
    public long LeftFactor;
    public long RightFactor;

    /// <summary>Whether all operands are below 2^24, so that binary32 holds them.</summary>
    public bool IsSmall;

    /// <summary>The exact value of a row as numerator and positive denominator, each within 2^53.</summary>
    public readonly (long Numerator, long Denominator) Exact(int row) => Shape switch
    {
        MeasureShape.Value => (A[row], 1),
        MeasureShape.Ratio => (A[row], B[row]),
        _ => ((LeftFactor * A[row] * D[row]) - (RightFactor * C[row] * B[row]), (long)B[row] * D[row]),
    };
}
