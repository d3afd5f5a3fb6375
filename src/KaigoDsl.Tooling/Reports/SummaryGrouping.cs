using System.Collections.Immutable;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>Groups of one kind in a report.</summary>
/// <param name="Name">What divides the entities.</param>
/// <param name="Groups">The groups.</param>
public sealed record SummaryGrouping(string Name, ImmutableArray<SummaryGroup> Groups)
{
    /// <summary>Groups of fewer entities are told to nobody.</summary>
    public const int SmallestTold = 3;

    /// <summary>Makes the groups; where nobody may be recognised the small ones are suppressed, and so many more that they do not follow from the whole.</summary>
    internal static SummaryGrouping Create(GroupingImpact grouping, bool isAnonymous)
    {
        var suppressed = isAnonymous ? Suppressed(grouping.Groups) : [];
        return new SummaryGrouping(grouping.Name, [.. grouping.Groups.Select((group, i) => suppressed.Contains(i)
            ? new SummaryGroup(group.Label, true, 0, 0, 0, 0, Rational.Missing)
            : new SummaryGroup(group.Label, false, group.Entities.Length, group.Gains, group.Losses, group.Total, group.Mean)
            {
                YenGains = group.YenGains,
                YenLosses = group.YenLosses,
                YenTotal = group.YenTotal,
            })]);
    }

    private static HashSet<int> Suppressed(ImmutableArray<GroupImpact> groups)
    {
        var bySize = Enumerable.Range(0, groups.Length).OrderBy(i => groups[i].Entities.Length).ThenBy(static i => i).ToArray();
        var suppressed = bySize.TakeWhile(i => groups[i].Entities.Length < SmallestTold).ToHashSet();

        // The whole less the others must leave a group of at least three, made of at least two.
        foreach (var next in bySize.Skip(suppressed.Count))
        {
            if (suppressed.Count == 0 || (suppressed.Count > 1 && suppressed.Sum(i => groups[i].Entities.Length) >= SmallestTold))
            {
                break;
            }

            suppressed.Add(next);
        }

        return suppressed;
    }
}
