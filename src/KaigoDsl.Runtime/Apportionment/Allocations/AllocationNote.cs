namespace KaigoDsl.Runtime;

/// <summary>Something about a row that is unknown and was taken as the plan says.</summary>
/// <param name="Kind">What.</param>
/// <param name="Place">The 枠, with the label of its 条件 behind a slash; empty for the whole.</param>
/// <param name="Row">The row.</param>
public sealed record AllocationNote(AllocationNoteKind Kind, string Place, int Row);
