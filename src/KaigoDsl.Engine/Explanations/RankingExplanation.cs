using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Where one row stands in a ranking.</summary>
/// <param name="Plan">The ranking; its text is the measure as written.</param>
/// <param name="Value">The row's value, possibly missing.</param>
/// <param name="Population">母集団 in words; <see langword="null"/> when everyone is ranked.</param>
/// <param name="InPopulation">Whether the row belongs to it.</param>
/// <param name="N">How many are ranked.</param>
/// <param name="Standing">1 + the number strictly better; 0 when the row is not ranked.</param>
/// <param name="Inputs">The cells that the measure and the population used.</param>
public sealed record RankingExplanation(
    RankingPlan Plan,
    Rational Value,
    LocalizedText? Population,
    Truth InPopulation,
    int N,
    int Standing,
    ImmutableArray<InputExplanation> Inputs);
