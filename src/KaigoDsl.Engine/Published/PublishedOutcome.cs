namespace KaigoDsl.Engine;

/// <summary>How a published figure compares with what can be computed.</summary>
public enum PublishedOutcome
{
    /// <summary>The computed figure would be printed as published.</summary>
    Agrees,

    /// <summary>It would not.</summary>
    Disagrees,

    /// <summary>
    /// There is nothing to compare with: no known scores, no known full mark, a figure the node does not have, an entity that is not in
    /// the data, or figures over more or fewer entities than the data has.
    /// </summary>
    NotComputable,

    /// <summary>Not computable from this data, but it follows from the figures printed beside it within their precision.</summary>
    Consistent,

    /// <summary>Not computable from this data, and it cannot be reconciled with the figures printed beside it.</summary>
    Contradicted,
}
