using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>How one expectation (期待) came out.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Outcome">Its truth; only true passes.</param>
/// <param name="Left">For a comparison: the left side's value as text, empty when missing; otherwise <see langword="null"/>.</param>
/// <param name="Right">For a comparison: the right side's value as text, empty when missing; otherwise <see langword="null"/>.</param>
public sealed record ExpectationResult(TestExpectation Expectation, Truth Outcome, string? Left, string? Right)
{
    /// <summary>Whether it holds.</summary>
    public bool Passed => Outcome == Truth.True;
}
