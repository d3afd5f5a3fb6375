namespace KaigoDsl.Runtime;

/// <summary>One reason why nothing was apportioned.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Recipient">Which recipient, counted from 0; −1 when none in particular.</param>
/// <param name="Value">The offending value in its own unit; missing when there is none.</param>
public readonly record struct ApportionmentProblem(ApportionmentProblemKind Kind, int Recipient, Rational Value);
