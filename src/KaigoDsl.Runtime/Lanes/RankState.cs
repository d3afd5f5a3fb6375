namespace KaigoDsl.Runtime;

/// <summary>A ranking carried out: who is in its tiers, for whom that is known, standings.</summary>
internal sealed unsafe class RankState
{
    private int[] _rooms = [];
    private RankingRule? _roomsOf;
    private int _roomsFor = -1;

    /// <summary>Rows ranked.</summary>
    public int N { get; set; }

    /// <summary>By tier, where its bits are.</summary>
    public nint[] Hits { get; private set; } = [];

    /// <summary>Rows for which being in a tier is known.</summary>
    public ulong* Known { get; set; }

    /// <summary>Standings by row; only when asked for.</summary>
    public int* Standings { get; set; }

    public void Prepare(int tiers)
    {
        if (Hits.Length != tiers)
        {
            Hits = new nint[tiers];
        }
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
}
