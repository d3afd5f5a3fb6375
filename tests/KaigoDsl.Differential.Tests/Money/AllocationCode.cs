using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KaigoDsl.Differential.Tests.Money;

/// <summary>The generated C# of one spec with rules and an allocation, compiled and ready to be called.</summary>
internal sealed class AllocationCode
{
    private readonly MethodInfo _fromTable;
    private readonly MethodInfo _score;
    private readonly MethodInfo _allocate;
    private readonly MethodInfo _allocateInto;
    private readonly object _payments;
    private readonly MethodInfo _decide;
    private readonly MethodInfo _adjust;

    private AllocationCode(Assembly assembly, string stem)
    {
        var table = assembly.GetType(stem + "Table", throwOnError: true)!;
        var scores = assembly.GetType(stem + "Scores", throwOnError: true)!;
        _fromTable = table.GetMethod("FromTable")!;
        _score = assembly.GetType(stem + "Framework", throwOnError: true)!.GetMethod("Score", [table])!;

        // What reads no score is not asked for any.
        _allocate = assembly.GetType(stem + "推進Allocation", throwOnError: true)!.GetMethods().Single(method => method.Name == "Allocate" && method.ReturnType != typeof(void));
        _allocateInto = assembly.GetType(stem + "推進Allocation", throwOnError: true)!.GetMethods().Single(method => method.Name == "Allocate" && method.ReturnType == typeof(void));
        _payments = Activator.CreateInstance(assembly.GetType(stem + "推進Payments", throwOnError: true)!)!;
        var rules = assembly.GetType(stem + "Rules", throwOnError: true)!;
        _decide = rules.GetMethod("Decide要件", [table])!;
        _adjust = rules.GetMethod("調整", [table, scores])!;
    }

    /// <summary>Compiles the code of many programs at once. A warning is a fault.</summary>
    public static ImmutableArray<AllocationCode> Compile(IReadOnlyList<ProgramPlan> programs)
    {
        var options = programs.Select((_, i) => new CSharpEmitterOptions(FormattableString.Invariant($"Case{i}"), LineDirectives: false)).ToArray();
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var trees = programs
            .SelectMany((program, i) => Files(program, options[i]))
            .AsParallel().AsOrdered()
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.HintName, Encoding.UTF8))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Allocations", trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.Equal([], result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
        stream.Position = 0;
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
        return [.. programs.Select((_, i) => new AllocationCode(assembly, FormattableString.Invariant($"Case{i}.R7.Municipality")))];
    }

    /// <summary>Allocates; the outcome also of a run that was refused.</summary>
    public AllocationOutcome Allocate(EntityTable table, bool certify = true)
    {
        var typed = _fromTable.Invoke(null, [table]);
        object?[] arguments = _allocate.GetParameters().Length == 2 ? [typed, certify] : [typed, _score.Invoke(null, [typed]), certify];
        try
        {
            var payments = _allocate.Invoke(null, arguments)!;
            return (AllocationOutcome)payments.GetType().GetProperty("Outcome")!.GetValue(payments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is AllocationRefusedException refused)
        {
            return new AllocationOutcome { Problems = refused.Problems };
        }
    }

    /// <summary>Allocates without a certificate into the same payments every time, whatever table they were made for before.</summary>
    public AllocationOutcome AllocateAgain(EntityTable table)
    {
        var typed = _fromTable.Invoke(null, [table]);
        object?[] arguments = _allocateInto.GetParameters().Length == 2 ? [typed, _payments] : [typed, _score.Invoke(null, [typed]), _payments];
        try
        {
            _allocateInto.Invoke(null, arguments);
            return (AllocationOutcome)_payments.GetType().GetProperty("Outcome")!.GetValue(_payments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is AllocationRefusedException refused)
        {
            return new AllocationOutcome { Problems = refused.Problems };
        }
    }

    /// <summary>By row, the name of the outcome of 要件 and the value of 調整.</summary>
    public ImmutableArray<(string Outcome, Rational Adjusted)> Rules(EntityTable table)
    {
        var typed = _fromTable.Invoke(null, [table]);
        dynamic decisions = _decide.Invoke(null, [typed])!;
        var adjusted = (QuantityColumn)_adjust.Invoke(null, [typed, _score.Invoke(null, [typed])])!;
        return [.. Enumerable.Range(0, table.Count).Select(row => ((string)decisions[row].ToString(), adjusted[row]))];
    }

    private static IEnumerable<EmittedFile> Files(ProgramPlan program, CSharpEmitterOptions options) =>
        EmissionUnit.OfProgram(program).SelectMany(unit => CSharpEmitter.Emit(unit, options))
            .Concat(RulesUnit.OfProgram(program).SelectMany(unit => RulesEmitter.Emit(unit, options)))
            .Concat(AllocationUnit.OfProgram(program).SelectMany(unit => AllocationEmitter.Emit(unit, options)));
}
