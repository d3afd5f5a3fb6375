using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis;

namespace KaigoDsl.Cli;

/// <summary>The data when none is given: the nation that comes with the tool, or one made for the spec where that one does not fit. Always the same for the same spec.</summary>
internal static class FictionalData
{
    private const int BuiltInYear = 2025;

    public static DataSource For(SpecSet specs, int framework, CliContext context)
    {
        var plan = specs.Program.Frameworks[framework];
        if (plan.FiscalYear == BuiltInYear && TryReadBuiltIn(plan, out var table))
        {
            return new DataSource(table, context.Texts.BuiltInNation(table.Count), Report: null);
        }

        context.Progress.Show(context.Texts.MakingNation);
        var nation = Create(specs.Program, framework, SyntheticNation.DefaultSeed, SyntheticNation.DefaultEntityCount);
        return new DataSource(nation.Table, context.Texts.SyntheticNation(nation.Table.Count), Report: null);
    }

    /// <summary>Whether a nation can be made for a framework: not for one that aggregates its members, whose scores it would have to fit.</summary>
    public static bool CanCreate(ProgramPlan program, int framework, Texts texts, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var plan = program.Frameworks[framework];
        var members = plan.AggregatedFrameworks().Select(index => program.Frameworks[index].Entity).ToArray();
        failure = members.Length == 0 ? null : CommandFailure.Usage(texts.NoFictionalData(plan.Name, [plan.Entity, .. members]));
        return failure is null;
    }

    public static SyntheticNationResult Create(ProgramPlan program, int framework, int seed, int entities) =>
        SyntheticNation.Create(program.Frameworks[framework], program.Published.Where(block => block.Framework == framework), seed, entities);

    /// <summary>A changed copy of the built-in spec keeps its nation as long as every column it needs is there, so that scores before and after compare.</summary>
    private static bool TryReadBuiltIn(FrameworkPlan plan, [NotNullWhen(true)] out EntityTable? table)
    {
        using var stream = BuiltInNation.OpenR7();
        table = TableReader.Read(stream, BuiltInNation.R7Name, PlanSchema.ToTableSchema(plan)).Table;
        return table is not null;
    }
}
