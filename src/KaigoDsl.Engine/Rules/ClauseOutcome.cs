namespace KaigoDsl.Engine;

/// <summary>What became of a clause when a decision was taken.</summary>
public enum ClauseOutcome
{
    /// <summary>It decided.</summary>
    Decided,

    /// <summary>Its condition does not hold.</summary>
    Failed,

    /// <summary>Its condition is unknown: it was passed over, but remembered.</summary>
    Unknown,

    /// <summary>It holds, but whether an earlier clause that decides the other way holds is unknown: the decision is unknown.</summary>
    Undone,

    /// <summary>An earlier clause had decided.</summary>
    NotReached,
}
