namespace KaigoDsl.Runtime;

/// <summary>One reason why an allocation was refused.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">The 枠, with its 区分 behind a slash; empty for the whole.</param>
/// <param name="Row">The row; −1 when none in particular.</param>
/// <param name="Value">The offending value; missing when there is none.</param>
/// <param name="Name">The decision, recipient or allocation concerned; empty when none.</param>
public sealed record AllocationProblem(AllocationProblemKind Kind, string Place, int Row, Rational Value, string Name = "");
