using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>The frameworks of a program, as far as there was data for them.</summary>
/// <param name="Program">The program.</param>
/// <param name="Frameworks">By framework: its evaluation, or <see langword="null"/> when its table, or one it aggregates, was not given.</param>
/// <param name="MissingTables">Names of frameworks that others aggregate but that had no table.</param>
public sealed record ProgramEvaluation(
    ProgramPlan Program,
    ImmutableArray<Evaluation?> Frameworks,
    ImmutableArray<string> MissingTables);
