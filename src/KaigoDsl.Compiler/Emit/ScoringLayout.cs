using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// The decided shape of the scoring code: which steps go into one method, which slots can be unknown, which items' truth has
/// to be kept. A ranking needs the whole column and is a method of its own; every other step only looks at its own row, so
/// consecutive ones of one indicator share a loop.
/// </summary>
internal sealed class ScoringLayout
{
    /// <summary>Keeps a method small enough for the JIT to optimise it and for a person to read it.</summary>
    private const int MaximumStepsPerMethod = 40;

    private readonly bool[] _mayBeUnknown;
    private readonly int[] _truths;
    private readonly int[] _populations;

    private ScoringLayout(
        ImmutableArray<ScoringUnit> units,
        ImmutableArray<AggregateExpression> aggregates,
        ImmutableArray<string> constantMembers,
        bool[] mayBeUnknown,
        int[] truths,
        int[] populations)
    {
        Units = units;
        Aggregates = aggregates;
        ConstantMembers = constantMembers;
        _mayBeUnknown = mayBeUnknown;
        _truths = truths;
        _populations = populations;
        TruthCount = truths.Concat(populations).Count(truth => truth >= 0);
    }

    /// <summary>The methods in the order they are called.</summary>
    public ImmutableArray<ScoringUnit> Units { get; }

    /// <summary>The different aggregates over members; each is computed once.</summary>
    public ImmutableArray<AggregateExpression> Aggregates { get; }

    /// <summary>The property of each constant, unescaped.</summary>
    public ImmutableArray<string> ConstantMembers { get; }

    /// <summary>Number of truth columns kept.</summary>
    public int TruthCount { get; }

    /// <summary>Whether the score of a slot can be unknown.</summary>
    public bool MayBeUnknown(int slot) => _mayBeUnknown[slot];

    /// <summary>Where an item's truth is kept, or -1 when nothing asks for it.</summary>
    public int Truth(int item) => _truths[item];

    /// <summary>Where a ranking's population is kept as truth values, or -1 when nothing asks for more than true or not.</summary>
    public int PopulationTruth(int ranking) => _populations[ranking];

    /// <param name="plan">The framework.</param>
    /// <param name="askedItems">Items whose truth other frameworks ask for.</param>
    public static ScoringLayout Create(FrameworkPlan plan, EquatableArray<int> askedItems)
    {
        var truths = KeptTruths(plan, askedItems);
        var populations = KeptPopulations(plan, truths);
        var constants = new NameScope(plan.EntityIdentifier + "Constants", "Default", "EqualityContract", "PrintMembers", "Deconstruct", "Clone");
        var members = plan.Constants.Select(constant => constants.Claim(constant.Identifier)).ToImmutableArray();
        return new ScoringLayout(Group(plan), plan.Aggregates().ToImmutableArray(), members, UnknownSlots(plan), truths, populations);
    }

    private static ImmutableArray<ScoringUnit> Group(FrameworkPlan plan)
    {
        var names = new NameScope("FiscalYear", "FullMark", "Name", "Score", "Title", "YearCode", plan.EntityIdentifier + "Framework");
        var units = ImmutableArray.CreateBuilder<ScoringUnit>();
        var steps = ImmutableArray.CreateBuilder<StepPlan>();
        var owner = -1;
        foreach (var step in plan.Steps)
        {
            if (step is RankStep rank)
            {
                Flush();
                var node = plan.Rankings[rank.Ranking].Node;
                units.Add(new ScoringUnit(names.Claim("Rank_" + Stem(plan, node)), node, rank.Ranking, ImmutableArray<StepPlan>.Empty));
                continue;
            }

            var next = Owner(plan, step);
            if (next != owner || steps.Count == MaximumStepsPerMethod)
            {
                Flush();
            }

            owner = next;
            steps.Add(step);
        }

        Flush();
        return units.ToImmutable();

        void Flush()
        {
            if (steps.Count > 0)
            {
                // Sums above the indicators are named after the last of them.
                var node = owner > 0 ? owner : Target(plan, steps[steps.Count - 1]);
                units.Add(new ScoringUnit(names.Claim("Score_" + Stem(plan, node)), node, Ranking: -1, steps.ToImmutable()));
                steps.Clear();
            }
        }
    }

