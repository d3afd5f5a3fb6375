namespace KaigoDsl.Tooling.Impact;

/// <summary>One entity under the old and the new set.</summary>
/// <param name="Key">Its key (団体コード).</param>
/// <param name="Name">Its name; empty when the data has none.</param>
/// <param name="OldRow">Its row in the old table; -1 when it is not there.</param>
/// <param name="NewRow">Its row in the new table; -1 when it is not there.</param>
/// <param name="OldPoints">Points under the old set; <see langword="null"/> when unknown or not there.</param>
/// <param name="NewPoints">Points under the new set; <see langword="null"/> when unknown or not there.</param>
/// <param name="OldRank">1 + the number of entities with more points under the old set; 0 without points.</param>
/// <param name="NewRank">1 + the number of entities with more points under the new set; 0 without points.</param>
public sealed record EntityImpact(string Key, string Name, int OldRow, int NewRow, int? OldPoints, int? NewPoints, int OldRank, int NewRank)
{
    /// <summary>New points less old; <see langword="null"/> when either is not known.</summary>
    public int? Difference => NewPoints - OldPoints;

    /// <summary>Places gained (positive) or lost; <see langword="null"/> when either rank is not known.</summary>
    public int? RankGain => OldRank == 0 || NewRank == 0 ? null : OldRank - NewRank;
}
