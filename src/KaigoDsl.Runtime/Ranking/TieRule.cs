namespace KaigoDsl.Runtime;

/// <summary>What happens to entities that share the cut-off value.</summary>
public enum TieRule
{
    /// <summary>All of them are in the tier, even beyond k (the default).</summary>
    Include,

    /// <summary>A group of equals is in the tier only when it fits in k as a whole.</summary>
    Exclude,
}
