using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// Prints a framework as C#: a typed table, a tree of scores and the scoring code, for the entity evaluated. The code calls
/// <c>KaigoDsl.Runtime</c> and, to load files, <c>KaigoDsl.Data</c>; it gives the same points as the engine for every table.
/// </summary>
public static class CSharpEmitter
{
    /// <summary>The namespace of a framework's code: the root and the year, <c>KaigoDsl.Specs.R7</c>.</summary>
    public static string NamespaceOf(FrameworkPlan plan, CSharpEmitterOptions options) => options.RootNamespace + "." + plan.YearCode;

    /// <summary>Prints a framework that aggregates no other and is aggregated by none.</summary>
    /// <exception cref="ArgumentException">It aggregates members.</exception>
    public static EquatableArray<EmittedFile> Emit(FrameworkPlan plan, CSharpEmitterOptions options) => Emit(EmissionUnit.Alone(plan), options);

    /// <summary>Prints a framework. Equal units and options give the same text, on every machine.</summary>
    /// <exception cref="ArgumentException">It aggregates members whose framework is not given.</exception>
    public static EquatableArray<EmittedFile> Emit(EmissionUnit unit, CSharpEmitterOptions options) =>
        EmitScoring(unit, options).AsImmutableArray().Insert(0, EmitTable(unit.Plan, options));

    /// <summary>Prints the table of a framework. What it depends on is <see cref="PlanRewriter.SeenByTable"/>.</summary>
    public static EmittedFile EmitTable(FrameworkPlan plan, CSharpEmitterOptions options)
    {
        var @namespace = NamespaceOf(plan, options);
        return new EmittedFile(@namespace + "." + plan.EntityIdentifier + "Table.g.cs", TablePrinter.Print(TableLayout.Create(plan), @namespace));
    }

    /// <summary>Prints the scores of a framework and how they come about.</summary>
    /// <exception cref="ArgumentException">It aggregates members whose framework is not given.</exception>
    public static EquatableArray<EmittedFile> EmitScoring(EmissionUnit unit, CSharpEmitterOptions options)
    {
        var plan = unit.Plan;
        var members = MemberLayout.Create(unit);
        if (plan.AggregatedFrameworks().Any(index => members.All(member => member.Index != index)))
        {
            throw new ArgumentException("The members that `" + plan.Name + "` aggregates are not given.", nameof(unit));
        }

        var @namespace = NamespaceOf(plan, options);
        var table = TableLayout.Create(plan);
        var tree = TreeLayout.Create(plan);
        var scoring = ScoringLayout.Create(plan);
        var stem = @namespace + "." + plan.EntityIdentifier;
        return ImmutableArray.Create(
            new EmittedFile(stem + "Scores.g.cs", ScoresPrinter.Print(tree, @namespace)),
            new EmittedFile(stem + "Framework.g.cs", FrameworkPrinter.Print(table, tree, scoring, members, options, @namespace)));
    }
}
