using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>
/// The ground of everything said about one entity beside its points: formulas (算式), decisions (判定), step tables (段階) and allocations
/// (配分). Where the entity has a framework, rules stand on its table: <see cref="Columns"/> and <see cref="Constants"/> are then the
/// framework's own and scores may be read. Where it has none (a person, an office), they have a table of their own.
/// </summary>
public sealed record RulesPlan
{
    /// <summary>Label of the entity: 市町村.</summary>
    public required string Entity { get; init; }

    /// <summary>C# stem of the entity, as <see cref="FrameworkPlan.EntityIdentifier"/>.</summary>
    public required string EntityIdentifier { get; init; }

    /// <summary>Index into <see cref="ProgramPlan.Frameworks"/> of the framework on whose table the rules stand; -1 for a table of their own.</summary>
    public required int Framework { get; init; }

    /// <summary>The table's columns; equal to the framework's where there is one.</summary>
    public required EquatableArray<ColumnPlan> Columns { get; init; }

    /// <summary>The constants; equal to the framework's where there is one.</summary>
    public required EquatableArray<ConstantPlan> Constants { get; init; }

    /// <summary>The named values: 算式, and 値 of decisions and allocations.</summary>
    public required EquatableArray<FormulaPlan> Formulas { get; init; }

    /// <summary>The rankings (順位) that rules and allocations speak of.</summary>
    public required EquatableArray<StandingPlan> Standings { get; init; }

    /// <summary>The decisions.</summary>
    public required EquatableArray<DecisionPlan> Decisions { get; init; }

    /// <summary>The step tables its expressions look into.</summary>
    public required EquatableArray<StepTablePlan> StepTables { get; init; }

    /// <summary>Evaluation order: every formula, standing and decision once, after everything it reads.</summary>
    public required EquatableArray<RuleStepPlan> Steps { get; init; }

    /// <summary>Where the first of its declarations is.</summary>
    public required PlanLocation Location { get; init; }
}
