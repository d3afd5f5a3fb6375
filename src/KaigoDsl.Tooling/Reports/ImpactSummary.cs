using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>
/// What reports show of an impact. Everything in it may be published as it stands: where names are not to be, they are gone here already, with
/// whatever would tell them.
/// </summary>
public sealed record ImpactSummary
{
    /// <summary>The frameworks compared, by name.</summary>
    public required LocalizedText Heading { get; init; }

    /// <summary>What changed and whom it moves, in a sentence or two.</summary>
    public required LocalizedText Headline { get; init; }

    /// <summary>Whether names, codes, points and small groups are left out.</summary>
    public required bool IsAnonymous { get; init; }

    /// <summary>How many entities are compared: on both sides, with known points.</summary>
    public required int Compared { get; init; }

    /// <summary>How many gain points.</summary>
    public required int Gains { get; init; }

    /// <summary>How many lose points.</summary>
    public required int Losses { get; init; }

    /// <summary>The differences together, in 点.</summary>
    public required long Total { get; init; }

    /// <summary>What the differences come from.</summary>
    public required ImmutableArray<SummaryFactor> Factors { get; init; }

    /// <summary>Changes a payee could feel that moved nobody here.</summary>
    public required ImmutableArray<LocalizedText> WithoutEffect { get; init; }

    /// <summary>Changes a payee could feel at places that the data says nothing about: whom they move is not known.</summary>
    public required ImmutableArray<LocalizedText> Uncomputed { get; init; }

    /// <summary>Every entity: the compared ones by difference, the greatest first either way; then those on one side only or with unknown points.</summary>
    public required ImmutableArray<SummaryEntity> Entities { get; init; }

    /// <summary>Winners and losers by group.</summary>
    public required ImmutableArray<SummaryGrouping> Groupings { get; init; }

    /// <summary>How the differences are distributed.</summary>
    public required ImmutableArray<DifferenceBin> Distribution { get; init; }

    /// <summary>What could not be scored and is left out on both sides.</summary>
    public required ImmutableArray<OmittedNode> Omitted { get; init; }

    /// <summary>With two data sets: each under the other's rules.</summary>
    public required ImmutableArray<SummaryCrossing> Crossed { get; init; }

    /// <summary>The entities that move, the greatest difference first.</summary>
    /// <param name="count">How many at most.</param>
    public IEnumerable<SummaryEntity> Movers(int count) =>
        Entities.Where(static entity => entity.Difference is not (null or 0) || entity.RankGain is not (null or 0)).Take(count);

    /// <summary>Makes the summary.</summary>
    /// <param name="impact">The impact.</param>
    /// <param name="isAnonymous">Whether nobody may be recognised.</param>
    public static ImpactSummary Create(ImpactResult impact, bool isAnonymous = false)
    {
        ArgumentNullException.ThrowIfNull(impact);
        var pair = impact.Frameworks;
        var compared = impact.Compared.Count();
        var effective = impact.Factors.Where(static factor => factor.Gains + factor.Losses > 0).ToImmutableArray();
        return new ImpactSummary
        {
            Heading = pair.Relation == PairRelation.SameYear ? new(pair.New.Name, pair.New.Name) : new($"{pair.Old.Name} → {pair.New.Name}", $"{pair.Old.Name} → {pair.New.Name}"),
            Headline = ImpactHeadline.Of(impact, compared),
            IsAnonymous = isAnonymous,
            Compared = compared,
            Gains = impact.Gains,
            Losses = impact.Losses,
            Total = impact.Entities.Sum(static entity => (long)(entity.Difference ?? 0)),
            Factors = [.. effective.Select(factor => Summarise(impact.Diff, factor))],
            WithoutEffect = Idle(impact, effective, canBeScored: true),
            Uncomputed = Idle(impact, effective, canBeScored: false),
            Entities = EntitySummaries.Of(impact, effective, isAnonymous),
            Groupings = [.. impact.Groupings.Select(grouping => SummaryGrouping.Create(grouping, isAnonymous))],
            Distribution = impact.Distribution,
            Omitted = impact.Omitted,
            Crossed = [.. impact.Crossed.Select(SummaryCrossing.Create)],
        };
    }

    private static SummaryFactor Summarise(SpecDiff diff, ImpactFactor factor) => new(
        factor.Kind, factor.Change < 0 ? null : diff.Changes[factor.Change].Kind.Code, factor.Text, factor.Gains, factor.Losses, factor.Total);

    /// <summary>The changes that are no factor with an effect: those at places that can be scored, or the others.</summary>
    private static ImmutableArray<LocalizedText> Idle(ImpactResult impact, ImmutableArray<ImpactFactor> effective, bool canBeScored)
    {
        var moving = effective.Select(static factor => factor.Change).ToHashSet();
        var (old, current) = (OmittedNodes(impact, isOld: true), OmittedNodes(impact, isOld: false));
        return
        [
            .. impact.ChangesOfPoints
                .Where(entry => !moving.Contains(entry.Index))
                .Where(entry => canBeScored != (old.Contains(entry.Change.OldNode) || current.Contains(entry.Change.NewNode)))
                .Select(static entry => entry.Change.Text),
        ];
    }

    /// <summary>What is left out of one framework, with the nodes above it short of the framework itself.</summary>
    private static HashSet<int> OmittedNodes(ImpactResult impact, bool isOld)
    {
        var plan = isOld ? impact.Frameworks.Old : impact.Frameworks.New;
        var nodes = new HashSet<int>();
        foreach (var omitted in impact.Omitted.Where(node => node.IsOld == isOld))
        {
            for (var node = omitted.Node; node > 0; node = plan.Nodes[node].Parent)
            {
                nodes.Add(node);
            }
        }

        return nodes;
    }
}
