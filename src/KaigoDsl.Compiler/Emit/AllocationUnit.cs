using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>An allocation with what its code shares with that of rules and of other allocations. A value: equal units are printed alike.</summary>
/// <param name="Plan">The allocation.</param>
/// <param name="Rules">The rules it stands on.</param>
/// <param name="Targets">The allocations it spills into.</param>
/// <param name="Sources">The allocations that spill into it, in order.</param>
public sealed record AllocationUnit(AllocationPlan Plan, RulesUnit Rules, EquatableArray<AllocationReference> Targets, EquatableArray<AllocationReference> Sources)
{
    /// <summary>The allocations of a program, in its order.</summary>
    public static ImmutableArray<AllocationUnit> OfProgram(ProgramPlan program) => OfProgram(program, RulesUnit.OfProgram(program));

    /// <summary>The allocations of a program, in its order.</summary>
    /// <param name="program">The program.</param>
    /// <param name="rules">Its rules, from <see cref="RulesUnit.OfProgram"/>.</param>
    public static ImmutableArray<AllocationUnit> OfProgram(ProgramPlan program, ImmutableArray<RulesUnit> rules)
    {
        return program.Allocations
            .Select(plan => new AllocationUnit(
                plan,
                rules[plan.Rules],
                TargetsOf(plan).Select(target => ReferenceTo(program.Allocations[target])).ToImmutableArray(),
                program.Allocations.Where(other => TargetsOf(other).Contains(plan.Index)).Select(ReferenceTo).ToImmutableArray()))
            .ToImmutableArray();

        AllocationReference ReferenceTo(AllocationPlan plan) =>
            new(plan.Index, plan.Name, plan.Label, plan.Identifier, rules[plan.Rules].Rules.EntityIdentifier, plan.YearCode);
    }

    /// <summary>The same unit without what its code does not print: texts and places of rules, and how frameworks score.</summary>
    /// <param name="withLines">Whether the places of the allocation's own expressions are printed.</param>
    public AllocationUnit WithPrintedPartsOnly(bool withLines)
    {
        var rules = Rules.WithPrintedPartsOnly(withLines: false);
        return this with
        {
            Plan = withLines ? Plan : Plan.WithoutLocations(),
            Rules = rules with { Rules = rules.Rules.WithoutTexts(), Ground = rules.Ground.SeenFromOutside() },
        };
    }

    private static IEnumerable<int> TargetsOf(AllocationPlan plan) => plan.Pools
        .Select(pool => pool.Residue)
        .Append(plan.Residue)
        .Where(residue => residue is { Kind: ResidueKind.SpillOver, Allocation: >= 0 })
        .Select(residue => residue?.Allocation ?? -1)
        .Distinct();
}

/// <summary>Another allocation of the program, as far as code depends on it.</summary>
/// <param name="Index">Its index in the program.</param>
/// <param name="Name">Year, entity and label.</param>
/// <param name="Label">As written.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="EntityIdentifier">The C# stem of its entity.</param>
/// <param name="YearCode">Short era form.</param>
public sealed record AllocationReference(int Index, string Name, string Label, string Identifier, string EntityIdentifier, string YearCode);
