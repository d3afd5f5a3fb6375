namespace KaigoDsl.Engine;

/// <summary>What may differ between two runs of an allocation, seen from one row.</summary>
public enum ChangeFactor
{
    /// <summary>The row's own points.</summary>
    OwnScore,

    /// <summary>The row's own figures (insured, needs, last year's amount).</summary>
    OwnFigures,

    /// <summary>Points and figures of all the others, and who they are.</summary>
    Others,

    /// <summary>The budget, the rules and the constants, and what spilled in.</summary>
    Budget,
}
