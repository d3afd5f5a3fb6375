using System.Diagnostics.CodeAnalysis;

namespace KaigoDsl.Runtime;

/// <summary>A named ranking (順位) of the rows of a table, from either end. Equal values have equal standing. Made by a <see cref="RowRoom"/>.</summary>
public sealed class StandingRows
{
    /// <summary>Values that lie no further apart are counted instead of sorted.</summary>
    private const int LargestSpread = 1 << 16;

    private readonly RowRoom _room;
    private int[] _places = [];
    private int[] _counts = [];
    private long[] _keys = [];
    private int[] _rows = [];
    private QuantityRows? _fromBest;
    private QuantityRows? _fromWorst;

    internal StandingRows(RowRoom room) => _room = room;

    /// <summary>How many rows are ranked.</summary>
    public int N { get; private set; }

    /// <summary>How many rows are ranked, in 位.</summary>
    public Rational RankedCount => Rational.FromInt64(N);

    /// <summary>1 + the number of ranked rows strictly better; missing for a row that is not ranked.</summary>
    public QuantityRows Places => _fromBest ??= Quantities(fromWorst: false);

    /// <summary>1 + the number of ranked rows strictly worse; missing for a row that is not ranked.</summary>
    public QuantityRows PlacesFromWorst => _fromWorst ??= Quantities(fromWorst: true);

    /// <summary>1 + the number of ranked rows strictly better than a row; missing when it is not ranked.</summary>
    public Rational this[int row] => Places[row];

    /// <summary>1 + the number of ranked rows strictly worse than a row; missing when it is not ranked.</summary>
    public Rational FromWorst(int row) => PlacesFromWorst[row];

    internal void Rank(QuantityRows values, TruthRows? population, RankDirection direction)
    {
        (_fromBest, _fromWorst) = (null, null);
        Fit(ref _places);
        if (!values.IsWhole)
        {
            RankFractions(values, population, direction);
            return;
        }

        N = 0;
        var (least, most) = (long.MaxValue, long.MinValue);
        var places = _places.AsSpan(0, _room.Count);
        var keys = values.Mantissas.AsSpan(0, places.Length);
        var areAll = population is null && values.Missing.Length == 0;
        if (areAll)
        {
            N = places.Length;
            places.Fill(1);
            foreach (var key in keys)
            {
                (least, most) = (Math.Min(least, key), Math.Max(most, key));
            }
        }

        for (var row = 0; row < places.Length && !areAll; row++)
        {
            var isRanked = (population is null || population[row] == Truth.True) && !values.IsMissing(row);
            places[row] = isRanked ? 1 : 0;
            if (isRanked)
            {
                (N, least, most) = (N + 1, Math.Min(least, keys[row]), Math.Max(most, keys[row]));
            }
        }

        if (N > 0 && (Int128)most - least < LargestSpread)
        {
            Count(keys, places, least, (int)(most - least) + 1, direction);
        }
        else
        {
            Sort(keys, places, direction);
        }
    }

    private void RankFractions(QuantityRows values, TruthRows? population, RankDirection direction)
    {
        var isIn = population is null ? [] : Array.ConvertAll(population.ToTruths(), static truth => truth == Truth.True);
        var result = Ranking.Evaluate(values.ToRationals(), isIn, new RankingOptions(direction, TieRule.Include, CountRounding.Down), []);
        N = result.N;
        result.Standing.CopyTo(_places);
    }

    /// <summary>Values close to each other: how many there are of each tells every standing.</summary>
    private void Count(ReadOnlySpan<long> keys, Span<int> places, long least, int spread, RankDirection direction)
    {
        if (_counts.Length < spread)
        {
            _counts = new int[spread];
        }

        var counts = _counts.AsSpan(0, spread);
        counts.Clear();
        for (var row = 0; row < places.Length; row++)
        {
            if (places[row] != 0)
            {
                counts[(int)(keys[row] - least)]++;
            }
        }

        var better = 0;
        for (var i = 0; i < spread; i++)
        {
            ref var count = ref counts[direction == RankDirection.HighestFirst ? spread - 1 - i : i];
            (count, better) = (better + 1, better + count);
        }

        for (var row = 0; row < places.Length; row++)
        {
            places[row] = places[row] == 0 ? 0 : counts[(int)(keys[row] - least)];
        }
    }

    private void Sort(ReadOnlySpan<long> keys, Span<int> places, RankDirection direction)
    {
        Fit(ref _rows);
        if (_keys.Length < _room.Count)
        {
            _keys = new long[_room.Count];
        }

        var ranked = 0;
        for (var row = 0; row < places.Length; row++)
        {
            if (places[row] != 0)
            {
                // The complement turns the order round without overflowing.
                (_keys[ranked], _rows[ranked]) = (direction == RankDirection.HighestFirst ? ~keys[row] : keys[row], row);
                ranked++;
            }
        }

        Array.Sort(_keys, _rows, 0, ranked);
        for (var i = 0; i < ranked; i++)
        {
            places[_rows[i]] = i > 0 && _keys[i] == _keys[i - 1] ? places[_rows[i - 1]] : i + 1;
        }
    }

    private QuantityRows Quantities(bool fromWorst)
    {
        var result = _room.Take();
        var values = result.BeginWhole(1, Math.Max(1, N));
        var places = _places.AsSpan(0, values.Length);
        var equals = fromWorst ? CountEquals(places) : null;
        for (var row = 0; row < values.Length; row++)
        {
            // Worse than a row are all but those better than it and those equal to it.
            values[row] = equals is null || places[row] == 0 ? places[row] : N - (places[row] - 1) - equals[places[row]] + 1;
        }

        if (N < values.Length)
        {
            var missing = result.BeginMissing();
            for (var row = 0; row < values.Length; row++)
            {
                missing[row] = places[row] == 0;
            }
        }

        return result;
    }

    private int[] CountEquals(ReadOnlySpan<int> places)
    {
        var equals = new int[N + 1];
        foreach (var place in places)
        {
            equals[place]++;
        }

        return equals;
    }

    private void Fit([NotNull] ref int[] memory)
    {
        if (memory.Length < _room.Count)
        {
            memory = new int[_room.Count];
        }
    }
}
