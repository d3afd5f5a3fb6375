using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>An allocation cannot be carried out over this data.</summary>
public sealed class AllocationRefusedException : InvalidOperationException
{
    private const int Shown = 5;

    private AllocationRefusedException(string name, AllocationOutcome outcome)
        : base(Describe(name, outcome.Problems)) => Problems = outcome.Problems;

    /// <summary>Every reason.</summary>
    public ImmutableArray<AllocationProblem> Problems { get; }

    /// <summary>The outcome, if the allocation was carried out.</summary>
    /// <param name="name">The allocation.</param>
    /// <param name="outcome">What came of it.</param>
    /// <exception cref="AllocationRefusedException">It was refused.</exception>
    public static AllocationOutcome ThrowIfRefused(string name, AllocationOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.IsDone ? outcome : throw new AllocationRefusedException(name, outcome);
    }

    private static string Describe(string name, ImmutableArray<AllocationProblem> problems) =>
        $"配分 `{name}` cannot be carried out: "
        + string.Join("; ", problems.Take(Shown).Select(Describe))
        + (problems.Length > Shown ? $"; and {problems.Length - Shown} more" : string.Empty)
        + ".";

    private static string Describe(AllocationProblem problem) =>
        problem.Kind
        + (problem.Place.Length == 0 ? string.Empty : $" at `{problem.Place}`")
        + (problem.Row < 0 ? string.Empty : $", row {problem.Row}")
        + (problem.Name.Length == 0 ? string.Empty : $", `{problem.Name}`")
        + (problem.Value.IsMissing ? string.Empty : $", {problem.Value}");
}
