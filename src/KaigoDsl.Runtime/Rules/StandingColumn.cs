namespace KaigoDsl.Runtime;

/// <summary>A named ranking (順位) of the rows of a table, from either end. Equal values have equal standing.</summary>
public sealed class StandingColumn
{
    private readonly RankingResult _fromBest;
    private readonly RankingResult _fromWorst;

    private StandingColumn(RankingResult fromBest, RankingResult fromWorst)
    {
        _fromBest = fromBest;
        _fromWorst = fromWorst;
    }

    /// <summary>How many rows are ranked.</summary>
    public int N => _fromBest.N;

    /// <summary>How many rows are ranked, in 位.</summary>
    public Rational RankedCount => Rational.FromInt64(N);

    /// <summary>1 + the number of ranked rows strictly better; missing for a row that is not ranked.</summary>
    public Rational this[int row] => Place(_fromBest, row);

    /// <summary>Ranks the rows whose value exists.</summary>
    /// <param name="values">The measure by row.</param>
    /// <param name="population">By row, whether it belongs to the 母集団; empty for all.</param>
    /// <param name="direction">Which end is best.</param>
    public static StandingColumn Evaluate(ReadOnlySpan<Rational> values, ReadOnlySpan<bool> population, RankDirection direction)
    {
        var opposite = direction == RankDirection.HighestFirst ? RankDirection.LowestFirst : RankDirection.HighestFirst;
        return new StandingColumn(
            Ranking.Evaluate(values, population, new RankingOptions(direction, TieRule.Include, CountRounding.Down), []),
            Ranking.Evaluate(values, population, new RankingOptions(opposite, TieRule.Include, CountRounding.Down), []));
    }

    /// <summary>1 + the number of ranked rows strictly worse; missing for a row that is not ranked.</summary>
    public Rational FromWorst(int row) => Place(_fromWorst, row);

    private static Rational Place(RankingResult ranking, int row) =>
        ranking.Standing[row] is var place and > 0 ? Rational.FromInt64(place) : Rational.Missing;
}
