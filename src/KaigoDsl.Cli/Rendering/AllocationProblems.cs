using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>Why an allocation was refused, one line a reason, with the row it is about.</summary>
internal static class AllocationProblems
{
    private const int ListedAtMost = 20;

    public static IEnumerable<string> Describe(AllocationResult result, Texts texts)
    {
        foreach (var problem in result.Problems.Take(ListedAtMost))
        {
            var place = problem.Place.Length == 0 ? result.Plan.Name : $"{result.Plan.Name} {problem.Place}";
            var row = problem.Row < 0 ? string.Empty : EntityFinder.Describe(result.Table, problem.Row) + ": ";
            yield return $"{place}: {row}{texts.AllocationProblem(problem.Kind, problem.Value.IsMissing ? string.Empty : YenText.Of(problem.Value), problem.Name)}";
        }

        if (result.Problems.Length > ListedAtMost)
        {
            yield return texts.AndMore(result.Problems.Length - ListedAtMost);
        }

        // It cannot happen; if it did, nobody may be paid by it.
        foreach (var fault in result.Verification?.Faults ?? [])
        {
            yield return $"{result.Plan.Name}: {texts.Fault(fault)}";
        }
    }
}
