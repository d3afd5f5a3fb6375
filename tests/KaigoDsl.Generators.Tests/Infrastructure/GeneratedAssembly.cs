using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using KaigoDsl.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KaigoDsl.Generators.Tests.Infrastructure;

/// <summary>Generated C#, compiled in memory and called through reflection, as a consumer would call it.</summary>
internal sealed class GeneratedAssembly
{
    private readonly Assembly _assembly;

    private GeneratedAssembly(Assembly assembly) => _assembly = assembly;

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>A consumer's compilation at its strictest: every warning wave, documentation checked.</summary>
    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees, NullableContextOptions nullable = NullableContextOptions.Enable, bool isChecked = true) =>
        CSharpCompilation.Create(
            "Consumer" + Guid.NewGuid().ToString("N"),
            trees,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: nullable,
                checkOverflow: isChecked,
                warningLevel: 9999));

    public static IEnumerable<SyntaxTree> Parse(IEnumerable<(string Name, string Text)> files) =>
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Name, System.Text.Encoding.UTF8));

    /// <summary>Everything the compiler says that is not hidden.</summary>
    public static string[] Problems(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).Select(diagnostic => diagnostic.ToString())];

    public static GeneratedAssembly Load(CSharpCompilation compilation)
    {
        Assert.Empty(Problems(compilation));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success);
        stream.Position = 0;
        return new GeneratedAssembly(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream));
    }

    public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>Scores a table with the generated code; the nodes in plan order.</summary>
    public ImmutableArray<ScoreNode> Score(string stem, EntityTable table) => NodesOf(ScoresOf(stem, table));

    public object ScoresOf(string stem, EntityTable table)
    {
        var typed = TableOf(stem, table);
        return Type(stem + "Framework").GetMethod("Score", [typed.GetType()])!.Invoke(null, [typed])!;
    }

    /// <summary>Scores the members, then the table that aggregates them; the nodes of the latter in plan order.</summary>
    public ImmutableArray<ScoreNode> Score(string stem, EntityTable table, string memberStem, EntityTable memberTable)
    {
        var memberScores = ScoresOf(memberStem, memberTable);
        object[] arguments = [TableOf(stem, table), TableOf(memberStem, memberTable), memberScores];
        var scores = Type(stem + "Framework").GetMethod("Score", [.. arguments.Select(argument => argument.GetType())])!.Invoke(null, arguments)!;
        return NodesOf(scores);
    }

    public static ImmutableArray<ScoreNode> NodesOf(object scores) => (ImmutableArray<ScoreNode>)scores.GetType().GetProperty("Nodes")!.GetValue(scores)!;

    public object TableOf(string stem, EntityTable table) => Type(stem + "Table").GetMethod("FromTable")!.Invoke(null, [table])!;
}
