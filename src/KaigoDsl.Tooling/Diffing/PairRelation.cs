namespace KaigoDsl.Tooling.Diffing;

/// <summary>How two paired frameworks stand to each other.</summary>
public enum PairRelation
{
    /// <summary>One framework in two revisions: the same entity and year.</summary>
    SameYear,

    /// <summary>A framework and an earlier year's: the new one's lineage speaks about the old one.</summary>
    Successor,
}
