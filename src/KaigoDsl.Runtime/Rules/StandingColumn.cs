namespace KaigoDsl.Runtime;

/// <summary>A named ranking (順位) of the rows of a table, from either end. Equal values have equal standing.</summary>
public sealed class StandingColumn
{
    private readonly RankingResult _fromBest;
    private int[]? _equals;

    private StandingColumn(RankingResult fromBest) => _fromBest = fromBest;

    /// <summary>How many rows are ranked.</summary>
    public int N => _fromBest.N;

    /// <summary>How many rows are ranked, in 位.</summary>
    public Rational RankedCount => Rational.FromInt64(N);

    /// <summary>1 + the number of ranked rows strictly better; missing for a row that is not ranked.</summary>
    public Rational this[int row] => _fromBest.Standing[row] is var place and > 0 ? Rational.FromInt64(place) : Rational.Missing;

    /// <summary>Ranks the rows whose value exists.</summary>
    /// <param name="values">The measure by row.</param>
    /// <param name="population">By row, whether it belongs to the 母集団; empty for all.</param>
    /// <param name="direction">Which end is best.</param>
    public static StandingColumn Evaluate(ReadOnlySpan<Rational> values, ReadOnlySpan<bool> population, RankDirection direction)
    {
        return new StandingColumn(Ranking.Evaluate(values, population, new RankingOptions(direction, TieRule.Include, CountRounding.Down), []));
    }

    /// <summary>1 + the number of ranked rows strictly worse; missing for a row that is not ranked.</summary>
    public Rational FromWorst(int row)
    {
        if (_fromBest.Standing[row] is not (var place and > 0))
        {
            return Rational.Missing;
        }

        // Worse than a row are all but those better than it and those equal to it.
        var equals = _equals ??= CountEquals();
        return Rational.FromInt64(N - (place - 1) - equals[place] + 1);
    }

    /// <summary>By place from the best end: how many rows share it.</summary>
    private int[] CountEquals()
    {
        var equals = new int[N + 1];
        foreach (var place in _fromBest.Standing)
        {
            if (place > 0)
            {
                equals[place]++;
            }
        }

        return equals;
    }
}