    /// <summary>The indicator a step belongs to; steps above the indicators, and shadow ones, go by the framework.</summary>
    private static int Owner(FrameworkPlan plan, StepPlan step)
    {
        for (var i = Target(plan, step); i >= 0; i = plan.Nodes[i].Parent)
        {
            if (plan.Nodes[i].Kind == NodeKind.Indicator)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>The node a step gives points to; the framework for shadow slots.</summary>
    private static int Target(FrameworkPlan plan, StepPlan step)
    {
        var slot = step switch
        {
            ItemStep item => plan.Items[item.Item].Node,
            PointsStep points => points.Node,
            SumStep sum => sum.Target,
            BestStep best => best.Target,
            _ => 0,
        };
        return slot < plan.Nodes.Count ? slot : 0;
    }

    private static string Stem(FrameworkPlan plan, int node)
    {
        var names = new List<string>();
        for (var i = node; i > 0; i = plan.Nodes[i].Parent)
        {
            names.Insert(0, plan.Nodes[i].Identifier);
        }

        return names.Count == 0 ? "Totals" : string.Join("_", names);
    }

    private static bool[] UnknownSlots(FrameworkPlan plan)
    {
        var unknown = new bool[plan.SlotCount];
        foreach (var step in plan.Steps)
        {
            switch (step)
            {
                case PointsStep points:
                    unknown[points.Node] = true;
                    break;
                case SumStep sum:
                    unknown[sum.Target] = sum.Sources.Any(source => unknown[source]);
                    break;
                case BestStep best:
                    unknown[best.Target] = best.Candidates.Any(candidate => unknown[candidate.Slot]);
                    break;
            }
        }

        return unknown;
    }

    // A tier whose truth is kept tells a row outside the population (false) from one of unknown population (unknown).
    private static int[] KeptPopulations(FrameworkPlan plan, int[] truths)
    {
        var count = truths.Count(truth => truth >= 0);
        var populations = new int[plan.Rankings.Count];
        for (var i = 0; i < populations.Length; i++)
        {
            var asked = plan.Rankings[i].Population is not null
                && plan.Items.Any(item => item.Condition == ConditionKind.Tier && item.Ranking == i && truths[item.Index] >= 0);
            populations[i] = asked ? count++ : -1;
        }

        return populations;
    }

    private static int[] KeptTruths(FrameworkPlan plan, EquatableArray<int> askedItems)
    {
        var needed = new SortedSet<int>(askedItems);
        foreach (var item in plan.Items)
        {
            needed.UnionWith(item.Prerequisites);
            Add(item.Expression);
        }

        foreach (var ranking in plan.Rankings)
        {
            Add(ranking.Value);
            Add(ranking.Population);
        }

        var truths = new int[plan.Items.Count];
        for (var i = 0; i < truths.Length; i++)
        {
            truths[i] = -1;
        }

        var count = 0;
        foreach (var item in needed)
        {
            truths[item] = count++;
        }

        return truths;

        void Add(ExpressionPlan? expression)
        {
            needed.UnionWith((expression?.SelfAndParts() ?? []).OfType<ItemExpression>().Select(item => item.Item));
        }
    }
}

/// <summary>One method of the scoring code.</summary>
/// <param name="Method">Its name, unescaped.</param>
/// <param name="Node">The node it is about; 0 for the framework's totals.</param>
/// <param name="Ranking">The ranking it evaluates, or -1.</param>
/// <param name="Steps">The row-wise steps it runs, empty for a ranking.</param>
internal sealed record ScoringUnit(string Method, int Node, int Ranking, ImmutableArray<StepPlan> Steps);
