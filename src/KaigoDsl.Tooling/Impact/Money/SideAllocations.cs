using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>The allocations (配分) of one side over its own table: carried out in the order of the program, or the reason why not.</summary>
internal sealed class SideAllocations
{
    private readonly Dictionary<int, AllocationResult> _results = [];
    private readonly Dictionary<int, LocalizedText> _reasons = [];

    private SideAllocations(RulesPlan rules, RulesEvaluation evaluation, ImmutableArray<AllocationPlan> plans) =>
        (Rules, Evaluation, Plans) = (rules, evaluation, plans);

    /// <summary>What they stand on.</summary>
    public RulesPlan Rules { get; }

    /// <summary>The rules they read, computed.</summary>
    public RulesEvaluation Evaluation { get; }

    /// <summary>The allocations, in the order of the program.</summary>
    public ImmutableArray<AllocationPlan> Plans { get; }

    /// <summary>Carries out the allocations of one framework.</summary>
    /// <param name="program">The program.</param>
    /// <param name="framework">Index of the framework.</param>
    /// <param name="scores">The framework evaluated.</param>
    /// <param name="isExcluded">Whether a node is left out because the data says nothing about it.</param>
    /// <param name="overrides">Constants replaced.</param>
    public static SideAllocations Create(ProgramPlan program, int framework, Evaluation scores, Func<int, bool> isExcluded, ConstantOverrides overrides)
    {
        var plan = program.Frameworks[framework];
        var index = program.Rules.ToList().FindIndex(rules => rules.Framework == framework);
        var rules = index >= 0 ? program.Rules[index] : NoRules(plan, framework);
        ImmutableArray<AllocationPlan> plans = [.. program.Allocations.Where(allocation => index >= 0 && allocation.Rules == index)];
        var unread = plans.ToDictionary(static allocation => allocation.Index, allocation => Excluded(allocation, rules, plan, isExcluded));
        var wanted = plans.Where(allocation => unread[allocation.Index] is null).SelectMany(allocation => Steps(allocation)).Distinct();
        var evaluation = RulesEvaluator.Evaluate(program, rules, scores.Table, scores, overrides, [.. wanted]);
        var side = new SideAllocations(rules, evaluation, plans);
        foreach (var allocation in plans)
        {
            side.Run(allocation, unread[allocation.Index]);
        }

        return side;
    }

    /// <summary>The result of an allocation; <see langword="null"/> when it was not carried out.</summary>
    public AllocationResult? ResultOf(AllocationPlan allocation) => _results.GetValueOrDefault(allocation.Index);

    /// <summary>Why an allocation was not carried out; <see langword="null"/> when it was.</summary>
    public LocalizedText? ReasonOf(AllocationPlan allocation) => _reasons.GetValueOrDefault(allocation.Index);

    /// <summary>Indexes of the allocations that one may leave money to.</summary>
    public static IEnumerable<int> TargetsOf(AllocationPlan allocation) => allocation.Pools.Select(static pool => pool.Residue)
        .Append(allocation.Residue)
        .Where(static residue => residue is { Kind: ResidueKind.SpillOver, Allocation: >= 0 })
        .Select(static residue => residue?.Allocation ?? -1)
        .Distinct();

    private static RulesPlan NoRules(FrameworkPlan plan, int framework) => new()
    {
        Entity = plan.Entity,
        EntityIdentifier = plan.EntityIdentifier,
        Framework = framework,
        Columns = plan.Columns,
        Constants = plan.Constants,
        Formulas = ImmutableArray<FormulaPlan>.Empty,
        Standings = ImmutableArray<StandingPlan>.Empty,
        Decisions = ImmutableArray<DecisionPlan>.Empty,
        StepTables = ImmutableArray<StepTablePlan>.Empty,
        Steps = ImmutableArray<RuleStepPlan>.Empty,
        Location = PlanLocation.None,
    };

    private static IEnumerable<RuleStepPlan> Steps(AllocationPlan allocation) => allocation.Expressions().SelectMany(RuleDependencies.DirectReads)
        .Concat(allocation.Gates.Select(static gate => new DecisionStep(gate.Decision)));

    /// <summary>What an allocation reads that is left out; <see langword="null"/> for nothing.</summary>
    private static string? Excluded(AllocationPlan allocation, RulesPlan rules, FrameworkPlan plan, Func<int, bool> isExcluded) => rules
        .Reach(allocation.Expressions().Concat(allocation.Gates.Select(static gate => new DecisionExpression(gate.Decision))))
        .SelectMany(part => part switch
        {
            ItemExpression item => [plan.Items[item.Item].Node],
            ScoreExpression score when score.Slot >= plan.Nodes.Length => [plan.Shadows[score.Slot - plan.Nodes.Length].Node, plan.Shadows[score.Slot - plan.Nodes.Length].Without],
            ScoreExpression score => [score.Slot],
            _ => Array.Empty<int>(),
        })
        .Where(isExcluded)
        .Select(node => plan.Nodes[node].Path)
        .FirstOrDefault();

    private void Run(AllocationPlan allocation, string? unread)
    {
        if (unread is not null)
        {
            _reasons.Add(allocation.Index, new($"「{unread}」の得点がデータから分からない。", $"The data does not tell the points of `{unread}`."));
            return;
        }

        var sources = Plans.Where(other => TargetsOf(other).Contains(allocation.Index)).ToArray();
        if (sources.FirstOrDefault(source => !_results.ContainsKey(source.Index)) is { } missing)
        {
            _reasons.Add(allocation.Index, new($"残余を渡す「{missing.Name}」が計算できない。", $"`{missing.Name}`, whose residue it gets, cannot be computed."));
            return;
        }

        var received = sources.SelectMany(source => _results[source.Index].Spills).Where(spill => spill.Allocation == allocation.Index);
        var result = AllocationEvaluator.Try(allocation, Evaluation, [.. received]);
        if (result.IsDone)
        {
            _results.Add(allocation.Index, result);
        }
        else
        {
            _reasons.Add(allocation.Index, RefusalTexts.Of(result.Problems));
        }
    }
}
