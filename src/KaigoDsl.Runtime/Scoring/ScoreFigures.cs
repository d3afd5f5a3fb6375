namespace KaigoDsl.Runtime;

/// <summary>Exact figures about the points of a node over all rows; rows whose points are unknown are left out.</summary>
/// <param name="Count">Rows with known points.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="LowerMiddle">The lower of the two middle values, which are the same when the count is odd; 0 when there are none.</param>
/// <param name="UpperMiddle">The upper of the two middle values.</param>
/// <param name="Maximum">The largest; 0 when there are none.</param>
public readonly record struct ScoreFigures(int Count, long Sum, int LowerMiddle, int UpperMiddle, int Maximum)
{
    /// <summary>平均; missing when there are none.</summary>
    public Rational Mean => Rational.Create(Sum, Count);

    /// <summary>中央値; missing when there are none.</summary>
    public Rational Median => Count == 0 ? Rational.Missing : Rational.Create((long)LowerMiddle + UpperMiddle, 2);
}
