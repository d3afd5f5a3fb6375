using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KaigoDsl.Differential.Tests.Comparison;

/// <summary>The generated C# of one spec, compiled and ready to be called. Many specs share one assembly, each in a namespace of its own.</summary>
internal sealed class GeneratedCode
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly MethodInfo _fromTable;
    private readonly MethodInfo _score;
    private readonly PropertyInfo _nodes;
    private readonly GeneratedCode? _members;

    private GeneratedCode(Assembly assembly, string stem, GeneratedCode? members)
    {
        var table = assembly.GetType(stem + "Table", throwOnError: true)!;
        Type[] parameters = members is null ? [table] : [table, members._fromTable.ReturnType, members._score.ReturnType];
        _fromTable = table.GetMethod("FromTable")!;
        _score = assembly.GetType(stem + "Framework", throwOnError: true)!.GetMethod("Score", parameters)!;
        _nodes = assembly.GetType(stem + "Scores", throwOnError: true)!.GetProperty("Nodes")!;
        _members = members;
    }

    /// <summary>Scores a table, after that of its members; the nodes in the plan's order.</summary>
    public ImmutableArray<ScoreNode> Score(EntityTable table, EntityTable? memberTable)
    {
        var typed = _fromTable.Invoke(null, [table]);
        if (_members is null)
        {
            return Nodes(_score.Invoke(null, [typed]));
        }

        var members = _members._fromTable.Invoke(null, [memberTable]);
        return Nodes(_score.Invoke(null, [typed, members, _members._score.Invoke(null, [members])]));
    }

    private ImmutableArray<ScoreNode> Nodes(object? scores) => (ImmutableArray<ScoreNode>)_nodes.GetValue(scores)!;

    /// <summary>Compiles the code of many specs at once and gives each its own part. A warning is a fault.</summary>
    public static ImmutableArray<string> Compile(IReadOnlyList<CompiledSpec> specs)
    {
        var options = specs.Select((_, i) => new CSharpEmitterOptions(FormattableString.Invariant($"Case{i}"), LineDirectives: false)).ToArray();
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var trees = specs
            .SelectMany((spec, i) => EmissionUnit.OfProgram(spec.Program).SelectMany(unit => CSharpEmitter.Emit(unit, options[i])))
            .AsParallel().AsOrdered()
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.HintName, Encoding.UTF8))
            .ToList();
        var compilation = CSharpCompilation.Create(
            "Generated", trees, s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var problems = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(Describe).ToImmutableArray();
        if (!result.Success || !problems.IsEmpty)
        {
            return problems;
        }

        stream.Position = 0;
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
        for (var i = 0; i < specs.Count; i++)
        {
            specs[i].Generated = Load(assembly, specs[i], options[i]);
        }

        return [];
    }

    private static GeneratedCode Load(Assembly assembly, CompiledSpec spec, CSharpEmitterOptions options)
    {
        // Members that nothing asks for are no parameters.
        var members = spec.Members is not null && spec.Plan.Aggregates().Any() ? Load(assembly, spec.Members, options) : null;
        return new GeneratedCode(assembly, CSharpEmitter.NamespaceOf(spec.Plan, options) + "." + spec.Plan.EntityIdentifier, members);
    }

    /// <summary>The message with the line of code it is about.</summary>
    private static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return diagnostic + "\n" + diagnostic.Location.SourceTree?.GetText().Lines[line];
    }
}
