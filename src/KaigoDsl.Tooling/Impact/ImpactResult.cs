using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact;

/// <summary>Who gains and who loses by the changes between two frameworks, and by which of them.</summary>
public sealed record ImpactResult
{
    /// <summary>The comparison.</summary>
    public required SpecDiff Diff { get; init; }

    /// <summary>Index of the frameworks in <see cref="SpecDiff.Pairs"/>.</summary>
    public required int Pair { get; init; }

    /// <summary>The tables.</summary>
    public required ImpactData Data { get; init; }

    /// <summary>The old table under the old rules, on the part that both sides can score.</summary>
    public required Evaluation Old { get; init; }

    /// <summary>The new table under the new rules, on the part that both sides can score.</summary>
    public required Evaluation New { get; init; }

    /// <summary>Every entity of either table: those of the new table in its order, then those of the old table only.</summary>
    public required ImmutableArray<EntityImpact> Entities { get; init; }

    /// <summary>
    /// What the differences come from: changes in the order of the comparison, then data, what is read elsewhere, interaction. For every entity
    /// whose difference is known the parts add up to it exactly.
    /// </summary>
    public required ImmutableArray<ImpactFactor> Factors { get; init; }

    /// <summary>What the allocations of the frameworks pay before and after; <see langword="null"/> when neither side has one.</summary>
    public MoneyImpact? Money { get; init; }

    /// <summary>Winners and losers by what the data says of the entities, where it says something.</summary>
    public required ImmutableArray<GroupingImpact> Groupings { get; init; }

    /// <summary>How the differences are distributed, ascending without gaps.</summary>
    public required ImmutableArray<DifferenceBin> Distribution { get; init; }

    /// <summary>What is left out on either side because the data says nothing about it. Points and ranks are then of the rest.</summary>
    public required ImmutableArray<OmittedNode> Omitted { get; init; }

    /// <summary>With two data sets: each under the other's rules.</summary>
    public required ImmutableArray<CrossedScores> Crossed { get; init; }

    /// <summary>The frameworks.</summary>
    public FrameworkPair Frameworks => Diff.Pairs[Pair];

    /// <summary>Indexes of the entities whose difference is known.</summary>
    public IEnumerable<int> Compared => Enumerable.Range(0, Entities.Length).Where(i => Entities[i].Difference is not null);

    /// <summary>How many entities have more points than before.</summary>
    public int Gains => Entities.Count(static entity => entity.Difference > 0);

    /// <summary>How many entities have fewer points than before.</summary>
    public int Losses => Entities.Count(static entity => entity.Difference < 0);

    /// <summary>The changes between the two frameworks that points can feel; those of rules and allocations, and of constants that only these read, move none.</summary>
    public IEnumerable<(SpecChange Change, int Index)> ChangesOfPoints => Felt.Where(entry =>
        string.CompareOrdinal(entry.Change.Kind.Code, "D6") < 0
        || (entry.Change.Kind == ChangeKinds.ConstantChanged && (IsReadByScoring(Frameworks.Old, entry.Change) || IsReadByScoring(Frameworks.New, entry.Change))));

    /// <summary>
    /// The changes that only payments can feel: of allocations, and of rules and constants that they read. The whole budget is none, as its 枠 pay it out.
    /// </summary>
    /// <param name="isCompared">Of the allocations that are compared, not of those that cannot be.</param>
    public IEnumerable<(SpecChange Change, int Index)> ChangesOfYen(bool isCompared)
    {
        var points = ChangesOfPoints.Select(static entry => entry.Index).ToHashSet();
        var allocations = (Money?.Allocations ?? []).Where(allocation => allocation.IsCompared == isCompared).ToArray();
        return Felt.Where(entry => !points.Contains(entry.Index)
            && entry.Change.Kind != ChangeKinds.BudgetChanged
            && allocations.Any(allocation => allocation.IsAbout(entry.Change)));
    }

    /// <summary>The entities with the greatest difference either way, then by rank moved and key; none that is unmoved.</summary>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<int> Movers(int count) =>
    [
        .. Compared.Where(i => Entities[i].Difference != 0 || Entities[i].RankGain is not (null or 0))
            .OrderByDescending(i => Math.Abs(Entities[i].Difference ?? 0))
            .ThenByDescending(i => Math.Abs(Entities[i].RankGain ?? 0))
            .ThenBy(i => Entities[i].Key, StringComparer.Ordinal)
            .Take(count),
    ];

    /// <summary>Changes of severity payee between the two frameworks; what several frameworks share is told with one of them.</summary>
    private IEnumerable<(SpecChange Change, int Index)> Felt => Diff.Changes
        .Select(static (change, i) => (Change: change, Index: i))
        .Where(entry => entry.Change.Kind.Severity == ChangeSeverity.Payee
            && (entry.Change.Pair == Pair || entry.Change.Kind == ChangeKinds.ConstantChanged || entry.Change.Kind == ChangeKinds.StepTableChanged));

    private static bool IsReadByScoring(FrameworkPlan plan, SpecChange change) => plan.Expressions()
        .SelectMany(static expression => expression.SelfAndParts())
        .SelectMany(static part => part is AggregateExpression aggregate ? aggregate.Value.SelfAndParts() : [part])
        .OfType<ConstantExpression>()
        .Any(constant => string.Equals(plan.Constants[constant.Constant].Name, change.Subject.Japanese, StringComparison.Ordinal));

    /// <summary>The parts of an entity's difference that are not zero, the greatest first.</summary>
    public IEnumerable<(ImpactFactor Factor, Runtime.Rational Part)> PartsOf(int entity) => Factors
        .Select((factor, i) => (Factor: factor, Part: factor.Parts[entity], Index: i))
        .Where(static entry => !entry.Part.IsMissing && entry.Part.Sign != 0)
        .OrderByDescending(static entry => entry.Part.Sign < 0 ? -entry.Part : entry.Part)
        .ThenBy(static entry => entry.Index)
        .Select(static entry => (entry.Factor, entry.Part));
}
