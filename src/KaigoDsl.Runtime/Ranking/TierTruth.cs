namespace KaigoDsl.Runtime;

/// <summary>What 上位N割 says of a row, as a truth value.</summary>
public static class TierTruth
{
    /// <summary>
    /// In the tier: true. Ranked outside it, or outside the population: false. Without a value, or of an unknown population: unknown.
    /// </summary>
    /// <param name="hit">Whether the row is in the tier.</param>
    /// <param name="standing">Its standing; 0 when not ranked.</param>
    /// <param name="population">Whether it belongs to the population; true where everyone does.</param>
    public static Truth Of(bool hit, int standing, Truth population) =>
        hit ? Truth.True
        : standing != 0 || population == Truth.False ? Truth.False
        : Truth.Unknown;
}
