using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;
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

    /// <summary>What entities are paid; <see langword="null"/> when the frameworks have no allocation.</summary>
    public SummaryMoney? Money { get; init; }

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

    /// <summary>The entities whose payments move, the greatest difference first; nobody where nobody may be recognised.</summary>
    /// <param name="count">How many at most.</param>
    public IEnumerable<SummaryEntity> YenMovers(int count) => Entities.Where(static entity => !entity.YenDifference.IsMissing && entity.YenDifference.Sign != 0)
        .OrderByDescending(static entity => entity.YenDifference.Sign < 0 ? -entity.YenDifference : entity.YenDifference)
        .ThenBy(static entity => entity.Key, StringComparer.Ordinal)
        .Take(count);

    /// <summary>Makes the summary.</summary>
    /// <param name="impact">The impact.</param>
    /// <param name="isAnonymous">Whether nobody may be recognised.</param>
    public static ImpactSummary Create(ImpactResult impact, bool isAnonymous = false)
    {
        ArgumentNullException.ThrowIfNull(impact);
        var pair = impact.Frameworks;
        var compared = impact.Compared.Count();
        var effective = impact.Factors.Where(static factor => factor.IsEffective).ToImmutableArray();
        return new ImpactSummary
        {
            Heading = pair.Relation == PairRelation.SameYear ? new(pair.New.Name, pair.New.Name) : new($"{pair.Old.Name} → {pair.New.Name}", $"{pair.Old.Name} → {pair.New.Name}"),
            Headline = ImpactHeadline.Of(impact, compared, isAnonymous),
            IsAnonymous = isAnonymous,
            Compared = compared,
            Gains = impact.Gains,
            Losses = impact.Losses,
            Total = impact.Entities.Sum(static entity => (long)(entity.Difference ?? 0)),
            Factors = [.. effective.Select(factor => Summarise(impact.Diff, factor, isAnonymous))],
            Money = impact.Money is null ? null : Summarise(impact.Money),
            WithoutEffect = Idle(impact, effective, canBeScored: true),
            Uncomputed = Idle(impact, effective, canBeScored: false),
            Entities = EntitySummaries.Of(impact, effective, isAnonymous),
            Groupings = [.. impact.Groupings.Select(grouping => SummaryGrouping.Create(grouping, isAnonymous))],
            Distribution = impact.Distribution,
            Omitted = impact.Omitted,
            Crossed = [.. impact.Crossed.Select(SummaryCrossing.Create)],
        };
    }

    private static SummaryFactor Summarise(SpecDiff diff, ImpactFactor factor, bool isAnonymous) => new(
        factor.Kind, factor.Change < 0 ? null : diff.Changes[factor.Change].Kind.Code, factor.Text, factor.Gains, factor.Losses, factor.Total)
    {
        YenGains = factor.YenGains,
        YenLosses = factor.YenLosses,

        // What it gives to one or two is theirs to know.
        YenTotal = isAnonymous && factor.YenGains + factor.YenLosses is > 0 and < SummaryGrouping.SmallestTold ? Rational.Missing : factor.YenTotal,
    };

    private static SummaryMoney Summarise(MoneyImpact money) => new(
        [
            .. money.Allocations.Select(static allocation => new SummaryAllocation(
                allocation.Name, allocation.Title, allocation.OldTotal, allocation.NewTotal, allocation.Gains, allocation.Losses, NoteOf(allocation))),
        ],
        money.Compared.Count(),
        money.Gains,
        money.Losses,
        money.Allocations.Any(static allocation => allocation.IsCompared)
            ? money.Compared.Aggregate(Rational.Zero, (sum, entity) => sum + money.Entities[entity].Difference)
            : Rational.Missing);

    private static LocalizedText? NoteOf(AllocationImpact allocation) => (allocation.OldReason, allocation.NewReason) switch
    {
        ({ } old, { } current) when old == current => new($"計算できない：{old.Japanese}", $"cannot be computed: {old.English}"),
        ({ } old, { } current) => new($"旧：{old.Japanese}新：{current.Japanese}", $"old: {old.English} New: {current.English}"),
        ({ } old, null) => new($"旧が計算できない：{old.Japanese}", $"the old one cannot be computed: {old.English}"),
        (null, { } current) => new($"新が計算できない：{current.Japanese}", $"the new one cannot be computed: {current.English}"),
        _ => !allocation.IsInOld ? new("新設", "added") : !allocation.IsInNew ? new("廃止", "removed") : null,
    };

    /// <summary>The changes that are no factor with an effect: those at places that can be scored and paid, or the others.</summary>
    private static ImmutableArray<LocalizedText> Idle(ImpactResult impact, ImmutableArray<ImpactFactor> effective, bool canBeScored)
    {
        var moving = effective.SelectMany(static factor => factor.Joined.Append(factor.Change)).ToHashSet();
        var (old, current) = (OmittedNodes(impact, isOld: true), OmittedNodes(impact, isOld: false));
        var (points, yen) = (impact.ChangesOfPoints.Select(static entry => entry.Index).ToHashSet(), impact.ChangesOfYen(canBeScored).Select(static entry => entry.Index).ToHashSet());
        var others = canBeScored ? [] : impact.ChangesOfYen(true).Select(static entry => entry.Index).ToHashSet();
        return
        [
            .. impact.Diff.Changes
                .Select(static (change, i) => (Change: change, Index: i))
                .Where(entry => !moving.Contains(entry.Index))
                .Where(entry => points.Contains(entry.Index)
                    ? canBeScored != (old.Contains(entry.Change.OldNode) || current.Contains(entry.Change.NewNode))
                    : yen.Contains(entry.Index) && !others.Contains(entry.Index))
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
