namespace KaigoDsl.Runtime;

/// <content>Rankings: by selection where the values allow it, otherwise by sorting exact rationals.</content>
public sealed unsafe partial class ScoreBoard
{
    private readonly RankState[] _rankings;
    private readonly WorkCrew _crew = new();
    private readonly List<RankState> _recorded = [];
    private TierSelection[] _selections = [new()];
    private Action<int, int>? _runRanking;

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
        Flush();
        var source = _slots[slot];
        if (source.Form is PointsForm.Integers or PointsForm.None && Points(slot).Contains(ScoreColumn.Unknown))
        {
            var points = Points(slot);
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
        source.CopyTo(new Span<int>(values, Count));
        new Span<int>(values + Count, (_blocks * RowBlocks.Rows) - Count).Clear();
        var isSmall = _bounds[slot] < MeasureSource.SmallKeyBound;
        Record(Begin(ranking, rule), rule, new MeasureSource { Shape = MeasureShape.Value, A = values, IsSmall = isSmall }, negated, default, population);
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
        var state = Begin(ranking, rule);
        if (state.SourceOf(measure) is { } source)
        {
            Record(state, rule, source, measure.IsNegated, RowFilter.Of(measure), population);
            return;
        }

        var values = Measure;
        for (var row = 0; row < Count; row++)
        {
            values[row] = measure[row];
        }

        RankValues(ranking, rule, population);
    }

    /// <summary>
    /// Rankings with a kernel are recorded too: they do not depend on each other, so several threads can share them. Everything they write
    /// to is taken here, since only one thread may take memory.
    /// </summary>
    private void Record(RankState state, RankingRule rule, in MeasureSource source, bool negated, in RowFilter filter, TruthBits? population)
    {
        state.Rule = rule;
        state.Source = source;
        state.LowestFirst = (rule.Options.Direction == RankDirection.LowestFirst) != negated;
        state.Filter = filter;
        state.Valid = filter.IsOpen && population is null ? _allRows : _arena.TakeBits(_blocks);
        state.Known = population is null ? state.Valid : _arena.TakeBits(_blocks);
        state.Members = population is { } members ? members.True : null;
        state.KnownMembers = population is { } known ? known.Known : null;
        for (var tier = 0; tier < rule.Tiers.Length; tier++)
        {
            state.Hits[tier] = (nint)_arena.TakeBits(_blocks);
        }

        state.Keys = null;
        if (rule.HasStandings)
        {
            var rows = (long)Math.Max(1, _blocks) * RowBlocks.Rows;
            state.Keys = (int*)_arena.Take(rows * sizeof(int));
            state.Fine = _arena.Take(rows);
            state.Standings = (int*)_arena.Take(rows * sizeof(int));
        }

        _recorded.Add(state);
    }

    private RankState Begin(int ranking, RankingRule rule)
    {
        var state = _rankings[ranking];
        if (state.Run == _run)
        {
            // Ranked a second time: whoever asked for the first must have been answered.
            Flush();
        }

        state.Run = _run;
        state.Prepare(rule.Tiers.Length);
        return state;
    }

    private void RunRankings()
    {
        if (_recorded.Count == 0)
        {
            return;
        }

        var workers = Math.Min(_recorded.Count, _threads);
        for (var worker = _selections.Length; worker < workers; worker++)
        {
            Array.Resize(ref _selections, worker + 1);
            _selections[worker] = new TierSelection();
        }

        LookAhead();
        _crew.Run(workers, _recorded.Count, _runRanking ??= RunRanking);
        _recorded.Clear();
        GC.KeepAlive(this);
    }

    private void RunRanking(int worker, int piece)
    {
        var state = _recorded[piece];
        if (state.Valid != _allRows)
        {
            state.Filter.Write(_allRows, state.Valid, _blocks);
        }

        for (var block = 0; state.Members != null && block < _blocks; block++)
        {
            var ranked = state.Valid[block] & state.Members[block];
            state.Valid[block] = ranked;
            state.Known[block] = ranked | (_allRows[block] & state.KnownMembers[block] & ~state.Members[block]);
        }

        if (state.Rule is { } rule)
        {
            _selections[worker].Run(state, _ahead[piece], rule, _blocks);
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
        var state = Begin(ranking, rule);
        state.N = result.N;
        state.Known = _arena.TakeBits(_blocks);
        var standings = (int*)_arena.Take((long)Math.Max(1, Count) * sizeof(int));
        result.Standing.CopyTo(new Span<int>(standings, Count));
        state.SetStandings(standings);
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
