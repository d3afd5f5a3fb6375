using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>What a comparison for equivalence came to.</summary>
/// <param name="Verdict">What is known.</param>
/// <param name="ProvedNodes">How many nodes were proved to get the same points.</param>
/// <param name="Differences">Why the programs cannot take the same data.</param>
/// <param name="Counterexample">A nation scored differently; <see langword="null"/> when none was found.</param>
/// <param name="Undecided">What was not proved, thing by thing.</param>
public sealed record EquivalenceResult(
    EquivalenceVerdict Verdict,
    int ProvedNodes,
    ImmutableArray<LocalizedText> Differences,
    Counterexample? Counterexample,
    ImmutableArray<LocalizedText> Undecided);
