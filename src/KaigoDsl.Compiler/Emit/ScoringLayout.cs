using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// The decided shape of the scoring code: which steps go into one method, which slots can be unknown, what the methods of expressions
/// without a kernel are called. A ranking is a method of its own; consecutive steps of one indicator share one.
/// </summary>
internal sealed class ScoringLayout
{
    /// <summary>Keeps a method small enough for the JIT to optimise it and for a person to read it.</summary>
    private const int MaximumStepsPerMethod = 40;

    private readonly bool[] _mayBeUnknown;
    private readonly Dictionary<int, string> _conditions;
    private readonly Dictionary<int, string> _populations;
    private readonly Dictionary<int, string> _rules;
    private readonly Dictionary<int, string> _bests;

    private ScoringLayout(
        ImmutableArray<ScoringUnit> units,
        ImmutableArray<AggregateExpression> aggregates,
        ImmutableArray<string> constantMembers,
        bool[] mayBeUnknown,
        FrameworkPlan plan,
        NameScope names)
    {
        Units = units;
        Aggregates = aggregates;
        ConstantMembers = constantMembers;
        _mayBeUnknown = mayBeUnknown;
        _conditions = plan.Items
            .Where(item => item.Expression is { } condition && ConditionShape.Of(condition) is null)
            .ToDictionary(item => item.Index, item => names.Claim("Condition_" + Stem(plan, item.Node)));
        _populations = plan.Rankings
            .Where(ranking => ranking.Population is { } population && ConditionShape.Of(population) is null)
            .ToDictionary(ranking => ranking.Index, ranking => names.Claim("Population_" + Stem(plan, ranking.Node)));
        _rules = plan.Rankings.ToDictionary(ranking => ranking.Index, ranking => names.Claim("Rule_" + Stem(plan, ranking.Node)));
        _bests = plan.Steps.OfType<BestStep>()
            .ToDictionary(best => best.Target, best => names.Claim("Best_" + Stem(plan, best.Target < plan.Nodes.Count ? best.Target : 0)));
        RankingsWithStandings = new HashSet<int>(plan.Steps.OfType<BestStep>()
            .Where(best => best.Books && best.Candidates.Count > 1)
            .SelectMany(best => best.Candidates)
            .Select(candidate => candidate.Ranking));
    }

    /// <summary>The methods in the order they are called.</summary>
    public ImmutableArray<ScoringUnit> Units { get; }

    /// <summary>The different aggregates over members; each is computed once.</summary>
    public ImmutableArray<AggregateExpression> Aggregates { get; }

    /// <summary>The property of each constant, unescaped.</summary>
    public ImmutableArray<string> ConstantMembers { get; }

    /// <summary>The rankings whose standings decide between series.</summary>
    public HashSet<int> RankingsWithStandings { get; }

    /// <summary>Whether the score of a slot can be unknown.</summary>
    public bool MayBeUnknown(int slot) => _mayBeUnknown[slot];

    /// <summary>The method of an item's condition, or <see langword="null"/> when it has a kernel or is no expression.</summary>
    public string? ConditionMethod(int item) => _conditions.TryGetValue(item, out var name) ? name : null;

    /// <summary>The method of a ranking's population, or <see langword="null"/> when it has a kernel or there is none.</summary>
    public string? PopulationMethod(int ranking) => _populations.TryGetValue(ranking, out var name) ? name : null;

    /// <summary>The field with a ranking's rule.</summary>
    public string Rule(int ranking) => _rules[ranking];

    /// <summary>The field with the rule of a 高い方.</summary>
    public string Best(int target) => _bests[target];

    /// <param name="plan">The framework.</param>
    public static ScoringLayout Create(FrameworkPlan plan)
    {
        var names = new NameScope("FiscalYear", "FullMark", "Name", "Score", "Title", "YearCode", plan.EntityIdentifier + "Framework");
        var constants = new NameScope(plan.EntityIdentifier + "Constants", "Default", "EqualityContract", "PrintMembers", "Deconstruct", "Clone");
        var members = plan.Constants.Select(constant => constants.Claim(constant.Identifier)).ToImmutableArray();
        return new ScoringLayout(Group(plan, names), plan.Aggregates().ToImmutableArray(), members, UnknownSlots(plan), plan, names);
    }

    private static ImmutableArray<ScoringUnit> Group(FrameworkPlan plan, NameScope names)
    {
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
}

/// <summary>One method of the scoring code.</summary>
/// <param name="Method">Its name, unescaped.</param>
/// <param name="Node">The node it is about; 0 for the framework's totals.</param>
/// <param name="Ranking">The ranking it evaluates, or -1.</param>
/// <param name="Steps">The row-wise steps it runs, empty for a ranking.</param>
internal sealed record ScoringUnit(string Method, int Node, int Ranking, ImmutableArray<StepPlan> Steps);
