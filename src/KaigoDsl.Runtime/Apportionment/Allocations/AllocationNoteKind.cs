namespace KaigoDsl.Runtime;

/// <summary>What an allocation had to take for granted about a row, and therefore lists.</summary>
public enum AllocationNoteKind
{
    /// <summary>Whether it takes part (対象) is unknown; it does not.</summary>
    UnknownMember,

    /// <summary>Whether it meets a 条件 of 均等 is unknown; it gets no share for it.</summary>
    UnknownCondition,

    /// <summary>It has no amount of last year; 激変緩和 leaves its new amount.</summary>
    NoPreviousAmount,
}
