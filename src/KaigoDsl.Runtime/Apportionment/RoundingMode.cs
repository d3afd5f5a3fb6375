namespace KaigoDsl.Runtime;

/// <summary>Where an amount goes that is not a whole number of units (端数). Amounts are never negative.</summary>
public enum RoundingMode
{
    /// <summary>The amount stays the exact fraction.</summary>
    None,

    /// <summary>切り捨て: the next whole unit below.</summary>
    Down,

    /// <summary>四捨五入: the nearest whole unit, the half goes up.</summary>
    HalfUp,

    /// <summary>切り上げ: the next whole unit above.</summary>
    Up,
}
