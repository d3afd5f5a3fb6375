namespace KaigoDsl.Engine;

/// <summary>Why an item scores or does not.</summary>
public enum ReasonCode
{
    /// <summary>該当: it scores.</summary>
    Met,

    /// <summary>非該当: so it was answered.</summary>
    NotMet,

    /// <summary>未実施: so it was answered.</summary>
    NotImplemented,

    /// <summary>未報告: there is no answer.</summary>
    NotReported,

    /// <summary>欠測: a value that the condition needs is missing.</summary>
    MissingValue,

    /// <summary>母集団外: not ranked, because outside the population.</summary>
    OutsidePopulation,

    /// <summary>圏外: ranked, but not within the tier.</summary>
    OutsideTier,

    /// <summary>条件不成立: the condition is false.</summary>
    ConditionFalse,

    /// <summary>前提未達: its own condition holds, but a prerequisite does not.</summary>
    PrerequisiteNotMet,

    /// <summary>他系列を採用: it is met, but another series counts.</summary>
    OtherSeriesBooked,
}
