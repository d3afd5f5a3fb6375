using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>A framework with what its code shares with that of others. A value: equal units are printed alike.</summary>
/// <param name="Plan">The framework.</param>
/// <param name="Members">The frameworks whose members it aggregates, by ascending index.</param>
public sealed record EmissionUnit(FrameworkPlan Plan, EquatableArray<MemberFramework> Members)
{
    /// <summary>A framework that has nothing to do with others.</summary>
    public static EmissionUnit Alone(FrameworkPlan plan) => new(plan, ImmutableArray<MemberFramework>.Empty);

    /// <summary>The frameworks of a program, in its order.</summary>
    public static ImmutableArray<EmissionUnit> OfProgram(ProgramPlan program) => program.Frameworks
        .Select(framework => new EmissionUnit(
            framework,
            framework.AggregatedFrameworks().Select(member => new MemberFramework(member, program.Frameworks[member])).ToImmutableArray()))
        .ToImmutableArray();

    /// <summary>The same unit with its plan rewritten, and with what is not printed taken out of the plans of its members.</summary>
    /// <param name="rewrite">Takes out of the framework's own plan what is not printed.</param>
    public EmissionUnit WithPrintedPartsOnly(Func<FrameworkPlan, FrameworkPlan> rewrite) => this with
    {
        Plan = rewrite(Plan),
        Members = Members.Select(member => member with { Plan = member.Plan.SeenFromOutside() }).ToImmutableArray(),
    };
}
