using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>What one group of files adds to the plan of the program; indexes in it are already those of the program.</summary>
/// <param name="Numbers">Where its frameworks, rules and allocations stand.</param>
/// <param name="Frameworks">By <see cref="GroupNumbers.Frameworks"/>.</param>
/// <param name="Rules">By <see cref="GroupNumbers.Rules"/>.</param>
/// <param name="Allocations">By <see cref="GroupNumbers.Allocations"/>.</param>
/// <param name="Published">With the places that order them among those of other groups.</param>
/// <param name="Tests">With the places that order them among those of other groups.</param>
/// <param name="ShareTables">With the places that order them among those of other groups.</param>
internal sealed record GroupPlan(
    GroupNumbers Numbers,
    ImmutableArray<FrameworkPlan> Frameworks,
    ImmutableArray<RulesPlan> Rules,
    ImmutableArray<AllocationPlan> Allocations,
    ImmutableArray<(DeclaredPlace Place, PublishedPlan Plan)> Published,
    ImmutableArray<(DeclaredPlace Place, TestPlan Plan)> Tests,
    ImmutableArray<(DeclaredPlace Place, ShareTablePlan Plan)> ShareTables)
{
    /// <summary>The plan of a program of several groups.</summary>
    public static ProgramPlan Join(IReadOnlyList<GroupPlan> groups) => new(
        Place(groups, g => g.Numbers.Frameworks, g => g.Frameworks),
        Sort(groups.SelectMany(g => g.Published)),
        Sort(groups.SelectMany(g => g.Tests)))
    {
        Rules = Place(groups, g => g.Numbers.Rules, g => g.Rules),
        Allocations = Place(groups, g => g.Numbers.Allocations, g => g.Allocations),
        ShareTables = Sort(groups.SelectMany(g => g.ShareTables)),
    };

    private static ImmutableArray<T> Place<T>(
        IReadOnlyList<GroupPlan> groups, Func<GroupPlan, IReadOnlyList<int>> numbers, Func<GroupPlan, ImmutableArray<T>> plans)
    {
        var placed = new T[groups.Sum(g => plans(g).Length)];
        foreach (var group in groups)
        {
            var (indexes, own) = (numbers(group), plans(group));
            for (var i = 0; i < own.Length; i++)
            {
                placed[indexes[i]] = own[i];
            }
        }

        return [.. placed];
    }

    private static ImmutableArray<T> Sort<T>(IEnumerable<(DeclaredPlace Place, T Plan)> plans) =>
        [.. plans.OrderBy(p => p.Place).Select(p => p.Plan)];
}
