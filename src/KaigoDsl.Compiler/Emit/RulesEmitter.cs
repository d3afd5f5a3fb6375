using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// Prints rules as C#: formulas (算式), decisions (判定) with their reasons, step tables (段階) and tables of shares (割合表). The code calls
/// <c>KaigoDsl.Runtime</c> and gives the same values as the engine for every table.
/// </summary>
public static class RulesEmitter
{
    /// <summary>The namespace of the code of rules: that of the framework's; without one the root.</summary>
    public static string NamespaceOf(RulesUnit unit, CSharpEmitterOptions options) =>
        unit.HasFramework ? CSharpEmitter.NamespaceOf(unit.Ground, options) : options.RootNamespace;

    /// <summary>Prints the rules of an entity, and its table where no framework does. Equal units and options give the same text.</summary>
    public static EquatableArray<EmittedFile> Emit(RulesUnit unit, CSharpEmitterOptions options)
    {
        var @namespace = NamespaceOf(unit, options);
        var layout = RulesLayout.Create(unit, @namespace);
        var stem = @namespace + "." + unit.Rules.EntityIdentifier;
        var rules = new EmittedFile(stem + "Rules.g.cs", RulesPrinter.Print(layout, options));
        return unit.HasFramework
            ? ImmutableArray.Create(rules)
            : ImmutableArray.Create(new EmittedFile(stem + "Table.g.cs", TablePrinter.Print(layout.Table, @namespace)), rules);
    }

    /// <summary>Prints the tables of shares of a program; nothing when there are none.</summary>
    public static EquatableArray<EmittedFile> EmitShareTables(EquatableArray<ShareTablePlan> tables, CSharpEmitterOptions options) => tables.Count == 0
        ? ImmutableArray<EmittedFile>.Empty
        : ImmutableArray.Create(new EmittedFile(options.RootNamespace + ".ShareTables.g.cs", ShareTablesPrinter.Print(tables, options.RootNamespace)));
}
