namespace KaigoDsl.Runtime;

/// <summary>How k = q·N becomes whole.</summary>
public enum CountRounding
{
    /// <summary>切り捨て (the default).</summary>
    Down,

    /// <summary>切り上げ.</summary>
    Up,

    /// <summary>四捨五入: halves go up.</summary>
    Nearest,
}
