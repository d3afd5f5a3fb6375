using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>A framework with what its code shares with that of others. A value: equal units are printed alike.</summary>
/// <param name="Plan">The framework.</param>
/// <param name="AskedItems">The items whose truth the aggregates of others ask for, ascending; its code keeps them.</param>
/// <param name="Members">The frameworks whose members it aggregates, by ascending index.</param>
public sealed record EmissionUnit(FrameworkPlan Plan, EquatableArray<int> AskedItems, EquatableArray<MemberFramework> Members)
{
    /// <summary>A framework that has nothing to do with others.</summary>
    public static EmissionUnit Alone(FrameworkPlan plan) => new(plan, ImmutableArray<int>.Empty, ImmutableArray<MemberFramework>.Empty);

    /// <summary>The frameworks of a program, in its order.</summary>
    public static ImmutableArray<EmissionUnit> OfProgram(ProgramPlan program)
    {
        var aggregates = program.Frameworks.SelectMany(framework => framework.Aggregates()).ToImmutableArray();
        return program.Frameworks
            .Select((framework, index) => new EmissionUnit(
                framework,
                AskedItemsOf(aggregates, index),
                framework.AggregatedFrameworks()
                    .Select(member => new MemberFramework(member, program.Frameworks[member], AskedItemsOf(aggregates, member)))
                    .ToImmutableArray()))
            .ToImmutableArray();
    }

    /// <summary>The same unit with its plan rewritten, and with what is not printed taken out of the plans of its members.</summary>
    /// <param name="rewrite">Takes out of the framework's own plan what is not printed.</param>
    public EmissionUnit WithPrintedPartsOnly(Func<FrameworkPlan, FrameworkPlan> rewrite) => this with
    {
        Plan = rewrite(Plan),
        Members = Members.Select(member => member with { Plan = member.Plan.WithoutLocations().WithoutTexts() }).ToImmutableArray(),
    };

    private static ImmutableArray<int> AskedItemsOf(ImmutableArray<AggregateExpression> aggregates, int framework) => aggregates
        .Where(aggregate => aggregate.Framework == framework)
        .SelectMany(aggregate => aggregate.Value.SelfAndParts())
        .OfType<ItemExpression>()
        .Select(item => item.Item)
        .Distinct()
        .OrderBy(item => item)
        .ToImmutableArray();
}
