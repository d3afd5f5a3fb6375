namespace KaigoDsl.Tooling.Impact;

/// <summary>What can move an entity's points.</summary>
public enum FactorKind
{
    /// <summary>A change of the specification.</summary>
    Change,

    /// <summary>Another data set: other answers, other quantities, other entities to be compared with.</summary>
    Data,

    /// <summary>Other points or items that a rule reads (a ranking by score): the rule is the same, what it reads has moved.</summary>
    OtherScores,

    /// <summary>Member entities that a rule aggregates (管内) have moved.</summary>
    Members,

    /// <summary>What more than six changes at one place do together and none of them alone.</summary>
    Interaction,
}
