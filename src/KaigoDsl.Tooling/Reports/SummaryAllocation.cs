using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Reports;

/// <summary>One allocation (配分) in a report, in 円.</summary>
/// <param name="Name">Year, entity and label.</param>
/// <param name="Title">Its title; <see langword="null"/> when it has none.</param>
/// <param name="OldTotal">What it pays to everybody before; missing when it cannot be carried out.</param>
/// <param name="NewTotal">What it pays to everybody after; missing when it cannot be carried out.</param>
/// <param name="Gains">How many get more from it.</param>
/// <param name="Losses">How many get less from it.</param>
/// <param name="Note">Added, removed, or why it is not compared; <see langword="null"/> otherwise.</param>
public sealed record SummaryAllocation(string Name, string? Title, Rational OldTotal, Rational NewTotal, int Gains, int Losses, LocalizedText? Note);
