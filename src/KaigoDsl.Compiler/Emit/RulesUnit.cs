using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>The rules of one entity with what their code shares with that of frameworks. A value: equal units are printed alike.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Ground">The framework on whose table they stand; without one, a framework of nothing but the table.</param>
/// <param name="Members">The frameworks whose members the rules and their allocations aggregate, by ascending index.</param>
/// <param name="Aggregates">What they aggregate, each once.</param>
public sealed record RulesUnit(
    RulesPlan Rules,
    FrameworkPlan Ground,
    EquatableArray<MemberFramework> Members,
    EquatableArray<AggregateExpression> Aggregates)
{
    /// <summary>Whether a framework's table and scores are there; otherwise the table is printed with the rules.</summary>
    public bool HasFramework => Rules.Framework >= 0;

    /// <summary>The rules of a program, in its order.</summary>
    public static ImmutableArray<RulesUnit> OfProgram(ProgramPlan program)
    {
        return program.Rules.Select((rules, index) =>
        {
            var aggregates = AggregatesOf(program, index).Distinct().ToImmutableArray();
            return new RulesUnit(
                rules,
                rules.Framework >= 0 ? program.Frameworks[rules.Framework] : TableOf(rules),
                aggregates
                    .Select(aggregate => aggregate.Framework)
                    .Distinct()
                    .OrderBy(member => member)
                    .Select(member => new MemberFramework(member, program.Frameworks[member]))
                    .ToImmutableArray(),
                aggregates);
        }).ToImmutableArray();
    }

    /// <summary>
    /// The same unit without what its code does not print: how frameworks score, and places. What <paramref name="withLines"/> keeps are
    /// the places of expressions.
    /// </summary>
    public RulesUnit WithPrintedPartsOnly(bool withLines) => this with
    {
        Rules = withLines ? Rules.WithPrintedLocationsOnly() : Rules.WithoutLocations(),
        Ground = HasFramework ? Ground.SeenFromOutside() : Ground.WithoutLocations(),
        Members = Members.Select(member => member with { Plan = member.Plan.SeenFromOutside() }).ToImmutableArray(),
    };

    private static IEnumerable<AggregateExpression> AggregatesOf(ProgramPlan program, int rules) =>
        program.Rules[rules].Expressions()
            .Concat(program.Allocations.Where(allocation => allocation.Rules == rules).SelectMany(allocation => allocation.Expressions()))
            .SelectMany(expression => expression.SelfAndParts())
            .OfType<AggregateExpression>();

    private static FrameworkPlan TableOf(RulesPlan rules) => new()
    {
        Name = rules.Entity,
        FiscalYear = 0,
        YearCode = string.Empty,
        Entity = rules.Entity,
        EntityIdentifier = rules.EntityIdentifier,
        Title = null,
        Columns = rules.Columns,
        Nodes = EquatableArray<NodePlan>.Empty,
        Items = EquatableArray<ItemPlan>.Empty,
        Rankings = EquatableArray<RankingPlan>.Empty,
        Constants = rules.Constants,
        Steps = EquatableArray<StepPlan>.Empty,
        SlotCount = 0,
        Location = rules.Location,
    };
}
