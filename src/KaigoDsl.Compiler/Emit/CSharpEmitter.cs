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
    /// <summary>Whether code can be printed for a framework.</summary>
    /// <param name="plan">The framework.</param>
    /// <param name="reason">Why not.</param>
    public static bool CanEmit(FrameworkPlan plan, out UnsupportedReason reason)
    {
        reason = plan.Aggregates().Any() ? UnsupportedReason.MemberAggregate : UnsupportedReason.None;
        return reason == UnsupportedReason.None;
    }

    /// <summary>The namespace of a framework's code: the root and the year, <c>KaigoDsl.Specs.R7</c>.</summary>
    public static string NamespaceOf(FrameworkPlan plan, CSharpEmitterOptions options) => options.RootNamespace + "." + plan.YearCode;

    /// <summary>Prints a framework. Equal plans and options give the same text, on every machine.</summary>
    /// <exception cref="ArgumentException"><see cref="CanEmit"/> says no.</exception>
    public static EquatableArray<EmittedFile> Emit(FrameworkPlan plan, CSharpEmitterOptions options)
    {
        if (!CanEmit(plan, out var reason))
        {
            throw new ArgumentException(reason.ToString(), nameof(plan));
        }

        var @namespace = NamespaceOf(plan, options);
        var table = TableLayout.Create(plan);
        var tree = TreeLayout.Create(plan);
        var scoring = ScoringLayout.Create(plan);
        var stem = @namespace + "." + plan.EntityIdentifier;
        return ImmutableArray.Create(
            new EmittedFile(stem + "Table.g.cs", TablePrinter.Print(table, @namespace)),
            new EmittedFile(stem + "Scores.g.cs", ScoresPrinter.Print(tree, scoring, @namespace)),
            new EmittedFile(stem + "Framework.g.cs", FrameworkPrinter.Print(table, tree, scoring, options, @namespace)));
    }
}
