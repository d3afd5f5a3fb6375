namespace KaigoDsl.Runtime;

/// <summary>Why a cell was refused.</summary>
public enum CellProblemKind
{
    /// <summary>It is not written in any accepted form.</summary>
    Malformed,

    /// <summary>A number followed by something that is not the column's unit.</summary>
    WrongUnit,

    /// <summary>A number that does not fit in 64 bits, or points beyond the full mark.</summary>
    OutOfRange,

    /// <summary>Not one of the enumeration's members.</summary>
    UnknownMember,

    /// <summary>The key is blank.</summary>
    BlankKey,

    /// <summary>A date that the calendar does not have.</summary>
    NoSuchDate,
}
