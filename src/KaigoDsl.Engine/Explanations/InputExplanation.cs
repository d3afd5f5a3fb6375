using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>A cell that a measure or a condition used.</summary>
/// <param name="Name">The column's label.</param>
/// <param name="Title">Its title, if declared.</param>
/// <param name="Unit">The unit it is declared in; empty for none.</param>
/// <param name="Value">For quantities: the exact value in that unit, possibly missing. Missing for other types.</param>
/// <param name="Text">The value as a data file would have it, without its unit; empty when blank.</param>
public sealed record InputExplanation(string Name, string? Title, string Unit, Rational Value, string Text);
