using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>The table that rules stand on: a framework's, or one of their own for an entity without a framework.</summary>
public static class RulesTable
{
    /// <summary>The framework whose table the rules stand on; for rules on a table of their own one with these columns and nothing to score.</summary>
    public static FrameworkPlan TableOf(this ProgramPlan program, RulesPlan rules)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Framework >= 0 ? program.Frameworks[rules.Framework] : new FrameworkPlan
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
            Shadows = EquatableArray<ShadowPlan>.Empty,
            Location = rules.Location,
        };
    }

    /// <summary>The schema of a table from which some rules are computed: their columns must be there, blank or not; nothing stands for them.</summary>
    /// <param name="program">The program.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="columns">What is read: the columns of decisions, formulas and allocations.</param>
    /// <param name="scored">Whether the framework is scored as well; otherwise its other columns may be left out.</param>
    public static TableSchema ToTableSchema(ProgramPlan program, RulesPlan rules, IEnumerable<int> columns, bool scored)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var plan = program.TableOf(rules);
        var read = columns.ToHashSet();
        var schema = PlanSchema.ToTableSchema(plan);
        return new TableSchema(schema.Entity, [.. schema.Columns.Select((column, index) => read.Contains(index)
            ? column with { Required = true, Substitutes = [] }
            : column with { Required = column.Kind == Runtime.ColumnKind.Key || (scored && column.Required) })]);
    }
}
