namespace KaigoDsl.Runtime;

/// <summary>Exact figures about a set of values; missing ones are left out.</summary>
/// <param name="Count">How many values there are.</param>
/// <param name="Sum">Their sum; 0 when there are none.</param>
/// <param name="Mean">平均; missing when there are none.</param>
/// <param name="Median">中央値, the mean of the two middle values when even; missing when there are none.</param>
/// <param name="Variance">分散 of the population (divided by the count); missing when there are none.</param>
/// <param name="Minimum">The smallest; missing when there are none.</param>
/// <param name="Maximum">The largest; missing when there are none.</param>
public readonly record struct Summary(
    int Count,
    Rational Sum,
    Rational Mean,
    Rational Median,
    Rational Variance,
    Rational Minimum,
    Rational Maximum)
{
    /// <summary>標準偏差 of the population, rounded exactly (四捨五入); empty when there are no values.</summary>
    public string StandardDeviation(int decimals) => Statistics.SquareRoot(Variance, decimals);

    /// <summary>得点率: mean ÷ full mark; missing when there are no values or the full mark is 0.</summary>
    public Rational Rate(int fullMark) => Mean / fullMark;
}
