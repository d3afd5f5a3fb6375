namespace KaigoDsl.Runtime;

/// <summary>
/// A ranking: what is ranked, recorded first; then who is in its tiers and for whom that is known. Standings are bounded by fine keys and
/// worked out exactly only where the bounds leave something open.
/// </summary>
internal sealed unsafe class RankState
{
    /// <summary>Rows looked up one by one before all are put in order.</summary>
    private const int MostLookups = 64;

    private const int FewEqual = 64;

    private readonly Lock _ordering = new();
    private StandingOrder? _order;
    private RowMeasure _measure;
    private MeasureSource _source;
    private bool _isUsable;
    private int[] _rooms = [];
    private RankingRule? _roomsOf;
    private int _roomsFor = -1;
    private PinnedMemory _above = new(0);
    private int _lookups;
    private volatile bool _isOrdered;

    /// <summary>The run of the board that recorded it last.</summary>
    public int Run { get; set; }

    /// <summary>Rows ranked.</summary>
    public int N { get; set; }

    /// <summary>By tier, where its bits are.</summary>
    public nint[] Hits { get; private set; } = [];

    /// <summary>Rows for which being in a tier is known.</summary>
    public ulong* Known { get; set; }

    /// <summary>The rows ranked.</summary>
    public ulong* Valid { get; set; }

    /// <summary>Which rows have a value.</summary>
    public RowFilter Filter { get; set; }

    /// <summary>Members of the population and for whom that is known; <see langword="null"/> for everybody.</summary>
    public ulong* Members { get; set; }
    public ulong* KnownMembers { get; set; }

    public RankingRule? Rule { get; set; }

    public MeasureSource Source { get; set; }

    public bool LowestFirst { get; set; }

    /// <summary>Where the keys stay for standings; <see langword="null"/> when nobody asks for these.</summary>
    public int* Keys { get; set; }
    public byte* Fine { get; set; }

    /// <summary>Whether standings are known by row, and bounds are of no use.</summary>
    public bool IsOrdered => _isOrdered;

    /// <summary>By fine key, how many rows have a better one.</summary>
    public int* Above => (int*)_above.Start;

    /// <summary>Standings by row, written when rows are put in order.</summary>
    public int* Standings { get; set; }

    public void Prepare(int tiers)
    {
        if (Hits.Length != tiers)
        {
            Hits = new nint[tiers];
        }
    }

    /// <summary>The measure as the kernels want it, worked out anew only for other columns; <see langword="null"/> when they cannot take it.</summary>
    public MeasureSource? SourceOf(in RowMeasure measure)
    {
        if (!ReferenceEquals(measure.A, _measure.A) || !ReferenceEquals(measure.B, _measure.B) || !ReferenceEquals(measure.C, _measure.C)
            || !ReferenceEquals(measure.D, _measure.D))
        {
            _isUsable = MeasureSource.TryCreate(measure, out _source);
            _measure = measure;
        }

        return _isUsable ? _source : null;
    }

    /// <summary>k of every tier; worked out anew only when N has changed.</summary>
    public ReadOnlySpan<int> Rooms(RankingRule rule, int n)
    {
        if (!ReferenceEquals(_roomsOf, rule) || _roomsFor != n)
        {
            if (_rooms.Length != rule.Tiers.Length)
            {
                _rooms = new int[rule.Tiers.Length];
            }

            for (var tier = 0; tier < _rooms.Length; tier++)
            {
                _rooms[tier] = Ranking.Count(rule.Tiers[tier].Share, n, rule.Options.Rounding);
            }

            (_roomsOf, _roomsFor) = (rule, n);
        }

        return _rooms;
    }

    /// <summary>Standings are known by row.</summary>
    public void SetStandings(int* standings)
    {
        Standings = standings;
        _isOrdered = true;
    }

    /// <summary>Standings are to be found out from the keys: counts how many rows have better fine keys.</summary>
    public void BoundStandings(int blocks)
    {
        (_isOrdered, _lookups) = (false, 0);
        if (_above.Length == 0)
        {
            _above = new PinnedMemory((1 + TierSelection.Counters) * TierSelection.Levels * sizeof(int));
        }

        TierSelection.CountAbove(Fine, blocks, Above);
    }

    /// <summary>The standing of a row: 1 + the number strictly better, 0 when it is not ranked.</summary>
    public int Standing(int row, int count)
    {
        if (!_isOrdered)
        {
            var level = Fine[row];
            if (level == 0)
            {
                return 0;
            }

            var (best, worst) = (Above[level] + 1, Above[level - 1]);
            if (best == worst)
            {
                return best;
            }

            // Looking a row up costs a pass over the fine keys; many rows, or crowded keys, are cheaper put in order at once.
            if (worst - best < FewEqual + (count / FewEqual) && Interlocked.Increment(ref _lookups) <= MostLookups)
            {
                return best + TierSelection.CountBetter(Source, LowestFirst, Keys, Fine, RowBlocks.Of(count), row);
            }

            lock (_ordering)
            {
                if (!_isOrdered)
                {
                    (_order ??= new StandingOrder()).Write(Source, LowestFirst, Keys, Valid, count, Standings);
                    _isOrdered = true;
                }
            }
        }

        return Standings[row];
    }
}
