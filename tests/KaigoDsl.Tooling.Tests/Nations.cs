using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Tests;

/// <summary>Fictional nations for the municipal frameworks.</summary>
internal static class Nations
{
    private static readonly Dictionary<(string, int), EntityTable> s_made = [];

    /// <summary>The municipal framework of a year.</summary>
    public static FrameworkPlan Plan(string folder) => Specs.Of(folder).Frameworks.Single(static plan => plan.Entity == "市町村");

    /// <summary>The built-in nation of R7, or one made for another year; the municipalities have the same codes.</summary>
    public static EntityTable Of(string folder, int entities = SyntheticNation.DefaultEntityCount)
    {
        lock (s_made)
        {
            if (!s_made.TryGetValue((folder, entities), out var table))
            {
                var plan = Plan(folder);
                table = folder == "r7" && entities == SyntheticNation.DefaultEntityCount
                    ? Read(plan)
                    : SyntheticNation.Create(plan, Specs.Of(folder).Published.Where(p => Specs.Of(folder).Frameworks[p.Framework] == plan), entityCount: entities).Table;
                s_made.Add((folder, entities), table);
            }

            return table;
        }
    }

    /// <summary>The municipal frameworks compared.</summary>
    public static SpecDiff Compare(ProgramPlan old, ProgramPlan current) => SpecDiff.Compare(old, current, new DiffOptions { Entity = "市町村" });

    private static EntityTable Read(FrameworkPlan plan)
    {
        using var stream = BuiltInNation.OpenR7();
        return TableReader.Read(stream, BuiltInNation.R7Name, PlanSchema.ToTableSchema(plan)).Table ?? throw new InvalidOperationException("The built-in nation is refused.");
    }
}
