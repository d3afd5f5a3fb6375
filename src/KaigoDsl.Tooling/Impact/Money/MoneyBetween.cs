using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>The allocations of two frameworks, matched by label, and the worlds between them.</summary>
internal sealed class MoneyBetween
{
    private readonly SpecDiff _diff;
    private readonly Dictionary<(Side, int), AllocationBetween> _lasting = [];
    private readonly Dictionary<AllocationBetween, ImmutableArray<MoneySource>> _sources = [];

    public MoneyBetween(SpecDiff diff, Worlds worlds)
    {
        (_diff, Worlds) = (diff, worlds);
        var overrides = worlds.Options.Overrides;
        Old = SideAllocations.Create(diff.Old, worlds.Pair.OldIndex, worlds.Old, node => worlds.IsExcluded(Side.Old, node), overrides);
        New = SideAllocations.Create(diff.New, worlds.Pair.NewIndex, worlds.New, node => worlds.IsExcluded(Side.New, node), overrides);
        Rules = new RulesBetween(worlds, new WorldColumns(worlds), Old, New);
        Matches =
        [
            .. New.Plans.Select(plan => (Old.Plans.FirstOrDefault(old => old.Label == plan.Label), (AllocationPlan?)plan)),
            .. Old.Plans.Where(plan => New.Plans.All(other => other.Label != plan.Label)).Select(static plan => ((AllocationPlan?)plan, (AllocationPlan?)null)),
        ];
        foreach (var (before, after) in Matches)
        {
            if (before is not null && after is not null && Old.ResultOf(before) is not null && New.ResultOf(after) is not null)
            {
                var allocation = new AllocationBetween(this, before, after, _lasting.Count / 2);
                _lasting.Add((Side.Old, before.Index), allocation);
                _lasting.Add((Side.New, after.Index), allocation);
            }
        }
    }

    public Worlds Worlds { get; }

    /// <summary>The old allocations under the old rules.</summary>
    public SideAllocations Old { get; }

    /// <summary>The new allocations under the new rules.</summary>
    public SideAllocations New { get; }

    public RulesBetween Rules { get; }

    /// <summary>The allocations by label: those of the new side in its order, then those that are gone.</summary>
    public ImmutableArray<(AllocationPlan? Old, AllocationPlan? New)> Matches { get; }

    public RulesPlan RulesOf(Side side) => SideOf(side).Rules;

    /// <summary>An allocation by its index in the program of one side.</summary>
    public AllocationPlan PlanOf(Side side, int index) => (side == Side.Old ? _diff.Old : _diff.New).Allocations[index];

    /// <summary>The allocation that is carried out on both sides; <see langword="null"/> when it is not.</summary>
    public AllocationBetween? AllocationOf(Side side, int index) => _lasting.GetValueOrDefault((side, index));

    /// <summary>The factor by which an allocation of one side only is there.</summary>
    public int PresenceOf(Side side, AllocationPlan plan) =>
        Worlds.Book.FindNamed(side == Side.Old ? ChangeKinds.AllocationRemoved : ChangeKinds.AllocationAdded, plan.Name);

    /// <summary>The allocations that may leave money to one, on either side.</summary>
    public ImmutableArray<MoneySource> SourcesOf(AllocationBetween allocation)
    {
        if (!_sources.TryGetValue(allocation, out var sources))
        {
            _sources.Add(allocation, []);
            _sources[allocation] = sources = [.. Find(allocation)];
        }

        return sources;
    }

    private SideAllocations SideOf(Side side) => side == Side.Old ? Old : New;

    private IEnumerable<MoneySource> Find(AllocationBetween allocation)
    {
        var lasting = new HashSet<AllocationBetween>();
        foreach (var side in new[] { Side.Old, Side.New })
        {
            foreach (var plan in SideOf(side).Plans.Where(plan => SideAllocations.TargetsOf(plan).Any(target => ReferenceEquals(AllocationOf(side, target), allocation))))
            {
                if (AllocationOf(side, plan.Index) is { } source)
                {
                    if (lasting.Add(source))
                    {
                        yield return new MoneySource(
                            source.Factors, (world, target) => source.Run(world).Spills.Where(spill => spill.Allocation == target.Index));
                    }
                }
                else if (SideOf(side).ResultOf(plan) is { } result && PresenceOf(side, plan) is >= 0 and var presence)
                {
                    yield return new MoneySource([presence], (world, target) => world.SideOf(presence) == side ? Spills(world, side, result, target) : []);
                }
            }
        }
    }

    /// <summary>What an allocation of one side only leaves, as it stands there.</summary>
    private IEnumerable<ReceivedSpill> Spills(FactorSet world, Side side, AllocationResult result, AllocationBetween target) => result.Spills
        .Where(spill => ReferenceEquals(AllocationOf(side, spill.Allocation), target))
        .Select(spill => spill with
        {
            Allocation = target.Index,
            Pool = spill.Pool < 0 ? -1 : target.PoolsIn(world).ToList().FindIndex(pool => pool.Label == PlanOf(side, spill.Allocation).Pools[spill.Pool].Label),
        });
}
