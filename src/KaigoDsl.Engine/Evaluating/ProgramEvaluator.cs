using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Evaluates the frameworks of a program in their order, so that 都道府県 can aggregate its 市町村.</summary>
public static class ProgramEvaluator
{
    /// <summary>Evaluates every framework whose data is there.</summary>
    /// <param name="program">The program.</param>
    /// <param name="tables">
    /// Tables by entity label (市町村) or by framework name (令和7年度 市町村). Under an entity's label a table serves the frameworks of that
    /// entity whose columns it has.
    /// </param>
    /// <param name="overrides">Constants to replace; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A table fits no framework of the program.</exception>
    public static ProgramEvaluation Evaluate(
        ProgramPlan program,
        IReadOnlyDictionary<string, EntityTable> tables,
        ConstantOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(tables);
        foreach (var (name, table) in tables)
        {
            CheckUse(program, name, table);
        }

        var results = new Evaluation?[program.Frameworks.Length];
        var done = new Dictionary<int, Evaluation>();
        var missing = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var i = 0; i < results.Length; i++)
        {
            var plan = program.Frameworks[i];
            if (Find(plan, tables) is not { } table)
            {
                continue;
            }

            var absent = plan.AggregatedFrameworks().Where(member => results[member] is null).ToArray();
            missing.UnionWith(absent.Select(member => program.Frameworks[member].Name));
            if (absent.Length == 0)
            {
                done.Add(i, results[i] = FrameworkEvaluator.Evaluate(plan, table, overrides, done));
            }
        }

        return new ProgramEvaluation(program, [.. results], [.. missing]);
    }

    private static EntityTable? Find(FrameworkPlan plan, IReadOnlyDictionary<string, EntityTable> tables) =>
        tables.TryGetValue(plan.Name, out var named) ? named
        : tables.TryGetValue(plan.Entity, out var table) && PlanSchema.FindMismatch(plan, table.Schema) is null ? table
        : null;

    private static void CheckUse(ProgramPlan program, string name, EntityTable table)
    {
        var candidates = program.Frameworks.Where(plan => plan.Name == name || plan.Entity == name).ToArray();
        var mismatches = candidates.Select(plan => PlanSchema.FindMismatch(plan, table.Schema)).ToArray();
        if (mismatches.Length == 0 || mismatches.All(mismatch => mismatch is not null))
        {
            throw new ArgumentException(mismatches.FirstOrDefault() ?? $"The program has no framework for `{name}`.", nameof(table));
        }
    }
}
