using System.Collections.Immutable;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis;

namespace KaigoDsl.Performance.Tests;

/// <summary>The committed inputs: the real specs and the built-in nation.</summary>
internal static class Inputs
{
    public static ImmutableArray<SourceText> All { get; } =
    [
        .. typeof(Inputs).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".kaigo", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => SourceText.From(Read(n), n.Replace('\\', '/'))),
    ];

    public static ImmutableArray<SourceText> R7 { get; } =
        [.. All.Where(s => s.Path is "specs/r7/entities.kaigo" or "specs/r7/municipality.kaigo")];

    public static FrameworkPlan R7Plan { get; } =
        Compilation.Create([.. R7.Select(s => SyntaxTree.Parse(s))]).Plan?.Frameworks[0] ?? throw new InvalidOperationException("specs/r7 has errors.");

    public static byte[] NationCsv { get; } = ReadNationCsv();

    public static EntityTable Nation { get; } =
        TableReader.Parse(NationCsv, BuiltInNation.R7Name, PlanSchema.ToTableSchema(R7Plan)).Table ?? throw new InvalidOperationException("The nation does not fit.");

    /// <summary>The nation with what only rules and allocations read, as the generated code of this project takes it.</summary>
    public static EntityTable PaidNation { get; } = ReadPaidNation();

    public static long Size(ImmutableArray<SourceText> sources) => sources.Sum(static s => (long)System.Text.Encoding.UTF8.GetByteCount(s.Text));

    public static string Read(string resource)
    {
        using var stream = typeof(Inputs).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static EntityTable ReadPaidNation()
    {
        string[] paths = ["specs/r7/entities.kaigo", "specs/r7/municipality.kaigo", "specs/r7/eligibility.kaigo", "specs/r7/allocation.kaigo"];
        var plan = Compilation.Create([.. All.Where(s => paths.Contains(s.Path)).Select(s => SyntaxTree.Parse(s))]).Plan;
        return TableReader.Parse(NationCsv, BuiltInNation.R7Name, PlanSchema.ToTableSchema(plan?.Frameworks[0] ?? R7Plan)).Table
            ?? throw new InvalidOperationException("The nation does not fit.");
    }

    private static byte[] ReadNationCsv()
    {
        using var stream = BuiltInNation.OpenR7();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
