using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Carries out the allocations of a program in their order, so that what one leaves can go to the next.</summary>
public static class ProgramAllocator
{
    /// <summary>Carries out every allocation whose data is there.</summary>
    /// <param name="scores">The frameworks, evaluated.</param>
    /// <param name="tables">Tables of entities without a framework, by entity; <see langword="null"/> for none.</param>
    /// <param name="overrides">Constants to replace, those the frameworks were evaluated with; <see langword="null"/> for none.</param>
    /// <returns>By allocation: its result, or <see langword="null"/> when there is no data for its entity.</returns>
    public static ImmutableArray<AllocationResult?> Evaluate(
        ProgramEvaluation scores, IReadOnlyDictionary<string, EntityTable>? tables = null, ConstantOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var program = scores.Program;
        var rules = new RulesEvaluation?[program.Rules.Length];
        var results = new AllocationResult?[program.Allocations.Length];
        foreach (var plan in program.Allocations)
        {
            if ((rules[plan.Rules] ??= Rules(program.Rules[plan.Rules], scores, tables, overrides)) is { } ground)
            {
                results[plan.Index] = Allocate(program, plan, ground, results);
            }
        }

        return [.. results];
    }

    private static AllocationResult Allocate(ProgramPlan program, AllocationPlan plan, RulesEvaluation rules, AllocationResult?[] results)
    {
        var sources = program.Allocations.Where(other => Residues(other).Any(r => r.Kind == ResidueKind.SpillOver && r.Allocation == plan.Index)).ToArray();
        ImmutableArray<AllocationProblem> problems =
        [
            .. sources.Where(source => results[source.Index] is not { IsDone: true })
                .Select(source => new AllocationProblem(AllocationProblemKind.MissingSource, string.Empty, -1, Rational.Missing, source.Name)),
        ];
        if (!problems.IsEmpty)
        {
            return new AllocationResult(plan, rules, problems);
        }

        var received = sources.SelectMany(source => results[source.Index]?.Spills ?? []).Where(spill => spill.Allocation == plan.Index);
        return AllocationEvaluator.Evaluate(plan, rules, [.. received], index => program.Allocations[index].Name);
    }

    private static IEnumerable<ResiduePlan> Residues(AllocationPlan plan) =>
        plan.Pools.Select(static pool => pool.Residue).OfType<ResiduePlan>().Append(plan.Residue);

    private static RulesEvaluation? Rules(RulesPlan plan, ProgramEvaluation scores, IReadOnlyDictionary<string, EntityTable>? tables, ConstantOverrides? overrides) =>
        plan.Framework >= 0
            ? scores.Frameworks[plan.Framework] is { } evaluation ? RulesEvaluator.Evaluate(scores.Program, plan, evaluation.Table, evaluation, overrides) : null
            : tables is not null && tables.TryGetValue(plan.Entity, out var table) ? RulesEvaluator.Evaluate(scores.Program, plan, table, null, overrides) : null;
}
