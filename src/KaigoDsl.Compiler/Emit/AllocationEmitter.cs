using System.Collections.Immutable;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// Prints an allocation (配分) as C#: <c>Municipality推進Allocation.Allocate(table, scores)</c> and the amounts it gives. The code has the runtime carry
/// it out, as the engine does, so that amounts and certificate are the same to the byte.
/// </summary>
public static class AllocationEmitter
{
    /// <summary>The namespace of an allocation's code: the root and its year.</summary>
    public static string NamespaceOf(AllocationUnit unit, CSharpEmitterOptions options) => options.RootNamespace + "." + unit.Plan.YearCode;

    /// <summary>Prints an allocation. Equal units and options give the same text.</summary>
    public static EquatableArray<EmittedFile> Emit(AllocationUnit unit, CSharpEmitterOptions options)
    {
        var @namespace = NamespaceOf(unit, options);
        var type = AllocationPrinter.TypeOf(unit.Rules.Rules.EntityIdentifier, unit.Plan.Identifier);
        return ImmutableArray.Create(new EmittedFile(@namespace + "." + type + ".g.cs", AllocationPrinter.Print(unit, options, @namespace)));
    }
}
