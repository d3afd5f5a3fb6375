using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>One clause of a decision, for one row.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Condition">Its condition in both spellings; empty for the last clause.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Inputs">The cells its condition reads, directly or through values.</param>
public sealed record ClauseExplanation(
    ClausePlan Clause, LocalizedText Condition, ClauseOutcome Outcome, ImmutableArray<InputExplanation> Inputs);
