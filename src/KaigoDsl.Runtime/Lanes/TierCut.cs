namespace KaigoDsl.Runtime;

/// <summary>One tier to be found.</summary>
internal unsafe struct TierCut
{
    /// <summary>Rank of the cut-off from the best end, from 1; 0 when nobody is in the tier.</summary>
    public int Position;

    /// <summary>How many the tier has room for.</summary>
    public int Room;

    public TierSide Side;

    public TieRule Ties;

    /// <summary>Written: the rows in the tier.</summary>
    public ulong* Hits;

    /// <summary>
    /// Whether those equal to the cut-off are on its better side: above it for 上位, and for 下位 above what is in the tier.
    /// </summary>
    /// <param name="n">Rows ranked.</param>
    /// <param name="better">Rows strictly better than the cut-off.</param>
    /// <param name="equal">Rows equal to it.</param>
    public readonly bool CountsEqualsAsBetter(int n, int better, int equal) => (Side, Ties) switch
    {
        (TierSide.Top, TieRule.Include) => true,
        (TierSide.Top, _) => better + equal <= Room,
        (_, TieRule.Include) => false,
        _ => n - better > Room,
    };
}
