using System.Numerics;

namespace KaigoDsl.Runtime;

/// <content>Rankings: by selection where the values allow it, otherwise by sorting exact rationals.</content>
public sealed unsafe partial class ScoreBoard
{
    /// <summary>Numerators and denominators below this are exact in the keys of a difference.</summary>
    private const long ExactKeyBound = 1L << 53;

    /// <summary>Operands below this are exact in the small keys.</summary>
    private const long SmallKeyBound = 1L << 24;

    private readonly RankState[] _rankings;
    private readonly TierSelection _selection = new();
    private StandingOrder? _standingOrder;
    private TierCut[] _cuts = new TierCut[8];

    /// <summary>Ranks all rows that have a value.</summary>
    public void Rank(int ranking, RankingRule rule, RowMeasure measure) => Rank(ranking, rule, measure, null);

    /// <summary>Ranks the rows of a population that have a value.</summary>
    public void Rank(int ranking, RankingRule rule, RowMeasure measure, RowTruth population)
    {
        Settle(population);
        Rank(ranking, rule, measure, _truths[population.Index]);
    }

    /// <summary>Ranks all rows by the points of a slot, or by their negatives.</summary>
    public void RankScores(int ranking, RankingRule rule, int slot, bool negated = false) => RankScores(ranking, rule, slot, negated, null);

    /// <summary>Ranks the rows of a population by the points of a slot.</summary>
    public void RankScores(int ranking, RankingRule rule, int slot, RowTruth population) => RankScores(ranking, rule, slot, negated: false, population);

    /// <summary>Ranks the rows of a population by the points of a slot, or by their negatives.</summary>
    public void RankScores(int ranking, RankingRule rule, int slot, bool negated, RowTruth population)
    {
        Settle(population);
        RankScores(ranking, rule, slot, negated, _truths[population.Index]);
    }

    private void RankScores(int ranking, RankingRule rule, int slot, bool negated, TruthBits? population)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var points = Points(slot);
        var known = true;
        foreach (var value in points)
        {
            known &= value != ScoreColumn.Unknown;
        }

        if (!known)
        {
            var measure = Measure;
            for (var row = 0; row < Count; row++)
            {
                measure[row] = negated ? -Quantity(points[row]) : Quantity(points[row]);
            }

            RankValues(ranking, rule, population);
            return;
        }

