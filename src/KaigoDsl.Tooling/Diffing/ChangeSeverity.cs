namespace KaigoDsl.Tooling.Diffing;

/// <summary>How much a change matters, the least first: a threshold is "this or more".</summary>
public enum ChangeSeverity
{
    /// <summary>No part of the meaning: published figures, tests.</summary>
    Information,

    /// <summary>Wording only: titles, sources, notes. The same data gives the same result.</summary>
    Wording,

    /// <summary>What the specification asks or says has changed, though no result changes by it alone: columns renamed, nodes renumbered, periods.</summary>
    Meaning,

    /// <summary>A payee can feel it: for some data somebody's points, rank or yen differ.</summary>
    Payee,
}
