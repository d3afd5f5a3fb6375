namespace KaigoDsl.Engine;

/// <summary>How a published figure compares with the computed one.</summary>
public enum PublishedOutcome
{
    /// <summary>The computed figure would be printed as published.</summary>
    Agrees,

    /// <summary>It would not.</summary>
    Disagrees,

    /// <summary>There is nothing to compare with: no known scores, no known full mark, or a figure the node does not have.</summary>
    NotComputable,
}