        // Padded to whole blocks; what stands behind the last row is not ranked.
        var values = (int*)_arena.Take((long)_blocks * RowBlocks.Rows * sizeof(int));
        points.CopyTo(new Span<int>(values, Count));
        new Span<int>(values + Count, (_blocks * RowBlocks.Rows) - Count).Clear();
        var isSmall = _bounds[slot] < SmallKeyBound;
        Select(ranking, rule, new MeasureSource { Shape = MeasureShape.Value, A = values, IsSmall = isSmall }, negated, _allRows, population);
    }

    /// <summary>Ranks all rows by the values just written to <see cref="Measure"/>.</summary>
    public void RankValues(int ranking, RankingRule rule) => RankValues(ranking, rule, null);

    /// <summary>Ranks the rows of a population by the values just written to <see cref="Measure"/>.</summary>
    public void RankValues(int ranking, RankingRule rule, RowTruth population)
    {
        Settle(population);
        RankValues(ranking, rule, _truths[population.Index]);
    }

    /// <summary>Whether a row is in a tier of a ranking; unknown where the measure is missing or the population unknown.</summary>
    public RowTruth Tier(int ranking, int tier) => Add((ulong*)_rankings[ranking].Hits[tier], _rankings[ranking].Known);

    private void Rank(int ranking, RankingRule rule, RowMeasure measure, TruthBits? population)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (TrySource(measure) is { } source)
        {
            var valid = Both(KnownRows(measure.A, measure.B, measure.B?.Narrow), measure.C is { } c ? KnownRows(c, measure.D, measure.D?.Narrow) : _allRows);
            Select(ranking, rule, source, measure.IsNegated, valid, population);
            return;
        }

        var values = Measure;
        for (var row = 0; row < Count; row++)
        {
            values[row] = measure[row];
        }

        RankValues(ranking, rule, population);
    }

    /// <summary>The measure as the kernels want it, if its values are within the bounds in which the keys are right.</summary>
    private MeasureSource? TrySource(in RowMeasure measure)
    {
        var (a, b, c, d) = (measure.A.Narrow, measure.B?.Narrow, measure.C?.Narrow, measure.D?.Narrow);
        if (a is null || measure.B is { Narrow: null or { Minimum: < 0 } } || measure.C is { Narrow: null } || measure.D is { Narrow: null or { Minimum: < 0 } })
        {
            return null;
        }

        var source = new MeasureSource
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
        if (c is not null && b is not null && d is not null)
        {
            // The scales of the two quotients, reduced: only their ratio matters.
            var left = Scale(measure.A, a) / Scale(measure.B, b);
            var right = Scale(measure.C, c) / Scale(measure.D, d);
            if (!(left / right).TryGetInt64(out source.LeftFactor, out source.RightFactor))
            {
                return null;
            }

            if (source.LeftFactor >= ExactKeyBound || source.RightFactor >= ExactKeyBound
                || ((Int128)source.LeftFactor * a.Magnitude * d.Magnitude) + ((Int128)source.RightFactor * c.Magnitude * b.Magnitude) >= ExactKeyBound
                || (Int128)b.Magnitude * d.Magnitude >= ExactKeyBound)
            {
                return null;
            }
        }

        Keep(measure.A);
        Keep(measure.B);
        Keep(measure.C);
        Keep(measure.D);
        return source;

        static Rational Scale(QuantityColumn? column, NarrowValues narrow) => Rational.Create(narrow.Unit, column?.Denominator ?? 1);
    }

    private void Keep(QuantityColumn? column)
    {
        if (column is not null)
        {
            _roots.Add(column);
        }
    }

    private ulong* Both(ulong* left, ulong* right)
    {
        if (left == _allRows || right == _allRows)
        {
            return left == _allRows ? right : left;
        }

        var both = _arena.TakeBits(_blocks);
        for (var block = 0; block < _blocks; block++)
        {
            both[block] = left[block] & right[block];
        }

        return both;
    }

    private void Select(int ranking, RankingRule rule, in MeasureSource source, bool negated, ulong* valid, TruthBits? population)
    {
        var known = valid;
        if (population is { } members)
        {
            var ranked = _arena.TakeBits(_blocks);
            known = _arena.TakeBits(_blocks);
            for (var block = 0; block < _blocks; block++)
            {
                ranked[block] = valid[block] & members.True[block];
                known[block] = ranked[block] | (members.Known[block] & ~members.True[block]);
            }

            valid = ranked;
        }

        var state = _rankings[ranking];
        var tiers = rule.Tiers.Length;
        var n = 0;
        for (var block = 0; block < _blocks; block++)
        {
            n += BitOperations.PopCount(valid[block]);
        }

        state.Prepare(tiers);
        state.N = n;
        state.Known = known;
        state.Standings = null;
        if (_cuts.Length < tiers)
        {
            _cuts = new TierCut[tiers];
        }

        var rooms = state.Rooms(rule, n);
        for (var tier = 0; tier < tiers; tier++)
        {
            var hits = _arena.TakeBits(_blocks);
            var side = rule.Tiers[tier].Side;
            state.Hits[tier] = (nint)hits;
            _cuts[tier] = new TierCut
            {
                Position = rooms[tier] == 0 ? 0 : side == TierSide.Top ? rooms[tier] : n - rooms[tier] + 1,
                Room = rooms[tier],
                Side = side,
                Ties = rule.Options.Ties,
                Hits = hits,
            };
        }

        var lowestFirst = (rule.Options.Direction == RankDirection.LowestFirst) != negated;
        _selection.Run(source, lowestFirst, valid, _blocks, n, _cuts.AsSpan(0, tiers));
        if (rule.HasStandings)
        {
            state.Standings = (int*)_arena.Take((long)Math.Max(1, Count) * sizeof(int));
            (_standingOrder ??= new StandingOrder()).Write(source, lowestFirst, _selection.Keys, valid, Count, state.Standings);
        }
    }

    private void RankValues(int ranking, RankingRule rule, TruthBits? population)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ReadOnlySpan<bool> members = default;
        if (population is { } truth)
        {
            var marks = Room(ref _population);
            for (var row = 0; row < Count; row++)
            {
                marks[row] = RowBlocks.Has(truth.True, row);
            }

            members = marks;
        }

        var values = Measure;
        var result = Ranking.Evaluate(values, members, rule.Options, rule.Tiers.AsSpan());
        var state = _rankings[ranking];
        state.Prepare(rule.Tiers.Length);
        state.N = result.N;
        state.Known = _arena.TakeBits(_blocks);
        state.Standings = (int*)_arena.Take((long)Math.Max(1, Count) * sizeof(int));
        result.Standing.CopyTo(new Span<int>(state.Standings, Count));
        for (var block = 0; block < _blocks; block++)
        {
            state.Known[block] = population is { } of ? of.Known[block] & ~of.True[block] : 0;
        }

        for (var row = 0; row < Count; row++)
        {
            state.Known[row / RowBlocks.Rows] |= (result.Standing[row] != 0 ? 1UL : 0UL) << row;
        }

        for (var tier = 0; tier < rule.Tiers.Length; tier++)
        {
            var hits = _arena.TakeBits(_blocks);
            new Span<ulong>(hits, _blocks).Clear();
            for (var row = 0; row < Count; row++)
            {
                hits[row / RowBlocks.Rows] |= (result.Tiers[tier].IsHit(row) ? 1UL : 0UL) << row;
            }

            state.Hits[tier] = (nint)hits;
        }
    }
}
