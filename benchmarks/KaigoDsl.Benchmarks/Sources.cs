using System.Collections.Immutable;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis;

namespace KaigoDsl.Benchmarks;

/// <summary>The committed inputs of the suites: the real specs and the built-in nation.</summary>
internal static class Sources
{
    /// <summary>Every <c>.kaigo</c> file below <c>specs</c>, by path.</summary>
    public static ImmutableArray<SourceText> All { get; } =
    [
        .. typeof(Sources).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".kaigo", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => SourceText.From(Read(n), n.Replace('\\', '/'))),
    ];

    /// <summary>What scores the R7 municipalities: entities and framework.</summary>
    public static ImmutableArray<SourceText> R7 { get; } =
        [.. All.Where(s => s.Path is "specs/r7/entities.kaigo" or "specs/r7/municipality.kaigo")];

    /// <summary>What scores and pays the R7 municipalities, as it is compiled into this program.</summary>
    public static ProgramPlan R7Program { get; } =
        Compilation.Create([.. All.Where(s => R7.Contains(s) || s.Path is "specs/r7/eligibility.kaigo" or "specs/r7/allocation.kaigo").Select(s => SyntaxTree.Parse(s))])
            .Plan ?? throw new InvalidOperationException("specs/r7 has errors.");

    public static FrameworkPlan R7Plan { get; } = R7Program.Frameworks[0];

    /// <summary>The built-in nation of 1,741 fictional municipalities.</summary>
    public static EntityTable Nation()
    {
        using var stream = BuiltInNation.OpenR7();
        return TableReader.Read(stream, BuiltInNation.R7Name, PlanSchema.ToTableSchema(R7Plan)).Table
            ?? throw new InvalidOperationException("The built-in nation does not fit specs/r7.");
    }

    private static string Read(string resource)
    {
        using var stream = typeof(Sources).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
