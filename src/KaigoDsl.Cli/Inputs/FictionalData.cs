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
        if (plan.FiscalYear == BuiltInYear && TryReadBuiltIn(plan, BuiltInNation.OpenR7, BuiltInNation.R7Name, out var table))
        {
            return new DataSource(table, context.Texts.BuiltInNation(table.Count), Report: null);
        }

        context.Progress.Show(context.Texts.MakingNation);
        var nation = Create(specs.Program, framework, SyntheticNation.DefaultSeed, SyntheticNation.DefaultEntityCount);
        return new DataSource(nation.Table, context.Texts.SyntheticNation(nation.Table.Count), Report: null);
    }

    /// <summary>The table of an entity above one whose table is fictional itself.</summary>
    public static DataSource Above(SpecSet specs, int framework, DataSource members, CliContext context)
    {
        var plan = specs.Program.Frameworks[framework];
        if (plan.FiscalYear == BuiltInYear && TryReadBuiltIn(plan, BuiltInNation.OpenR7Prefectures, BuiltInNation.R7PrefecturesName, out var table))
        {
            return new DataSource(table, context.Texts.BuiltInNation(table.Count), Report: null);
        }

        var made = SyntheticPrefectures.Create(specs.Program, framework, members.Table);
        return new DataSource(made, context.Texts.SyntheticNation(made.Count), Report: null);
    }

    /// <summary>Whether fictional data can be made for a framework and all it aggregates: one entity, which aggregates nothing itself.</summary>
    public static bool CanCreate(ProgramPlan program, int framework, Texts texts, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var plan = program.Frameworks[framework];
        var members = plan.AggregatedFrameworks().ToArray();
        var simple = members.Length <= 1 && members.All(member => !program.Frameworks[member].AggregatedFrameworks().Any());
        failure = simple ? null : CommandFailure.Usage(texts.NoFictionalData(plan.Name, [plan.Entity, .. members.Select(member => program.Frameworks[member].Entity)]));
        return failure is null;
    }

    public static SyntheticNationResult Create(ProgramPlan program, int framework, int seed, int entities)
    {
        var plan = program.Frameworks[framework];
        if (plan.AggregatedFrameworks().FirstOrDefault(-1) is var member and >= 0)
        {
            var members = Create(program, member, seed, entities).Table;
            return new SyntheticNationResult(SyntheticPrefectures.Create(program, framework, members, seed), []);
        }

        return SyntheticNation.Create(plan, program.Published.Where(block => block.Framework == framework), seed, entities);
    }

    /// <summary>A changed copy of the built-in spec keeps its nation as long as every column it needs is there, so that scores before and after compare.</summary>
    private static bool TryReadBuiltIn(FrameworkPlan plan, Func<Stream> open, string name, [NotNullWhen(true)] out EntityTable? table)
    {
        using var stream = open();
        table = TableReader.Read(stream, name, PlanSchema.ToTableSchema(plan)).Table;
        return table is not null;
    }
}
