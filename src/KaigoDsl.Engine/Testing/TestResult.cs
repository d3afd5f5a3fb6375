using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>How one test (試験) came out.</summary>
/// <param name="Test">The test.</param>
/// <param name="CellProblems">Given cells that cannot be read; the test then fails and nothing is evaluated.</param>
/// <param name="Expectations">One result per expectation, in written order; empty when cells cannot be read.</param>
/// <param name="Evaluation">The evaluation of its one row, for explanations; <see langword="null"/> when cells cannot be read.</param>
public sealed record TestResult(
    TestPlan Test,
    ImmutableArray<TestCellProblem> CellProblems,
    ImmutableArray<ExpectationResult> Expectations,
    Evaluation? Evaluation)
{
    /// <summary>The rules computed for its one row; <see langword="null"/> when no expectation speaks of them.</summary>
    public RulesEvaluation? Rules { get; init; }

    /// <summary>Whether every given cell was read and every expectation holds.</summary>
    public bool Passed => CellProblems.IsEmpty && Expectations.All(static expectation => expectation.Passed);
}
